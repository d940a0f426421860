import { addDays, dayNumber } from '../../domain/clock.ts'

const SATURDAY = 6
/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: string) => (dayNumber(day) + 4) % 7

/** The day itself, or the Friday before where it is a weekend. */
export function workingDay(day: string): string {
  const weekday = weekdayOf(day)
  if (weekday === SATURDAY) return addDays(day, -1)
  return weekday === 0 ? addDays(day, -2) : day
}

/**
 * A day of the present year: a part of the time from 1 January to `asOfDay`, so that figures of
 * “this year” hold on whatever day the demo is loaded for.
 */
export function dayOfYear(asOfDay: string, part: number): string {
  const first = `${asOfDay.slice(0, 4)}-01-01`
  return addDays(first, Math.floor((dayNumber(asOfDay) - dayNumber(first)) * part))
}
