import type { RiskPointChange } from '#data/contract/bodies'
import type { ReviewTrigger } from '#data/domain/reviews'
import { HttpProblem } from '../../../http/problems.ts'
import {
  insertDowngrade,
  listDowngradesOf,
  supersedePending,
} from '../../downgrades/downgrades.queries.ts'
import { requireInUse } from '../../versions/history.ts'
import type { RiskPointRow } from '../riskPointRecord.queries.ts'
import { updateRiskPoint } from '../riskPointWrites.queries.ts'
import type { Assessment } from './assess.ts'
import { markOf, type Editing } from '../../versions/editRecord.ts'
import { planChange, type EditingContext } from './planChange.ts'

/** Carries out what a change asks for; a lowering becomes a request to the district. */
export async function applyChange(
  current: RiskPointRow,
  change: RiskPointChange,
  editing: Editing,
  context: EditingContext,
): Promise<void> {
  requireInUse(current)
  const { transaction } = editing
  const plan = await planChange(transaction, current, change, context)
  if (plan.kind) {
    const mark = markOf(editing, plan.kind, change.reason)
    if (plan.kind === 'regrade') {
      await supersedePending(transaction, current.id, { ...mark, reason: '已重新评估' })
    }
    await updateRiskPoint(transaction, current.id, plan.facts, mark)
  }
  if (plan.lowering) {
    const { reason, trigger = 'regular' } = change
    const version = plan.kind ? current.version + 1 : current.version
    const point = { ...current, level: plan.facts.level, areaCode: plan.facts.areaCode, version }
    await requestDowngrade(point, plan.lowering, { reason, trigger }, editing)
  }
}

/**
 * Asks the district to lower a 重大 or 较大 point; its level stays until then.
 * @throws HttpProblem 409 while an earlier request waits
 */
export async function requestDowngrade(
  current: Pick<RiskPointRow, 'id' | 'areaCode' | 'version' | 'level'>,
  assessment: Assessment,
  { reason, trigger }: { reason: string; trigger: ReviewTrigger },
  { transaction, actor, clock }: Editing,
): Promise<void> {
  const requests = await listDowngradesOf(transaction, current.id)
  const pending = requests.find(({ state }) => state === 'pending')
  if (pending) {
    throw new HttpProblem('alreadyDone', {
      'zh-CN': `${pending.requestedBy}已提交降级申请,正待区级审批。请等待审批结果,或请区级先不予批准。`,
      en: `${pending.requestedBy} has already asked the district to lower this point: wait for the decision, or let the district reject it first.`,
    })
  }
  await insertDowngrade(transaction, {
    riskPointId: current.id,
    areaCode: current.areaCode,
    fromVersion: current.version,
    fromLevel: current.level,
    assessment,
    trigger,
    reason,
    by: actor.name,
    at: clock.now(),
  })
}
