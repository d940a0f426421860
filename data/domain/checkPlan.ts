import { CHECK_INTERVAL_MONTHS } from './checks.ts'
import type { ParkGrade } from './parks.ts'

/** An enterprise as the plan of a month looks at it. */
export type PlannedEnterprise = {
  code: string
  grade: ParkGrade
  /** Civil day of its last visit that counts before the month; null: it never had one. */
  lastVisit: string | null
}

/** Months from year 0 to the month of a civil day or of `2026-11`. */
export function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

/** FNV-1a: the same number for the same code on every machine. */
function spread(code: string): number {
  let hash = 0x811c9dc5
  for (const letter of code) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/**
 * Whether a month should see an enterprise: its last visit is the interval of its park's grade ago,
 * or it never had one. Those without a visit take turns by their codes, so that they do not all fall
 * into one month.
 */
export function isDueIn(month: string, { code, grade, lastVisit }: PlannedEnterprise): boolean {
  const interval = CHECK_INTERVAL_MONTHS[grade]
  const present = monthNumber(month)
  if (lastVisit !== null) return present - monthNumber(lastVisit) >= interval
  return present % interval === spread(code) % interval
}
