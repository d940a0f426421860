import type { TargetCounts } from '#data/contract/campaignResponses'
import { completionOf, TARGET_STATE_ORDER } from '#data/domain/campaignTargets'
import type { ProgressRow } from './campaigns.queries.ts'

type Progress = {
  counts: TargetCounts
  completion: number | null
  difference: number | null
  overdue: number
}

/** Progress of what some rows count together, against the share of the time that is used. */
export function progressOf(rows: readonly ProgressRow[], timeProgress: number): Progress {
  const counts = Object.fromEntries(
    TARGET_STATE_ORDER.map((state) => [
      state,
      rows.reduce((sum, row) => sum + row.counts[state], 0),
    ]),
  ) as TargetCounts
  const completion = completionOf(counts)
  const difference =
    completion === null ? null : Math.round((completion - timeProgress) * 1000) / 10
  return {
    counts,
    completion,
    difference,
    overdue: rows.reduce((sum, row) => sum + row.overdue, 0),
  }
}
