/** The civil time of the product, whatever the machine is set to. */
export const TIME_ZONE = 'Asia/Shanghai'
/** China has kept UTC+8 without summer time since 1991. */
const OFFSET_MILLISECONDS = 8 * 3_600_000
const DAY_MILLISECONDS = 86_400_000

/** The civil day in Asia/Shanghai of an instant, as `2026-11-23`. */
export function civilDayOf(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MILLISECONDS).toISOString().slice(0, 10)
}

/** Days from 1970-01-01 to a civil day. @throws RangeError when it is no day. */
export function dayNumber(civilDay: string): number {
  const milliseconds = Date.parse(`${civilDay}T00:00:00Z`)
  if (Number.isNaN(milliseconds)) throw new RangeError(`${civilDay} is not a day like 2026-11-23`)
  return milliseconds / DAY_MILLISECONDS
}

/** Of days since 1970-01-01, which was a Thursday: 0 is Sunday, 6 Saturday. */
export const weekdayOfNumber = (day: number): number => (day + 4) % 7

export const weekdayOf = (civilDay: string): number => weekdayOfNumber(dayNumber(civilDay))

/** Whether a text is a day of the calendar from 1900 to 2199: 2026-02-28, not 2026-02-31. */
export function isCivilDay(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const milliseconds = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text)
}

/** The instant at which a civil day in Asia/Shanghai ends, its last millisecond. */
export function endOfCivilDay(civilDay: string): Date {
  return new Date((dayNumber(civilDay) + 1) * DAY_MILLISECONDS - OFFSET_MILLISECONDS - 1)
}

/** The civil day that a number of days from 1970-01-01 stands for. */
export function civilDayOfNumber(day: number): string {
  return new Date(day * DAY_MILLISECONDS).toISOString().slice(0, 10)
}

export function addDays(civilDay: string, days: number): string {
  return civilDayOfNumber(dayNumber(civilDay) + days)
}

/**
 * The instant that the demo data is true for: the story's day, moved by whole weeks to the latest
 * that is not after today, at the story's hour (09:00 in Shanghai) or now, whichever is earlier.
 */
export function demoAsOf(storyDay: string, now: Date): Date {
  const today = dayNumber(civilDayOf(now))
  const story = dayNumber(storyDay)
  const day = civilDayOfNumber(story + Math.floor((today - story) / 7) * 7)
  return new Date(Math.min(Date.parse(`${day}T09:00:00+08:00`), now.getTime()))
}
