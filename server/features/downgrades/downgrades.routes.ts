import type { Downgrade } from '#data/domain/downgrades'
import { reviewDueAfter } from '#data/domain/reviews'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { HttpProblem, notFound } from '../../http/problems.ts'
import { markOf, type Editing } from '../versions/editRecord.ts'
import {
  listRiskPointVersions,
  lockRiskPoint,
  type RiskPointRow,
} from '../riskPoints/riskPointRecord.queries.ts'
import { updateRiskPoint } from '../riskPoints/riskPointWrites.queries.ts'
import {
  decideDowngrade,
  findDowngrade,
  listDowngrades,
  readDowngrade,
} from './downgrades.queries.ts'

export function downgradeHandlers({
  clock,
}: Services): Pick<Handlers, 'listDowngrades' | 'decideDowngrade'> {
  return {
    listDowngrades: async ({ query, read }) => ({
      items: await read((transaction) => listDowngrades(transaction, query)),
      asOf: clock.asOf(),
    }),
    decideDowngrade: ({ params, body, actor, write }) =>
      write(async (transaction) => {
        const id = Number(params.id)
        const { request, point } = await requirePending(transaction, id)
        const { decision, reason } = body
        const state = decision === 'approve' ? 'approved' : 'rejected'
        await decideDowngrade(transaction, id, { state, by: actor.name, at: clock.now(), reason })
        const decided = await findDowngrade(transaction, id)
        if (!decided) throw notFound('request', params.id)
        if (state === 'approved') {
          await requireNoReviewCalled(transaction, point, request)
          await lower({ transaction, actor, clock }, point, request, decided)
        }
        return decided
      }),
  }
}

type PendingRequest = NonNullable<Awaited<ReturnType<typeof readDowngrade>>>

/**
 * Locks the risk point first, as every write of it does, so that two writes never wait for each other.
 * @throws HttpProblem 404 without such a request, 409 when somebody decided it before
 */
async function requirePending(
  transaction: Queryable,
  id: number,
): Promise<{ request: PendingRequest; point: RiskPointRow }> {
  const asked = await readDowngrade(transaction, id)
  if (!asked) throw notFound('request', String(id))
  const point = await lockRiskPoint(transaction, asked.riskPointCode)
  if (!point) throw notFound('risk point', asked.riskPointCode)
  const request = await readDowngrade(transaction, id)
  if (request?.state === 'pending') return { request, point }
  throw new HttpProblem('alreadyDone', {
    'zh-CN': `该申请已由${request?.decidedBy ?? '他人'}处理,无须再审。请刷新列表。`,
    en: `The request was decided by ${request?.decidedBy ?? 'somebody else'} already: load the list again.`,
  })
}

/** @throws HttpProblem 409 when something called for a new assessment after the request was made */
async function requireNoReviewCalled(
  transaction: Queryable,
  { code, version }: RiskPointRow,
  { fromVersion }: PendingRequest,
): Promise<void> {
  const versions = version > fromVersion ? await listRiskPointVersions(transaction, code) : []
  const isCalled = versions.some(
    (each) => each.version > fromVersion && each.change.kind === 'reviewCall',
  )
  if (!isCalled) return
  throw new HttpProblem('alreadyDone', {
    'zh-CN': '申请之后又要求复评,原评估已不能作准。请不予批准,由属地重新评估后再申请。',
    en: 'A review was called for after the request, so its assessment no longer holds: reject it and have the point assessed anew.',
  })
}

/** The approved assessment becomes the present one; what was edited meanwhile stays. */
async function lower(
  editing: Editing,
  current: RiskPointRow,
  { assessedOn }: PendingRequest,
  decided: Downgrade,
): Promise<void> {
  const { gradingMethod, gradingVersion, gradingInputs, score, levelOverride } = decided
  const facts = {
    ...current,
    gradingMethod,
    gradingVersion,
    gradingInputs,
    score,
    gradedLevel: decided.gradedLevel,
    levelOverride,
    level: decided.toLevel,
    assessedOn,
    reviewDue: reviewDueAfter(assessedOn, decided.toLevel),
    reviewTrigger: null,
  }
  const reason = `${decided.requestedBy}申请:${decided.reason};审批:${decided.decisionReason}`
  const mark = markOf(editing, 'downgrade', reason)
  await updateRiskPoint(editing.transaction, current.id, facts, mark)
}
