import type { Downgrade } from '#data/domain/downgrades'
import { reviewDueAfter } from '#data/domain/reviews'
import type { Clock } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { HttpProblem, notFound } from '../../http/problems.ts'
import { markOf } from '../riskPoints/editing/editRiskPoint.ts'
import { lockRiskPoint } from '../riskPoints/riskPointRecord.queries.ts'
import { updateRiskPoint } from '../riskPoints/riskPointWrites.queries.ts'
import {
  decideDowngrade,
  findDowngrade,
  listDowngrades,
  lockDowngrade,
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
        const request = await requirePending(transaction, id)
        const { decision, reason } = body
        const state = decision === 'approve' ? 'approved' : 'rejected'
        await decideDowngrade(transaction, id, { state, by: actor.name, at: clock.now(), reason })
        const decided = await findDowngrade(transaction, id)
        if (!decided) throw notFound('request', params.id)
        if (state === 'approved') {
          await lower(transaction, { ...request, decided }, actor.name, clock)
        }
        return decided
      }),
  }
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockDowngrade>>>

/** @throws HttpProblem 404 without such a request, 409 when somebody decided it before */
async function requirePending(transaction: Queryable, id: number): Promise<Locked> {
  const request = await lockDowngrade(transaction, id)
  if (!request) throw notFound('request', String(id))
  if (request.state === 'pending') return request
  throw new HttpProblem('alreadyDone', {
    'zh-CN': `该申请已由${request.decidedBy ?? '他人'}处理,无须再审。请刷新列表。`,
    en: `The request was decided by ${request.decidedBy ?? 'somebody else'} already: load the list again.`,
  })
}

/** The approved assessment becomes the present one; what was edited meanwhile stays. */
async function lower(
  transaction: Queryable,
  { decided, gradedLevel, assessedOn }: Locked & { decided: Downgrade },
  by: string,
  clock: Clock,
): Promise<void> {
  const current = await lockRiskPoint(transaction, decided.riskPointCode)
  if (!current) throw notFound('risk point', decided.riskPointCode)
  const { gradingMethod, gradingVersion, gradingInputs, score, levelOverride, toLevel } = decided
  const facts = {
    ...current,
    gradingMethod,
    gradingVersion,
    gradingInputs,
    score,
    gradedLevel,
    levelOverride,
    level: toLevel,
    assessedOn,
    reviewDue: reviewDueAfter(assessedOn, toLevel),
    reviewTrigger: null,
  }
  const reason = `${decided.requestedBy}申请:${decided.reason};审批:${decided.decisionReason}`
  const actor = { name: by, role: 'districtAdministrator', scope: decided.areaCode } as const
  await updateRiskPoint(
    transaction,
    current.id,
    facts,
    markOf({ actor, clock }, 'downgrade', reason),
  )
}
