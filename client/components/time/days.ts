import { civilDayOfNumber, dayNumber } from '#data/domain/clock'
import type { HistorySpan } from '../../stores/timeline.ts'

export type DayStep = 'day' | 'week' | 'month'

/** The last day of the month that a day lies in, shifted by whole months. */
export function monthEnd(day: number, months = 0): number {
  const [year = 0, month = 1] = civilDayOfNumber(day).split('-').map(Number)
  // Day 0 of a month is the last of the one before; Date counts in UTC, as day numbers do.
  return Date.UTC(year, month + months, 0) / 86_400_000
}

/** First days of months within the span, with the number of the month. */
export function monthStarts({ first, last }: HistorySpan): { day: number; month: number }[] {
  const starts: { day: number; month: number }[] = []
  for (let day = monthEnd(first, -1) + 1; day <= last; day = monthEnd(day) + 1) {
    if (day >= first) starts.push({ day, month: Number(civilDayOfNumber(day).slice(5, 7)) })
  }
  return starts
}

/** One step on from a day, within the span. Months are stepped from end to end. */
export function stepped(day: number, step: DayStep, direction: 1 | -1, span: HistorySpan): number {
  const wanted = {
    day: day + direction,
    week: day + 7 * direction,
    month: direction > 0 ? monthEnd(day + 1) : monthEnd(day, -1),
  }[step]
  return Math.min(span.last, Math.max(span.first, wanted))
}

/** A day of the input, or null when it is none or not in the span. */
export function dayOfText(text: string, { first, last }: HistorySpan): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const day = dayNumber(text)
  return day >= first && day <= last ? day : null
}
