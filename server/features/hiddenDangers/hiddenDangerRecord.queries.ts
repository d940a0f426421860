import * as z from 'zod/mini'
import {
  handlingLevelSchema,
  hiddenDangerCategorySchema,
  hiddenDangerSeveritySchema,
  hiddenDangerStateSchema,
} from '#data/domain/hiddenDangers'
import { supervisionSchema } from '#data/contract/hiddenDangerResponses'
import type { HiddenDangerAction } from '#data/domain/hiddenDangerActions'
import type { HiddenDangerState } from '#data/domain/hiddenDangers'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { searchKey } from '../../searchKey.ts'

const textsSchema = z.record(z.string(), z.string())
/** A hidden danger as a step finds it and leaves it. */
const recordRowSchema = z.object({
  id: z.int(),
  code: z.string(),
  areaCode: z.string(),
  parkCode: z.string(),
  parkName: z.string(),
  enterpriseName: z.nullable(z.string()),
  version: z.int(),
  state: hiddenDangerStateSchema,
  location: z.string(),
  description: z.string(),
  category: hiddenDangerCategorySchema,
  clauseNumber: z.nullable(z.int()),
  suspectedMajor: z.boolean(),
  severity: hiddenDangerSeveritySchema,
  severityBasis: z.nullable(z.string()),
  handlingLevel: handlingLevelSchema,
  foundOn: z.string(),
  responsibleUnit: z.nullable(z.string()),
  responsiblePerson: z.nullable(z.string()),
  deadline: z.string(),
  extendedDeadline: z.nullable(z.string()),
  requestedDeadline: z.nullable(z.string()),
  assignedBefore: z.boolean(),
  fiveRequirements: textsSchema,
  rectificationPlan: textsSchema,
  fundsYuan: z.nullable(z.number()),
  controlMeasures: z.nullable(z.string()),
  rectifiedOn: z.nullable(z.string()),
  closedAt: z.nullable(z.string()),
  supervision: z.nullable(supervisionSchema),
  mergedInto: z.nullable(z.int()),
  mergedFrom: z.array(z.string()),
})
export type HiddenDangerRecord = z.infer<typeof recordRowSchema>

/**
 * Records as they stand, which nobody else changes before this transaction ends. Locked by id, so
 * that two who merge one into the other never wait for each other; read by a statement of its own,
 * since what a waiting one saw of the events is from before it waited.
 */
export async function lockHiddenDangers(
  transaction: Queryable,
  codes: readonly string[],
): Promise<HiddenDangerRecord[]> {
  await transaction.query(
    'SELECT id FROM hidden_dangers WHERE code = ANY ($1) ORDER BY id FOR UPDATE',
    [codes],
  )
  return query(
    transaction,
    recordRowSchema,
    `SELECT danger.id, danger.code, danger.area_code AS "areaCode", danger.park_code AS "parkCode",
       (SELECT name FROM parks WHERE code = danger.park_code) AS "parkName",
       (SELECT name FROM enterprises WHERE code = danger.enterprise_code) AS "enterpriseName",
       danger.version, danger.state, danger.location, danger.description, danger.category,
       danger.clause_number AS "clauseNumber", danger.suspected_major AS "suspectedMajor",
       danger.severity, danger.severity_basis AS "severityBasis",
       danger.handling_level AS "handlingLevel", danger.found_on AS "foundOn",
       danger.responsible_unit AS "responsibleUnit",
       danger.responsible_person AS "responsiblePerson", danger.deadline,
       danger.extended_deadline AS "extendedDeadline",
       danger.requested_deadline AS "requestedDeadline",
       EXISTS (SELECT FROM hidden_danger_events AS event
         WHERE event.hidden_danger_id = danger.id AND event.action = 'assign') AS "assignedBefore",
       coalesce(danger.five_requirements, '{}') AS "fiveRequirements",
       coalesce(danger.rectification_plan, '{}') AS "rectificationPlan",
       danger.funds_yuan AS "fundsYuan", danger.control_measures AS "controlMeasures",
       danger.rectified_on AS "rectifiedOn", to_json(danger.closed_at) AS "closedAt",
       CASE WHEN danger.supervised_at IS NOT NULL THEN json_build_object(
         'level', danger.supervision_level, 'documentNumber', danger.supervision_number,
         'deadline', danger.supervision_deadline, 'at', danger.supervised_at,
         'endedAt', danger.supervision_ended_at) END AS supervision,
       danger.merged_into AS "mergedInto",
       ARRAY (SELECT part.code FROM hidden_dangers AS part WHERE part.merged_into = danger.id
         ORDER BY part.id) AS "mergedFrom"
     FROM hidden_dangers AS danger WHERE danger.code = ANY ($1) ORDER BY danger.id`,
    [codes],
  )
}

/** Where a hidden danger is, which never changes; null: there is no such. */
export async function findParkOfHiddenDanger(
  transaction: Queryable,
  code: string,
): Promise<string | null> {
  const [row] = await query(
    transaction,
    z.object({ parkCode: z.string() }),
    'SELECT park_code AS "parkCode" FROM hidden_dangers WHERE code = $1',
    [code],
  )
  return row?.parkCode ?? null
}

/** Locks what a visit found. @returns the codes, in the order they were registered */
export async function lockHiddenDangersOfCheck(
  transaction: Queryable,
  checkId: number,
): Promise<HiddenDangerRecord[]> {
  const rows = await query(
    transaction,
    z.object({ code: z.string() }),
    'SELECT code FROM hidden_dangers WHERE check_id = $1 ORDER BY id',
    [checkId],
  )
  return lockHiddenDangers(
    transaction,
    rows.map(({ code }) => code),
  )
}

const CHANGED_COLUMNS = `version, state, location, description, category, clause_number,
  suspected_major, severity, severity_basis, handling_level, responsible_unit, responsible_person, deadline,
  extended_deadline, requested_deadline, five_requirements, rectification_plan, funds_yuan,
  control_measures, rectified_on, closed_at, supervision_level, supervision_number,
  supervision_deadline, supervised_at, supervision_ended_at, merged_into, search_key`
const CHANGED_VALUES = `version, state, location, description, category, "clauseNumber",
  "suspectedMajor", severity, "severityBasis", "handlingLevel", "responsibleUnit", "responsiblePerson", deadline,
  "extendedDeadline", "requestedDeadline", "fiveRequirements", "rectificationPlan", "fundsYuan",
  "controlMeasures", "rectifiedOn", "closedAt", "supervisionLevel", "supervisionNumber",
  "supervisionDeadline", "supervisedAt", "supervisionEndedAt", "mergedInto", "searchKey"`
const RECORD = `json_to_record($1::json) AS record (version integer, state text, location text,
  description text, category text, "clauseNumber" smallint, "suspectedMajor" boolean, severity text, "severityBasis" text,
  "handlingLevel" text, "responsibleUnit" text, "responsiblePerson" text, deadline date,
  "extendedDeadline" date, "requestedDeadline" date, "fiveRequirements" jsonb,
  "rectificationPlan" jsonb, "fundsYuan" float8, "controlMeasures" text, "rectifiedOn" date,
  "closedAt" timestamptz, "supervisionLevel" text, "supervisionNumber" text,
  "supervisionDeadline" date, "supervisedAt" timestamptz, "supervisionEndedAt" timestamptz,
  "mergedInto" integer, "searchKey" text)`

/** Puts a record where a step led it; the event of the step is written beside it. */
export async function updateHiddenDanger(
  transaction: Queryable,
  record: HiddenDangerRecord,
): Promise<void> {
  const { supervision } = record
  const json = {
    ...record,
    supervisionLevel: supervision?.level,
    supervisionNumber: supervision?.documentNumber,
    supervisionDeadline: supervision?.deadline,
    supervisedAt: supervision?.at,
    supervisionEndedAt: supervision?.endedAt,
    searchKey: hiddenDangerSearchKey(record),
  }
  await transaction.query(
    `UPDATE hidden_dangers SET (${CHANGED_COLUMNS}) = (SELECT ${CHANGED_VALUES} FROM ${RECORD})
     WHERE id = $2`,
    [JSON.stringify(json), record.id],
  )
}

export type NewEvent = {
  hiddenDangerId: number
  sequence: number
  areaCode: string
  action: HiddenDangerAction
  fromState: HiddenDangerState | null
  toState: HiddenDangerState
  at: Date
  by: string
  note: string | null
  details: Record<string, unknown>
}

export async function insertEvent(transaction: Queryable, event: NewEvent): Promise<void> {
  await transaction.query(
    `INSERT INTO hidden_danger_events (hidden_danger_id, sequence, area_code, action, from_state,
       to_state, at, by, note, details)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb)`,
    [
      event.hiddenDangerId,
      event.sequence,
      event.areaCode,
      event.action,
      event.fromState,
      event.toState,
      event.at,
      event.by,
      event.note,
      JSON.stringify(event.details),
    ],
  )
}

/** What the list of hidden dangers is searched by: words of it and of where it is, and its code. */
export function hiddenDangerSearchKey(record: {
  code: string
  description: string
  location: string
  parkName: string
  enterpriseName: string | null
}): string {
  const { code, description, location, parkName, enterpriseName } = record
  const words = [description, location, enterpriseName, parkName].filter((word) => word !== null)
  return searchKey(words.join(' '), code)
}
