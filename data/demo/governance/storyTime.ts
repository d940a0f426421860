import { civilDayOfNumber, dayNumber } from '../../domain/clock.ts'
import { isOfficeDay, STORY_DAY } from './calendar.ts'

/** Minutes of a working day, 8:30 to 12:00 and 14:00 to 18:00, and those before 09:00 of the last day. */
const WORK_MINUTES = 440
const LAST_DAY_MINUTES = 28
const MORNING_MINUTES = 210

export const minutesOf = (day: number): number =>
  day === STORY_DAY ? LAST_DAY_MINUTES : WORK_MINUTES

/** Texts of the story's days and minutes, moved to the day that the data is made for. */
export type StoryTime = {
  dayText: (day: number) => string
  /** `minute` of work since 8:30. */
  instant: (day: number, minute: number) => string
}

export function createStoryTime(asOfDay: string): StoryTime {
  const shift = dayNumber(asOfDay) - STORY_DAY
  const texts = new Map<number, string>()
  const dayText = (day: number) => {
    const text = texts.get(day) ?? civilDayOfNumber(day + shift)
    texts.set(day, text)
    return text
  }
  return {
    dayText,
    instant: (day, minute) => {
      const clock = 510 + minute + (minute < MORNING_MINUTES ? 0 : 120)
      const two = (value: number) => String(value).padStart(2, '0')
      return `${dayText(day)}T${two(Math.floor(clock / 60))}:${two(clock % 60)}:00+08:00`
    },
  }
}

/** The office day on or after a share of the way from one day to another, at the latest the other. */
export function officeDayBetween(from: number, until: number, share: number): number {
  let day = from + Math.round((until - from) * share)
  while (day < until && !isOfficeDay(day)) day++
  return Math.min(day, until)
}
