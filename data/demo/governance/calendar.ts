import { dayNumber, weekdayOfNumber } from '../../domain/clock.ts'
import { CURVE_DAY } from '../levelCurve.ts'
import { MONTH_TABLE } from './yearTable.ts'

/** Days are counted from 1970-01-01 in the story's own year; another day of the data moves them. */
export const STORY_DAY = dayNumber(CURVE_DAY)

/** Public holidays of the story's year, first and last day. */
const HOLIDAYS = [
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
].map(([first, last]) => ({ first: dayNumber(first!), last: dayNumber(last!) }))

/** How much is registered and closed from Sunday to Saturday: most from Tuesday to Thursday. */
const WEEKDAY_WEIGHTS = [0.015, 0.8, 1.2, 1.25, 1.2, 0.85, 0.1] as const
/** The story ends at 09:00 of its day: half an hour after work began. */
const LAST_DAY_WEIGHT = 0.08

const isHoliday = (day: number): boolean =>
  HOLIDAYS.some(({ first, last }) => first <= day && day <= last)

const weights = new Map<number, number>()

/** How much work a day sees, 0 on a public holiday. */
export function weightOf(day: number): number {
  const known = weights.get(day)
  if (known !== undefined) return known
  const usual = day === STORY_DAY ? LAST_DAY_WEIGHT : WEEKDAY_WEIGHTS[weekdayOfNumber(day)]!
  const weight = isHoliday(day) ? 0 : usual
  weights.set(day, weight)
  return weight
}

/** Monday to Friday, no holiday: the days on which offices decide. */
export const isOfficeDay = (day: number): boolean => weightOf(day) > 0.5 || day === STORY_DAY

/** The days from `first` to `last`, both among them. */
export const daysFrom = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

/** The months of the table: from the first to the last day, the story's day in the last of them. */
export const MONTHS = MONTH_TABLE.map((row, index) => {
  const next = MONTH_TABLE[index + 1]
  const first = dayNumber(`${row.month}-01`)
  const last = next ? dayNumber(`${next.month}-01`) - 1 : STORY_DAY
  return { ...row, index, first, last, days: daysFrom(first, last) }
})
export type StoryMonth = (typeof MONTHS)[number]
export const FIRST_DAY = MONTHS[0]!.first

/** Index of the month that a day of the story's year lies in; -1 before it. */
export const monthIndexOf = (day: number): number =>
  MONTHS.findLastIndex(({ first }) => first <= day)

/** No deadline falls on the last day of a month, so that 24:00 of it counts what its day counts. */
export const isLastDayOfMonth = (day: number): boolean =>
  MONTHS.some(({ first }) => first === day + 1)
