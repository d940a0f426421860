import * as z from 'zod/mini'
import type { DemoAccident } from '#data/demo/offices/createAccidents'
import type { DemoDutyShift } from '#data/demo/offices/createDutyShifts'
import type { DemoEnforcement, TransferredDanger } from '#data/demo/offices/enforcementRecord'
import type { DemoTraining } from '#data/demo/offices/createTrainings'
import type { DemoWorkPermit } from '#data/demo/offices/createWorkPermits'
import type { Queryable } from '../db/Db.ts'
import { query } from '../db/query.ts'

/** Who registered it, and when. */
export type DemoMark = { by: string; at: Date }

const TABLES = [
  'issued_documents',
  'document_templates',
  'enforcement_records',
  'accidents',
  'data_connections',
  'work_permits',
  'training_attendances',
  'trainings',
  'training_targets',
  'handovers',
  'duty_shifts',
] as const

/** Deletes what the offices keep; events go with their records. */
export async function deleteOffices(transaction: Queryable): Promise<void> {
  // Fines and suspensions name the case they were decided in.
  await transaction.query('DELETE FROM enforcement_records WHERE case_id IS NOT NULL')
  for (const table of TABLES) await transaction.query(`DELETE FROM ${table}`)
}

const transferredRowSchema = z.object({
  code: z.string(),
  parkCode: z.string(),
  enterpriseCode: z.nullable(z.string()),
  description: z.string(),
  transferredOn: z.string(),
})

/** Hidden dangers that wait for enforcement, in the order of their codes. */
export function listTransferredDangers(transaction: Queryable): Promise<TransferredDanger[]> {
  return query(
    transaction,
    transferredRowSchema,
    `SELECT danger.code, danger.park_code AS "parkCode",
       danger.enterprise_code AS "enterpriseCode", danger.description,
       (event.at AT TIME ZONE 'Asia/Shanghai')::date AS "transferredOn"
     FROM hidden_dangers AS danger
     JOIN hidden_danger_events AS event
       ON event.hidden_danger_id = danger.id AND event.action = 'transfer'
     WHERE danger.state = 'transferred'
     ORDER BY danger.code`,
  )
}

/** Cases before what was decided in them. */
export async function insertDemoEnforcement(
  transaction: Queryable,
  records: readonly DemoEnforcement[],
  { by }: DemoMark,
): Promise<void> {
  const ordered = [...records].sort(
    (a, b) => Number(a.caseCode !== null) - Number(b.caseCode !== null),
  )
  const insert = async (own: readonly DemoEnforcement[]) => {
    await transaction.query(
      `WITH record AS MATERIALIZED (
         SELECT * FROM json_to_recordset($1::json) AS record (code text, "parkCode" text,
           "enterpriseCode" text, "hiddenDangerCode" text, "caseCode" text, kind text, state text,
           subject text, basis text, officer text, "documentNumber" text, "openedOn" date,
           "decidedOn" date, "closedOn" date, "fineYuan" double precision, events json)
       ), inserted AS (
         INSERT INTO enforcement_records (code, area_code, park_code, enterprise_code,
           hidden_danger_id, case_id, kind, state, subject, basis, officer, document_number,
           opened_on, decided_on, closed_on, fine_yuan, registered_by, registered_at, fictitious,
           version)
         SELECT record.code, park.area_code, record."parkCode", record."enterpriseCode", danger.id,
           parent.id, record.kind, record.state, record.subject, record.basis, record.officer,
           record."documentNumber", record."openedOn", record."decidedOn", record."closedOn",
           record."fineYuan", $2, record."openedOn" + time '17:00', true,
           json_array_length(record.events)
         FROM record
         JOIN parks AS park ON park.code = record."parkCode"
         LEFT JOIN hidden_dangers AS danger ON danger.code = record."hiddenDangerCode"
         LEFT JOIN enforcement_records AS parent ON parent.code = record."caseCode"
         RETURNING id, code, area_code
       )
       INSERT INTO enforcement_events (enforcement_record_id, sequence, area_code, action,
         from_state, to_state, happened_on, at, by, note)
       SELECT inserted.id, ordinality, inserted.area_code, action, "fromState", "toState",
         "happenedOn", "happenedOn" + time '17:00', $2, note
       FROM record JOIN inserted USING (code),
         ROWS FROM (json_to_recordset(events) AS (action text, "fromState" text, "toState" text,
           "happenedOn" date, note text)) WITH ORDINALITY AS event`,
      [JSON.stringify(own), by],
    )
  }
  await insert(ordered.filter(({ caseCode }) => caseCode === null))
  await insert(ordered.filter(({ caseCode }) => caseCode !== null))
}

/** Accidents of the district's register, and near misses that were registered by hand. */
export async function insertDemoAccidents(
  transaction: Queryable,
  accidents: readonly DemoAccident[],
  { by, at }: DemoMark,
): Promise<void> {
  await transaction.query(
    `INSERT INTO accidents (code, kind, area_code, park_code, enterprise_code, occurred_on,
       accident_type, serious_injuries, loss_yuan, place, description, measures, source,
       registered_by, registered_at, fictitious)
     SELECT code, kind, "areaCode", "parkCode", "enterpriseCode", "occurredOn", "accidentType",
       "seriousInjuries", "lossYuan", place, description, measures,
       CASE kind WHEN 'accident' THEN '区安委办事故月报(演示)' ELSE '企业自报(演示)' END, $2,
       least($3::timestamptz, "occurredOn" + time '18:00'), true
     FROM json_to_recordset($1::json) AS record (code text, kind text, "areaCode" text,
       "parkCode" text, "enterpriseCode" text, "occurredOn" date, "accidentType" text,
       "seriousInjuries" smallint, "lossYuan" double precision, place text, description text,
       measures text)`,
    [JSON.stringify(accidents), by, at],
  )
}

export async function insertDemoWorkPermits(
  transaction: Queryable,
  permits: readonly DemoWorkPermit[],
  { by, at }: DemoMark,
): Promise<void> {
  await transaction.query(
    `INSERT INTO work_permits (code, area_code, park_code, enterprise_code, kind, place, content,
       geom, starts_at, ends_at, contractor, workers, approver, guardian, tester, registered_by,
       registered_at, cancelled_at, cancelled_by, cancel_reason, fictitious)
     SELECT record.code, park.area_code, "parkCode", "enterpriseCode", kind, place, content,
       ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), "startsAt", "endsAt", contractor,
       workers, approver, guardian, tester, $2,
       least($3::timestamptz, "startsAt" - interval '18 hours'),
       CASE WHEN "cancelReason" IS NOT NULL
         THEN least($3::timestamptz, "startsAt" - interval '1 hour') END,
       CASE WHEN "cancelReason" IS NOT NULL THEN $2 END, "cancelReason", true
     FROM json_to_recordset($1::json) AS record (code text, "parkCode" text, "enterpriseCode" text,
       kind text, place text, content text, longitude double precision, latitude double precision,
       "startsAt" timestamptz, "endsAt" timestamptz, contractor text, workers smallint,
       approver text, guardian text, tester text, "cancelReason" text)
     JOIN parks AS park ON park.code = "parkCode"`,
    [JSON.stringify(permits), by, at],
  )
}

export async function insertDemoTrainings(
  transaction: Queryable,
  trainings: readonly DemoTraining[],
  { by }: DemoMark,
): Promise<void> {
  await transaction.query(
    `WITH record AS MATERIALIZED (
       SELECT * FROM json_to_recordset($1::json) AS record (code text, "areaCode" text, kind text,
         title text, "heldOn" date, place text, organiser text, "otherEnterprises" integer,
         "otherPersons" integer, attendances json)
     ), inserted AS (
       INSERT INTO trainings (code, area_code, kind, title, held_on, place, organiser,
         other_enterprises, other_persons, registered_by, registered_at, fictitious)
       SELECT code, "areaCode", kind, title, "heldOn", place, organiser, "otherEnterprises",
         "otherPersons", $2, "heldOn" + time '17:30', true
       FROM record
       RETURNING id, code, held_on
     )
     INSERT INTO training_attendances (training_id, enterprise_code, park_code, area_code, held_on,
       persons)
     SELECT inserted.id, enterprise.code, enterprise.park_code, enterprise.area_code,
       inserted.held_on, taken.persons
     FROM record JOIN inserted USING (code)
     CROSS JOIN LATERAL json_to_recordset(record.attendances)
       AS taken ("enterpriseCode" text, persons integer)
     JOIN enterprises AS enterprise ON enterprise.code = taken."enterpriseCode"`,
    [JSON.stringify(trainings), by],
  )
}

export async function insertDemoDutyShifts(
  transaction: Queryable,
  shifts: readonly DemoDutyShift[],
  { by, at }: DemoMark,
): Promise<void> {
  await transaction.query(
    `INSERT INTO duty_shifts (area_code, day, leader, officer, phone, set_by, set_at)
     SELECT "areaCode", day, leader, officer, phone, $2, $3
     FROM json_to_recordset($1::json) AS record ("areaCode" text, day date, leader text,
       officer text, phone text)`,
    [JSON.stringify(shifts), by, at],
  )
}

/** So that the planner knows what was loaded. */
export async function analyzeOffices(transaction: Queryable): Promise<void> {
  await transaction.query(`ANALYZE ${TABLES.join(', ')}, enforcement_events`)
}
