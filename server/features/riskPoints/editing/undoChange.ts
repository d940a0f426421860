import { needsApproval } from '#data/domain/downgrades'
import { supersedePending } from '../../downgrades/downgrades.queries.ts'
import { changedFields, nothingToUndo } from '../../versions/history.ts'
import { listRiskPointVersions, type RiskPointRow } from '../riskPointRecord.queries.ts'
import { updateRiskPoint, type RiskPointFacts } from '../riskPointWrites.queries.ts'
import { requestDowngrade } from './applyChange.ts'
import type { Assessment } from './assess.ts'
import { markOf, type Editing } from '../../versions/editRecord.ts'
import { resolvePlace } from './resolvePlace.ts'

/**
 * Puts the version before the latest back, as a new version; a second undo so brings the change back.
 * Undoing the registration retires the point. An undo that lowers a 重大 or 较大 point would go
 * round the approval, so its level becomes a request and everything else goes back at once.
 * @throws HttpProblem 409 where nothing was changed yet
 */
export async function undoChange(
  current: RiskPointRow,
  reason: string,
  editing: Editing,
): Promise<void> {
  const { transaction, clock } = editing
  const mark = markOf(editing, 'undo', reason)
  if (current.change.kind === 'load') throw nothingToUndo()
  if (current.change.kind === 'create') {
    await supersedePending(transaction, current.id, { ...mark, reason: '登记已撤销' })
    const retiredAt = clock.now().toISOString()
    return updateRiskPoint(transaction, current.id, { ...current, retiredAt }, mark)
  }
  const previous = (await listRiskPointVersions(transaction, current.code))[1]
  if (!previous) throw nothingToUndo()
  const isLowering = previous.retiredAt === null && needsApproval(current.level, previous.level)
  const facts: RiskPointFacts = { ...previous, ...(isLowering && assessmentOf(current)) }
  if (facts.retiredAt === null) {
    await resolvePlace(transaction, facts.parkCode, facts.enterpriseCode)
  }
  const fields = changedFields(current, facts).map(({ field }) => field)
  const isVoid = fields.includes('level') || fields.includes('gradingInputs')
  if (isVoid || facts.retiredAt !== current.retiredAt) {
    await supersedePending(transaction, current.id, { ...mark, reason: '变更已撤销' })
  }
  if (fields.length > 0 || facts.retiredAt !== current.retiredAt) {
    await updateRiskPoint(transaction, current.id, facts, mark)
  }
  if (isLowering) {
    await requestDowngrade(
      current,
      assessmentOf(previous),
      { reason: `撤销:${reason}`, trigger: 'correction' },
      editing,
    )
  }
}

function assessmentOf(point: RiskPointRow): Assessment {
  const {
    gradingMethod,
    gradingVersion,
    gradingInputs,
    score,
    gradedLevel,
    levelOverride,
    level,
    assessedOn,
    reviewDue,
    reviewTrigger,
  } = point
  return {
    gradingMethod,
    gradingVersion,
    gradingInputs,
    score,
    gradedLevel,
    levelOverride,
    level,
    assessedOn,
    reviewDue,
    reviewTrigger,
  }
}
