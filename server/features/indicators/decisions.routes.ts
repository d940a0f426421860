import type { DecisionBody } from '#data/contract/indicatorBodies'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { notFound, refused } from '../../http/problems.ts'
import { findDecision, findItem, insertDecision, listDecisions } from './decisions.queries.ts'

export function decisionHandlers({
  clock,
}: Services): Pick<Handlers, 'listDecisions' | 'makeDecision'> {
  return {
    listDecisions: async ({ query, read }) => ({
      items: await read((transaction) =>
        listDecisions(transaction, { ...query, today: clock.today() }),
      ),
      asOf: clock.asOf(),
    }),
    makeDecision: ({ body, actor, write }) =>
      write(async (transaction) => {
        const today = clock.today()
        const item = await findItem(transaction, body.entity, body.code)
        if (!item) throw notFound('item', body.code)
        if (body.kind === 'reply') await requireAnswerable(transaction, body, today)
        else requireAddressed(body, today)
        const mark = { areaCode: item.areaCode, by: actor.name, at: clock.now() }
        const id = await insertDecision(transaction, body, {
          ...mark,
          fictitious: clock.fictitious,
        })
        const decision = await findDecision(transaction, id, today)
        if (!decision) throw notFound('decision', String(id))
        return decision
      }),
  }
}

/** @throws HttpProblem 422 where nobody is named to act, or the day has passed */
function requireAddressed({ toUnit, dueOn, answers }: DecisionBody, today: string): void {
  if (toUnit === undefined) {
    throw refused('toUnit', {
      'zh-CN': '未写明交由哪个单位办理。请填写承办单位。',
      en: 'It does not say who is to act: name the unit.',
    })
  }
  if (dueOn !== undefined && dueOn < today) {
    throw refused('dueOn', {
      'zh-CN': `回告期限 ${dueOn} 早于今天(${today})。请填今天或以后的日期。`,
      en: `The day ${dueOn} lies before today (${today}): name today or a later one.`,
    })
  }
  if (answers !== undefined) {
    throw refused('answers', {
      'zh-CN': '只有回告对应一项批示。请改为回告,或不填所答事项。',
      en: 'Only a reply answers a decision: make it a reply, or leave answers out.',
    })
  }
}

/** @throws HttpProblem 422 where the reply answers nothing, a reply, or a decision on something else */
async function requireAnswerable(
  transaction: Queryable,
  { answers, entity, code, toUnit, dueOn }: DecisionBody,
  today: string,
): Promise<void> {
  const asked = answers === undefined ? undefined : await findDecision(transaction, answers, today)
  if (!asked || asked.kind === 'reply' || asked.entity !== entity || asked.code !== code) {
    throw refused('answers', {
      'zh-CN': '回告须对应同一事项的一项批示、转办或催办。请从该事项的批示处回告。',
      en: 'A reply answers an instruction, referral or urging on the same item: reply from there.',
    })
  }
  if (toUnit !== undefined || dueOn !== undefined) {
    throw refused(toUnit === undefined ? 'dueOn' : 'toUnit', {
      'zh-CN': '回告不另交办,不填承办单位和期限。需再交办请另写批示或催办。',
      en: 'A reply gives no new task: leave unit and day out, or write another decision.',
    })
  }
}
