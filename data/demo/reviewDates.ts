import { civilDayOfNumber, dayNumber, weekdayOfNumber } from '../domain/clock.ts'
import { REVIEW_INTERVAL_DAYS } from '../domain/reviews.ts'
import type { RiskLevel } from '../domain/riskLevels.ts'
import type { Random } from './random.ts'

/** A review that is overdue is so by 3 to 60 days. */
const OVERDUE_DAYS = [3, 60] as const
/** Nobody assesses on a weekend: the day before, at most two days earlier. */
const DAYS_BACK_FROM: Partial<Record<number, number>> = { 0: 2, 6: 1 }

export type ReviewDates = { assessedOn: string; reviewDue: string }

/** Dates around the day the data is true for; `overdue` when the review day lies before it. */
export function createReviewDates(asOfDay: string) {
  const asOf = dayNumber(asOfDay)
  const dayTexts = new Map<number, string>()
  const textOf = (day: number) => {
    const text = dayTexts.get(day) ?? civilDayOfNumber(day)
    dayTexts.set(day, text)
    return text
  }
  return (level: RiskLevel, overdue: boolean, random: Random): ReviewDates => {
    const interval = REVIEW_INTERVAL_DAYS[level]
    const daysAgo = overdue
      ? interval + OVERDUE_DAYS[0] + random.integer(OVERDUE_DAYS[1] - OVERDUE_DAYS[0])
      : 1 + random.integer(interval - 4)
    const assessed = asOf - daysAgo - (DAYS_BACK_FROM[weekdayOfNumber(asOf - daysAgo)] ?? 0)
    return { assessedOn: textOf(assessed), reviewDue: textOf(assessed + interval) }
  }
}
