import type { CampaignDetail, CampaignTargetDetail } from '#data/contract/campaignResponses'
import type { CAMPAIGNS_CONTRACT } from '#data/contract/campaigns'
import { DISTRICT_CODE } from '#data/domain/areas'
import { CAMPAIGN_KINDS } from '#data/domain/campaigns'
import { targetMachine, TARGET_STATES, timeProgress } from '#data/domain/campaignTargets'
import type { Clock } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { HttpProblem, notFound, refused } from '../../http/problems.ts'
import { findAcceptance } from '../parkRecords/gradings.queries.ts'
import { decodeCursor, encodeCursor } from '../riskPoints/cursor.ts'
import {
  countTargets,
  findCampaign,
  insertCampaign,
  insertTargets,
  listAreaNames,
  listCampaignRows,
} from './campaigns.queries.ts'
import {
  countTargetsOf,
  findTarget,
  insertTargetEvent,
  listTargetEvents,
  listTargets,
  lockTarget,
  updateTarget,
  type TargetRow,
} from './campaignTargets.queries.ts'
import { planTargetStep } from './planTargetStep.ts'
import { progressOf } from './progress.ts'

export function campaignHandlers({
  clock,
}: Services): Pick<Handlers, keyof typeof CAMPAIGNS_CONTRACT> {
  return {
    listCampaigns: ({ query, read }) =>
      read(async (transaction) => {
        const area = query.area ?? DISTRICT_CODE
        const today = clock.today()
        const filter = { area, digits: area.length, today }
        const rows = await countTargets(transaction, filter)
        const items = (await listCampaignRows(transaction)).map((campaign) => {
          const time = timeProgress(campaign, today)
          const own = rows.filter(({ campaignCode }) => campaignCode === campaign.code)
          return { ...campaign, timeProgress: time, ...progressOf(own, time) }
        })
        return { items, asOf: clock.asOf(), source: clock.source }
      }),
    getCampaign: ({ params, query, read }) =>
      read((transaction) =>
        readCampaign(transaction, clock, params.code, query.area ?? DISTRICT_CODE),
      ),
    createCampaign: ({ body, actor, write }) =>
      write(async (transaction) => {
        if (body.endsOn <= body.startsOn) throw endsTooEarly()
        const by = { by: actor.name, at: clock.now() }
        const place = { areaCode: DISTRICT_CODE, fictitious: clock.fictitious }
        const code = await insertCampaign(transaction, { ...body, ...place, ...by })
        const { highRiskClass } = CAMPAIGN_KINDS[body.kind]
        const target = { code, highRiskClass, ...by, day: clock.today() }
        if ((await insertTargets(transaction, target)) === 0) throw withoutTargets()
        return readCampaign(transaction, clock, code, DISTRICT_CODE)
      }),
    listCampaignTargets: ({ params, query, read }) =>
      read(async (transaction) => {
        const { limit, cursor, ...rest } = query
        if (!(await findCampaign(transaction, params.code))) throw notFound('campaign', params.code)
        const filter = { campaign: params.code, ...rest }
        const today = clock.today()
        const after = cursor === undefined ? 0 : decodeCursor(cursor)
        const page = { today, after, limit: limit + 1 }
        const found = await listTargets(transaction, filter, page)
        const items = found.slice(0, limit)
        const last = found.length > limit ? items.at(-1) : undefined
        return {
          items,
          total: await countTargetsOf(transaction, filter, today),
          nextCursor: last ? encodeCursor(last.id) : null,
          asOf: clock.asOf(),
          source: clock.source,
        }
      }),
    getCampaignTarget: ({ params, read }) =>
      read((transaction) => readTarget(transaction, clock, Number(params.id))),
    actOnCampaignTarget: ({ params, body, version, actor, write }) =>
      write(async (transaction) => {
        const target = await requireTarget(transaction, Number(params.id), version, clock)
        const step = planTargetStep(target, body, {
          today: clock.today(),
          parkAcceptance: await findAcceptance(transaction, target.parkCode),
        })
        const { facts, ...event } = step
        await insertTargetEvent(transaction, {
          ...event,
          ...{ targetId: target.id, areaCode: target.areaCode, sequence: facts.version },
          ...{ action: body.action, fromState: target.state, toState: facts.state },
          ...{ at: clock.now(), by: actor.name },
        })
        await updateTarget(transaction, target.id, facts)
        return readTarget(transaction, clock, target.id)
      }),
  }
}

const endsTooEarly = () =>
  refused('endsOn', {
    'zh-CN': '结束日期须晚于开始日期。请改正。',
    en: 'The campaign must end after it begins: correct the days.',
  })
const withoutTargets = () =>
  refused('kind', {
    'zh-CN': '没有在册的对象:请先登记该类企业,再发起专项行动。',
    en: 'Nothing registered would be a target: register the enterprises of this class first.',
  })

async function requireTarget(
  transaction: Queryable,
  id: number,
  version: number,
  clock: Clock,
): Promise<TargetRow> {
  await lockTarget(transaction, id)
  const target = await findTarget(transaction, id, clock.today())
  if (!target) throw notFound('campaign target', String(id))
  if (target.version === version) return target
  const { labels } = TARGET_STATES[target.state]
  throw new HttpProblem('stale', {
    'zh-CN': `他人已办理下一步,现为“${labels['zh-CN']}”。请刷新后再办理。`,
    en: `Somebody took a step meanwhile; it is “${labels.en}” now. Load it again, then go on.`,
  })
}

/** Digits of a code one level below; a community has none below it. */
const digitsBelow = (area: string) => Math.min(area.length + 3, 12)

async function readCampaign(
  transaction: Queryable,
  clock: Clock,
  code: string,
  area: string,
): Promise<CampaignDetail> {
  const campaign = await findCampaign(transaction, code)
  if (!campaign) throw notFound('campaign', code)
  const today = clock.today()
  const time = timeProgress(campaign, today)
  const digits = digitsBelow(area)
  const rows = await countTargets(transaction, { campaign: code, area, digits, today })
  const names = await listAreaNames(transaction, area, digits)
  return {
    ...campaign,
    timeProgress: time,
    ...progressOf(rows, time),
    areas: names.map(({ code: areaCode, name }) => ({
      code: areaCode,
      name,
      ...progressOf(
        rows.filter((row) => row.areaCode === areaCode),
        time,
      ),
    })),
    asOf: clock.asOf(),
    source: clock.source,
  }
}

async function readTarget(
  transaction: Queryable,
  clock: Clock,
  id: number,
): Promise<CampaignTargetDetail> {
  const target = await findTarget(transaction, id, clock.today())
  if (!target) throw notFound('campaign target', String(id))
  return {
    ...target,
    events: await listTargetEvents(transaction, id),
    possibleActions: targetMachine.possible(target.state),
    asOf: clock.asOf(),
    source: clock.source,
  }
}
