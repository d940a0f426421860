import type { RiskPointDetail } from '#data/contract/responses'
import type { Written } from '../../stores/notes.ts'

/** What a write is told from: the record before it, or what was told of the write before. */
type Before = { version: number; pendingDowngradeId: number | null }

export const beforeOf = ({ version, pendingDowngrade }: RiskPointDetail): Before => ({
  version,
  pendingDowngradeId: pendingDowngrade?.id ?? null,
})

/** What there is to tell of a write, read off its answer; `before` is null for a new record. */
export function writtenOf(
  what: Written['what'],
  saved: RiskPointDetail,
  before: Before | null,
): Written {
  const { code, name } = saved
  const { version, pendingDowngradeId } = beforeOf(saved)
  const madeVersion = version !== before?.version
  return {
    key: 'written',
    what,
    code,
    name,
    version,
    madeVersion,
    // The history puts an undone change back.
    canUndo: madeVersion && what !== 'undone',
    awaitsApproval:
      pendingDowngradeId !== null && pendingDowngradeId !== before?.pendingDowngradeId,
    pendingDowngradeId,
  }
}
