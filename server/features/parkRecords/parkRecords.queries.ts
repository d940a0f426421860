import * as z from 'zod/mini'
import {
  drillSchema,
  fourPartyEntrySchema,
  parkCheckSchema,
  parkFactsSchema,
  parkHiddenDangerSchema,
  parkRecordItemSchema,
  parkTargetSchema,
  stageRecordSchema,
  tenantSchema,
  type ParkRecordItem,
} from '#data/contract/parkRecordResponses'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { isOpenNow } from '../hiddenDangers/countedDangers.queries.ts'
import { latestAcceptanceOf } from './gradings.queries.ts'
import { FACT_COLUMNS } from './parkFacts.queries.ts'

const IS_OPEN = isOpenNow('hidden_dangers')
/** What is open in a park at a day of the parameter; overdue by the original deadline. */
const openColumns = (today: string) => `
  count(*)::integer AS open, count(*) FILTER (WHERE severity = 'major')::integer AS major,
  count(*) FILTER (WHERE deadline < ${today}::date)::integer AS overdue
  FROM hidden_dangers WHERE ${IS_OPEN}`

/** The parks of an area in code order, with what a list of records shows. */
export function listParkRecords(
  transaction: Queryable,
  area: string | undefined,
  today: string,
): Promise<ParkRecordItem[]> {
  return query(
    transaction,
    parkRecordItemSchema,
    `SELECT park.code, park.name, park.park_type AS "parkType", park.demonstration, park.grade,
       park.stage, park.problem_tags AS "problemTags", park.operator, park.fictitious,
       park.area_code AS "areaCode", street.name AS street, community.name AS community,
       stage.since AS "stageSince", coalesce(tenant.number, 0) AS enterprises,
       coalesce(danger.open, 0) AS "openHiddenDangers", coalesce(danger.major, 0) AS "openMajor",
       coalesce(danger.overdue, 0) AS "overdueHiddenDangers",
       CASE WHEN accepted.outcome = 'passed' THEN coalesce(danger.major, 0) ELSE 0 END
         AS "majorSinceAcceptance",
       graded.total, graded.day AS "gradedOn", pending.state AS "pendingState",
       pending.outcome AS "pendingOutcome", station.code IS NOT NULL AS "hasStation",
       drill.arrival_seconds AS "lastArrivalSeconds"
     FROM parks AS park
     JOIN areas AS community ON community.code = park.area_code
     JOIN areas AS street ON street.code = left(park.area_code, 9)
     LEFT JOIN (SELECT park_code, count(*)::integer AS number FROM enterprises
       WHERE retired_at IS NULL GROUP BY park_code) AS tenant ON tenant.park_code = park.code
     LEFT JOIN (SELECT park_code, ${openColumns('$2')} GROUP BY park_code) AS danger
       ON danger.park_code = park.code
     LEFT JOIN (SELECT DISTINCT ON (park_code) park_code, entered_on AS since
       FROM park_stage_entries ORDER BY park_code, entered_on DESC, id DESC) AS stage
       ON stage.park_code = park.code
     LEFT JOIN (SELECT DISTINCT ON (park_code) park_code, total, decided_at::date AS day
       FROM park_gradings WHERE purpose = 'grading' AND state = 'effective'
       ORDER BY park_code, decided_at DESC) AS graded ON graded.park_code = park.code
     LEFT JOIN (SELECT DISTINCT ON (park_code) park_code, outcome
       FROM park_gradings WHERE purpose = 'acceptance' AND state = 'effective'
       ORDER BY park_code, decided_at DESC, id DESC) AS accepted
       ON accepted.park_code = park.code
     LEFT JOIN park_gradings AS pending ON pending.park_code = park.code
       AND pending.purpose = 'grading' AND pending.decided_at IS NULL
     LEFT JOIN (SELECT DISTINCT ON (park_code) park_code, code FROM facilities
       WHERE kind = 'microFireStation' ORDER BY park_code, code) AS station
       ON station.park_code = park.code
     LEFT JOIN (SELECT DISTINCT ON (facility_code) facility_code, arrival_seconds
       FROM station_drills ORDER BY facility_code, tested_at DESC) AS drill
       ON drill.facility_code = station.code
     WHERE ($1::text IS NULL OR (park.area_code >= $1 AND park.area_code < $1 || ':'))
       AND park.retired_at IS NULL
     ORDER BY park.code`,
    [area ?? null, today],
  )
}

const factsRowSchema = z.extend(parkFactsSchema, {
  street: z.string(),
  community: z.string(),
  openHiddenDangers: z.int(),
  openMajor: z.int(),
  overdueHiddenDangers: z.int(),
  majorSinceAcceptance: z.int(),
  station: z.nullable(z.object({ code: z.string(), name: z.string(), staff: z.nullable(z.int()) })),
})

/** The facts of one park with where it is registered and what is open, or undefined. */
export async function findParkFacts(
  transaction: Queryable,
  code: string,
  today: string,
): Promise<z.infer<typeof factsRowSchema> | undefined> {
  const [row] = await query(
    transaction,
    factsRowSchema,
    `SELECT ${FACT_COLUMNS}, street.name AS street, community.name AS community,
       danger.open AS "openHiddenDangers", danger.major AS "openMajor",
       danger.overdue AS "overdueHiddenDangers",
       CASE WHEN ${latestAcceptanceOf('park.code')} = 'passed' THEN danger.major ELSE 0 END
         AS "majorSinceAcceptance",
       (SELECT json_build_object('code', code, 'name', name, 'staff', staff) FROM facilities
        WHERE park_code = park.code AND kind = 'microFireStation' ORDER BY code LIMIT 1) AS station
     FROM parks AS park
     JOIN areas AS community ON community.code = park.area_code
     JOIN areas AS street ON street.code = left(park.area_code, 9)
     CROSS JOIN (SELECT ${openColumns('$2')} AND park_code = $1) AS danger
     WHERE park.code = $1`,
    [code, today],
  )
  return row
}

/** Enterprises of a park with the chain of those they rent from, by sublessor and code. */
export function listTenants(
  transaction: Queryable,
  code: string,
): Promise<z.infer<typeof tenantSchema>[]> {
  return query(
    transaction,
    tenantSchema,
    `SELECT code, name, industry, high_risk_class AS "highRiskClass", headcount,
       property_owner AS "propertyOwner", operator, sublessor, floor
     FROM enterprises WHERE park_code = $1 AND retired_at IS NULL
     ORDER BY sublessor NULLS FIRST, code`,
    [code],
  )
}

export function listDrills(
  transaction: Queryable,
  code: string,
): Promise<z.infer<typeof drillSchema>[]> {
  return query(
    transaction,
    drillSchema,
    `SELECT id, to_json(tested_at) AS "testedAt", arrival_seconds AS "arrivalSeconds", people,
       tested_by AS "testedBy", remark, registered_by AS "registeredBy"
     FROM station_drills WHERE park_code = $1 ORDER BY tested_at DESC, id DESC LIMIT 50`,
    [code],
  )
}

export function listStages(
  transaction: Queryable,
  code: string,
): Promise<z.infer<typeof stageRecordSchema>[]> {
  return query(
    transaction,
    stageRecordSchema,
    `SELECT stage, entered_on AS "enteredOn", note, registered_by AS "registeredBy",
       to_json(registered_at) AS "registeredAt"
     FROM park_stage_entries WHERE park_code = $1 ORDER BY entered_on, id`,
    [code],
  )
}

export function listFourParty(
  transaction: Queryable,
  code: string,
): Promise<z.infer<typeof fourPartyEntrySchema>[]> {
  return query(
    transaction,
    fourPartyEntrySchema,
    `SELECT id, party, organisation, happened_on AS "happenedOn", description,
       document_number AS "documentNumber", registered_by AS "registeredBy",
       to_json(registered_at) AS "registeredAt"
     FROM four_party_entries WHERE park_code = $1
     ORDER BY happened_on DESC, id DESC LIMIT 200`,
    [code],
  )
}

/** What is not closed in a park, the gravest and the longest due first. */
export function listOpenHiddenDangers(
  transaction: Queryable,
  code: string,
  today: string,
): Promise<z.infer<typeof parkHiddenDangerSchema>[]> {
  return query(
    transaction,
    parkHiddenDangerSchema,
    `SELECT code, location, description, severity, state, deadline,
       deadline < $2::date AS overdue
     FROM hidden_dangers WHERE park_code = $1 AND ${IS_OPEN}
     ORDER BY (severity = 'major') DESC, deadline, code LIMIT 50`,
    [code, today],
  )
}

/** The latest visits of a park. */
export function listParkChecks(
  transaction: Queryable,
  code: string,
): Promise<z.infer<typeof parkCheckSchema>[]> {
  return query(
    transaction,
    parkCheckSchema,
    `SELECT visit.code, to_json(visit.checked_at) AS "checkedAt", visit.kind, visit.outcome,
       visit.department, enterprise.name AS "enterpriseName"
     FROM checks AS visit LEFT JOIN enterprises AS enterprise
       ON enterprise.code = visit.enterprise_code
     WHERE visit.park_code = $1 AND visit.withdrawn_at IS NULL
     ORDER BY visit.checked_at DESC, visit.id DESC LIMIT 10`,
    [code],
  )
}

/** Visits of a park since a day. */
export async function countParkChecks(
  transaction: Queryable,
  code: string,
  since: string,
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ count: z.int() }),
    `SELECT count(*)::integer AS count FROM checks
     WHERE park_code = $1 AND withdrawn_at IS NULL
       AND checked_at >= $2::date::timestamp AT TIME ZONE 'Asia/Shanghai'`,
    [code, since],
  )
  return row?.count ?? 0
}

/** How many targets of each campaign and state a park has. */
export function listParkTargets(
  transaction: Queryable,
  code: string,
): Promise<z.infer<typeof parkTargetSchema>[]> {
  return query(
    transaction,
    parkTargetSchema,
    `SELECT campaign.code AS "campaignCode", campaign.name AS "campaignName", campaign.kind,
       target.state, count(*)::integer AS targets
     FROM campaign_targets AS target JOIN campaigns AS campaign
       ON campaign.code = target.campaign_code
     WHERE target.park_code = $1
     GROUP BY campaign.code, target.state ORDER BY campaign.code, target.state`,
    [code],
  )
}

/** When the park entered its latest stage, or null. */
export async function findStageSince(transaction: Queryable, code: string): Promise<string | null> {
  const [row] = await query(
    transaction,
    z.object({ enteredOn: z.string() }),
    `SELECT entered_on AS "enteredOn" FROM park_stage_entries WHERE park_code = $1
     ORDER BY entered_on DESC, id DESC LIMIT 1`,
    [code],
  )
  return row?.enteredOn ?? null
}
