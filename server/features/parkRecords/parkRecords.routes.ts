import type { PARK_RECORDS_CONTRACT } from '#data/contract/parkRecords'
import type { ParkRecord } from '#data/contract/parkRecordResponses'
import { addDays } from '#data/domain/clock'
import type { Clock } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { notFound } from '../../http/problems.ts'
import { editRecord, markOf, type Editing } from '../versions/editRecord.ts'
import { changedFields, historyOf } from '../versions/history.ts'
import { sourceOf } from '../versions/sourceOf.ts'
import { gradingProcedureHandlers } from './gradings.routes.ts'
import { findAcceptance, listGradingsOfPark } from './gradings.queries.ts'
import { insertDrill, insertFourPartyEntry, insertStageEntry } from './parkEntries.queries.ts'
import { listParkVersions, lockPark, updatePark, type ParkFactsRow } from './parkFacts.queries.ts'
import {
  countParkChecks,
  findParkFacts,
  findStageSince,
  listDrills,
  listFourParty,
  listOpenHiddenDangers,
  listParkChecks,
  listParkRecords,
  listParkTargets,
  listStages,
  listTenants,
} from './parkRecords.queries.ts'
import { countParkTrainings } from './parkTrainings.queries.ts'
import { alreadyWritten, requireNotFuture, requireStage, requireStation } from './parkRules.ts'

const PARK = {
  name: 'park',
  lock: lockPark,
  versions: listParkVersions,
  read: readRecord,
} as const

export function parkRecordHandlers(
  services: Services,
): Pick<Handlers, keyof typeof PARK_RECORDS_CONTRACT> {
  const { clock } = services
  return {
    ...gradingProcedureHandlers(services),
    listParkRecords: async ({ query, read }) => ({
      items: await read((transaction) => listParkRecords(transaction, query.area, clock.today())),
      asOf: clock.asOf(),
      source: clock.source,
      fictitious: clock.fictitious,
    }),
    getParkRecord: ({ params, read }) =>
      read((transaction) => readRecord(transaction, clock, params.code)),
    updateParkRecord: (request) =>
      editRecord(PARK, request, clock, async (current, editing) => {
        const { reason, ...fields } = request.body
        const given = Object.fromEntries(
          Object.entries(fields).filter(([, value]) => value !== undefined),
        ) as Partial<ParkFactsRow>
        const facts = { ...current, ...given }
        if (facts.safetyBodySince) requireNotFuture('safetyBodySince', facts.safetyBodySince, clock)
        if (changedFields(current, facts).length === 0) return
        await updatePark(editing.transaction, facts, markOf(editing, 'edit', reason))
      }),
    enterParkStage: (request) =>
      editRecord(PARK, request, clock, async (current, editing) => {
        const { stage, enteredOn, note = null } = request.body
        const { transaction } = editing
        requireNotFuture('enteredOn', enteredOn, clock)
        requireStage(current, request.body, {
          since: await findStageSince(transaction, current.code),
          acceptance: await findAcceptance(transaction, current.code),
        })
        await insertStageEntry(transaction, {
          ...registered(editing, current),
          stage,
          enteredOn,
          note,
        })
        await updatePark(transaction, { ...current, stage }, markOf(editing, 'edit', note))
      }),
    addFourPartyEntry: ({ params, body, actor, write }) =>
      write(async (transaction) => {
        const park = await requirePark(transaction, params.code)
        requireNotFuture('happenedOn', body.happenedOn, clock)
        const documentNumber = body.documentNumber ?? null
        const entry = { ...registered({ actor, clock }, park), ...body, documentNumber }
        if (!(await insertFourPartyEntry(transaction, entry))) throw alreadyWritten()
        return readRecord(transaction, clock, params.code)
      }),
    addStationDrill: ({ params, body, actor, write }) =>
      write(async (transaction) => {
        const park = await requirePark(transaction, params.code)
        const facts = await findParkFacts(transaction, params.code, clock.today())
        const { code: facilityCode } = requireStation(facts?.station ?? null)
        const testedAt = new Date(body.testedAt)
        requireNotFuture('testedAt', testedAt, clock)
        const drill = { ...registered({ actor, clock }, park), ...body, facilityCode, testedAt }
        const isNew = await insertDrill(transaction, { ...drill, remark: body.remark ?? null })
        if (!isNew) throw alreadyWritten()
        return readRecord(transaction, clock, params.code)
      }),
    getParkHistory: async ({ params, read }) => {
      const rows = await read((transaction) => listParkVersions(transaction, params.code))
      if (rows.length === 0) throw notFound('park', params.code)
      return { code: params.code, versions: historyOf(rows), downgrades: [], asOf: clock.asOf() }
    },
  }
}

const registered = (
  { actor, clock }: Omit<Editing, 'transaction'>,
  { code, areaCode }: ParkFactsRow,
) => ({ parkCode: code, areaCode, by: actor.name, at: clock.now() })

async function requirePark(transaction: Queryable, code: string): Promise<ParkFactsRow> {
  const park = await lockPark(transaction, code)
  if (!park) throw notFound('park', code)
  return park
}

const DAYS_OF_YEAR = 365

async function readRecord(transaction: Queryable, clock: Clock, code: string): Promise<ParkRecord> {
  const today = clock.today()
  const facts = await findParkFacts(transaction, code, today)
  if (!facts) throw notFound('park', code)
  return {
    ...facts,
    tenants: await listTenants(transaction, code),
    drills: await listDrills(transaction, code),
    stages: await listStages(transaction, code),
    fourParty: await listFourParty(transaction, code),
    gradings: await listGradingsOfPark(transaction, code),
    hiddenDangers: await listOpenHiddenDangers(transaction, code, today),
    checksOfYear: await countParkChecks(transaction, code, addDays(today, -DAYS_OF_YEAR)),
    checks: await listParkChecks(transaction, code),
    trainings: await countParkTrainings(transaction, code, `${today.slice(0, 4)}-01-01`, today),
    campaigns: await listParkTargets(transaction, code),
    asOf: clock.asOf(),
    source: sourceOf(facts, clock),
  }
}
