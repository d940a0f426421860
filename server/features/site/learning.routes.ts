import type { Learning } from '#data/contract/site/siteResponses'
import type { Clock } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { notFound, refused } from '../../http/problems.ts'
import { lockPark, type ParkFactsRow } from '../parkRecords/parkFacts.queries.ts'
import { listStages } from '../parkRecords/parkRecords.queries.ts'
import { alreadyWritten, requireNotFuture } from '../parkRecords/parkRules.ts'
import { findPark } from '../parks/parks.queries.ts'
import {
  findScoreSheets,
  hasFeature,
  insertExchange,
  insertRectification,
  listExchanges,
  listRectifications,
} from './learning.queries.ts'
import { told } from './told.ts'

type Keys = 'getLearning' | 'addRectification' | 'addExchange'

export function learningHandlers({ clock }: Services): Pick<Handlers, Keys> {
  return {
    getLearning: ({ params, read }) =>
      read((transaction) => readLearning(transaction, clock, params.code)),
    addRectification: ({ params, body, actor, write }) =>
      write(async (transaction) => {
        const { code: parkCode, areaCode } = await requirePark(transaction, params.code)
        const { foundOn, startedOn = null, finishedOn = null, featureCode = null } = body
        for (const [field, day] of Object.entries({ foundOn, startedOn, finishedOn })) {
          if (day !== null) requireNotFuture(field, day, clock)
        }
        if (featureCode !== null) await requireFeature(transaction, parkCode, featureCode)
        const isNew = await insertRectification(transaction, {
          ...body,
          ...{ parkCode, areaCode, by: actor.name, at: clock.now() },
          ...{ startedOn, finishedOn, featureCode },
          problemTag: body.problemTag ?? null,
          result: body.result ?? null,
          costYuan: body.costYuan ?? null,
          copyNote: body.copyNote ?? null,
        })
        if (!isNew) throw alreadyWritten()
        return readLearning(transaction, clock, parkCode)
      }),
    addExchange: ({ params, body, actor, write }) =>
      write(async (transaction) => {
        const park = await requirePark(transaction, params.code)
        requireDemonstration(park)
        requireNotFuture('heldOn', body.heldOn, clock)
        const { code: parkCode, areaCode } = park
        const mark = { by: actor.name, at: clock.now() }
        const isNew = await insertExchange(transaction, { ...body, parkCode, areaCode, ...mark })
        if (!isNew) throw alreadyWritten()
        return readLearning(transaction, clock, parkCode)
      }),
  }
}

/**
 * What there is to learn from a park, ordinary parks included.
 * @throws HttpProblem 404 without such a park
 */
export async function readLearning(
  transaction: Queryable,
  clock: Clock,
  code: string,
): Promise<Learning> {
  const park = await findPark(transaction, code)
  if (!park) throw notFound('park', code)
  return {
    parkCode: code,
    parkName: park.name,
    rectifications: await listRectifications(transaction, code),
    ...(await findScoreSheets(transaction, code)),
    stages: await listStages(transaction, code),
    exchanges: await listExchanges(transaction, code),
    ...told(clock),
  }
}

async function requirePark(transaction: Queryable, code: string): Promise<ParkFactsRow> {
  const park = await lockPark(transaction, code)
  if (!park) throw notFound('park', code)
  return park
}

/** @throws HttpProblem 422 for a thing that does not stand on the site of the park */
async function requireFeature(
  transaction: Queryable,
  parkCode: string,
  featureCode: string,
): Promise<void> {
  if (await hasFeature(transaction, parkCode, featureCode)) return
  throw refused('featureCode', {
    'zh-CN': `园区 ${parkCode} 没有编号为 ${featureCode} 的设施。请在该园区的地图上选择,或留空。`,
    en: `Nothing on the site of ${parkCode} has the code ${featureCode}: choose it on the map of that park, or leave it out.`,
  })
}

/** @throws HttpProblem 422 for an ordinary park */
function requireDemonstration({ name, demonstration }: ParkFactsRow): void {
  if (demonstration) return
  throw refused('park', {
    'zh-CN': `${name}不是示范园区,不登记交流会和参观。请选择示范园区;本园区的整改可登记为整改记录。`,
    en: `${name} is no demonstration park, so no exchange meeting or visit is written down: choose a demonstration park. What this park rectified can be written down as a rectification.`,
  })
}
