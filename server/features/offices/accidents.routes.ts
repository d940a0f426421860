import type {
  AccidentCreation,
  AccidentItem,
  ACCIDENTS_CONTRACT,
  DataConnection,
} from '#data/contract/offices/accidents'
import { accidentGrade, covers } from '#data/domain/accidents'
import { AREA_LEVELS, DISTRICT_CODE } from '#data/domain/areas'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { HttpProblem, notFound, refused } from '../../http/problems.ts'
import type { Editing } from '../versions/editRecord.ts'
import {
  countAtOtherLevels,
  findAccident,
  insertAccident,
  insertConnection,
  listAccidents,
  lockConnection,
  readConnection,
  sumAccidents,
  withdrawAccident,
  type AccidentRow,
} from './accidents.queries.ts'
import { nextCode } from './place.queries.ts'
import { requireArea, requirePast, requireRecordPlace } from './place.ts'

export function accidentHandlers({
  clock,
}: Services): Pick<Handlers, keyof typeof ACCIDENTS_CONTRACT> {
  return {
    listAccidents: ({ query, read }) =>
      read(async (transaction) => {
        const { area, kind = null } = query
        const today = clock.today()
        const year = query.year ?? Number(today.slice(0, 4))
        const span = { area, from: `${year}-01-01`, until: `${year}-12-31` }
        const connection = await readConnection(transaction, 'accidents')
        const sums = await sumAccidents(transaction, span)
        const tells = connection !== null && covers(connection.scopeLevel, area)
        const isReached = tells && connection.connectedOn <= span.until
        const before = await sumYearBefore(transaction, { area, year, today })
        const reachesBack = tells && connection.connectedOn <= `${year - 1}-01-01`
        return {
          year,
          connection,
          present: isReached ? { accidents: sums.accidents, deaths: sums.deaths } : null,
          yearBefore: reachesBack ? before : null,
          nearMisses: sums.nearMisses,
          items: (await listAccidents(transaction, span, kind)).map(itemOf),
          asOf: clock.asOf(),
          source: clock.source,
        }
      }),
    registerAccident: ({ body, actor, write }) =>
      write(async (transaction) => {
        requirePast('occurredOn', body.occurredOn, clock.today())
        const code = await register({ transaction, actor, clock }, body)
        return requireItem(transaction, code)
      }),
    withdrawAccident: ({ params, body, actor, write }) =>
      write(async (transaction) => {
        const item = await requireItem(transaction, params.code)
        const mark = { by: actor.name, at: clock.now(), reason: body.reason }
        if (!(await withdrawAccident(transaction, params.code, mark))) {
          throw new HttpProblem('alreadyDone', {
            'zh-CN': `该条已由${item.withdrawn?.by ?? '他人'}撤销登记,不再计数。`,
            en: `It was withdrawn by ${item.withdrawn?.by ?? 'somebody else'} already and counts no longer.`,
          })
        }
        return requireItem(transaction, params.code)
      }),
    connectDataSource: ({ params, body, actor, write }) =>
      write(async (transaction) => {
        requirePast('connectedOn', body.connectedOn, clock.today())
        const { source } = params
        const mark = { by: actor.name, at: clock.now() }
        await lockConnection(transaction)
        await requireSameLevel(transaction, body)
        await insertConnection(transaction, { source, areaCode: DISTRICT_CODE, ...body, ...mark })
        const connection = await readConnection(transaction, source)
        if (!connection) throw new Error('The connection was not written')
        return connection
      }),
  }
}

/** The same days of the year before, so that a year that is not over compares. */
async function sumYearBefore(
  transaction: Queryable,
  { area, year, today }: { area: string; year: number; today: string },
) {
  const isPresent = today.startsWith(String(year))
  const lastDay = isPresent ? today.slice(4).replace('-02-29', '-02-28') : '-12-31'
  const span = { area, from: `${year - 1}-01-01`, until: `${year - 1}${lastDay}` }
  const { accidents, deaths } = await sumAccidents(transaction, span)
  return { accidents, deaths }
}

function itemOf(row: AccidentRow): AccidentItem {
  return { ...row, grade: row.kind === 'accident' ? accidentGrade(row) : null }
}

async function requireItem(transaction: Queryable, code: string): Promise<AccidentItem> {
  const row = await findAccident(transaction, code)
  if (!row) throw notFound('accident', code)
  return itemOf(row)
}

/** @returns the code of the new entry */
async function register(editing: Editing, body: AccidentCreation): Promise<string> {
  const { transaction, actor, clock } = editing
  const { place, accidentType, measures, ...told } = body
  const common = {
    place: place ?? null,
    accidentType: accidentType ?? null,
    measures: measures ?? null,
    by: actor.name,
    at: clock.now(),
  }
  if (told.kind === 'nearMiss') {
    const { areaCode, fictitious } = await requireRecordPlace(transaction, told)
    const code = await nextCode(transaction, 'accident_codes')
    const harmless = { deaths: 0, seriousInjuries: 0, lossYuan: null }
    const enterpriseCode = told.enterpriseCode ?? null
    const entry = { ...told, ...common, ...harmless, enterpriseCode, code, areaCode, fictitious }
    await insertAccident(transaction, entry)
    return code
  }
  await requireArea(transaction, told.areaCode)
  await lockConnection(transaction)
  requireConnected(await readConnection(transaction, 'accidents'), told)
  const code = await nextCode(transaction, 'accident_codes')
  const nowhere = { parkCode: null, enterpriseCode: null, lossYuan: told.lossYuan ?? null }
  await insertAccident(transaction, {
    ...told,
    ...common,
    ...nowhere,
    code,
    fictitious: clock.fictitious,
  })
  return code
}

/** @throws HttpProblem 422 where accidents of another level would be read as 0 at the new one */
async function requireSameLevel(
  transaction: Queryable,
  { scopeLevel, connectedOn }: Pick<DataConnection, 'scopeLevel' | 'connectedOn'>,
): Promise<void> {
  const { codeLength, labels } = AREA_LEVELS[scopeLevel]
  const year = connectedOn.slice(0, 4)
  const count = await countAtOtherLevels(transaction, codeLength, `${year}-01-01`)
  if (count === 0) return
  throw refused('scopeLevel', {
    'zh-CN': `${year}年以来已有 ${count} 起事故登记在别的层级,改按${labels['zh-CN']}统计后会被读成 0。请从没有登记的年份起接入,或先撤销这些登记,再按${labels['zh-CN']}重新登记。`,
    en: `${count} accidents since ${year} stand at another level and would read as 0 by ${labels.en.toLowerCase()}. Connect it from a year without any, or withdraw them first and register them anew.`,
  })
}

/** An accident is of the level that its register tells of, else a total would be of one part. */
function requireConnected(
  connection: DataConnection | null,
  { areaCode, occurredOn }: { areaCode: string; occurredOn: string },
): void {
  if (!connection) {
    throw refused('kind', {
      'zh-CN': '事故统计尚未接入,不能登记事故。请先登记数据来源;险情可直接登记。',
      en: 'No register of accidents is connected: name its source first. Near misses need none.',
    })
  }
  const { codeLength, labels } = AREA_LEVELS[connection.scopeLevel]
  if (areaCode.length !== codeLength) {
    throw refused('areaCode', {
      'zh-CN': `已接入的来源“${connection.sourceName}”按${labels['zh-CN']}统计,事故须登记在${labels['zh-CN']}一级。`,
      en: `The connected register “${connection.sourceName}” tells by ${labels.en.toLowerCase()}: register the accident at that level.`,
    })
  }
  if (occurredOn < connection.connectedOn) {
    throw refused('occurredOn', {
      'zh-CN': `已接入的来源自 ${connection.connectedOn} 起有数,不能登记更早的事故。`,
      en: `The connected register begins on ${connection.connectedOn}: nothing earlier can be registered.`,
    })
  }
}
