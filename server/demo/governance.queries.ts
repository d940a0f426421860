import type {
  DemoCheck,
  DemoHiddenDanger,
  DemoHiddenDangerEvent,
  DemoPlanItem,
} from '#data/demo/governance/records'
import type { Queryable } from '../db/Db.ts'
import { hiddenDangerSearchKey } from '../features/hiddenDangers/hiddenDangerRecord.queries.ts'

export async function deleteAllHiddenDangers(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM hidden_dangers')
}

/** Before the hidden dangers that they are of: both go faster than one takes the other with it. */
export async function deleteAllHiddenDangerEvents(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM hidden_danger_events')
}

export async function deleteAllPhotos(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM photos')
}

export async function deleteAllChecks(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM checks')
}

export async function deleteAllCheckPlanItems(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM check_plan_items')
}

/** Answers to writes about records that go. */
export async function deleteAllIdempotencyKeys(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM idempotency_keys')
}

export async function insertChecks(
  transaction: Queryable,
  checks: readonly DemoCheck[],
): Promise<void> {
  await transaction.query(
    `INSERT INTO checks (code, area_code, park_code, enterprise_code, kind, department, inspector,
       checked_at, outcome, registered_by, registered_at, fictitious)
     SELECT code, "areaCode", "parkCode", "enterpriseCode", kind, department, inspector,
       "checkedAt", outcome, inspector, "checkedAt", true
     FROM json_to_recordset($1::json) AS record (code text, "areaCode" text, "parkCode" text,
       "enterpriseCode" text, kind text, department text, inspector text,
       "checkedAt" timestamptz, outcome text)`,
    [JSON.stringify(checks)],
  )
}

export async function insertCheckPlanItems(
  transaction: Queryable,
  items: readonly DemoPlanItem[],
  by: string,
): Promise<void> {
  await transaction.query(
    `INSERT INTO check_plan_items (month, enterprise_code, park_code, area_code, park_grade,
       planned_by, planned_at)
     SELECT month, "enterpriseCode", "parkCode", "areaCode", "parkGrade", $2, "plannedAt"
     FROM json_to_recordset($1::json) AS record (month date, "enterpriseCode" text,
       "parkCode" text, "areaCode" text, "parkGrade" text, "plannedAt" timestamptz)`,
    [JSON.stringify(items), by],
  )
}

/** With the names that the search looks in. */
export type NamedHiddenDanger = DemoHiddenDanger & {
  parkName: string
  enterpriseName: string | null
}

/** Those that are merged come after those that they were merged into. */
export async function insertHiddenDangers(
  transaction: Queryable,
  hiddenDangers: readonly NamedHiddenDanger[],
): Promise<void> {
  const records = hiddenDangers.map((each) => ({
    ...each,
    searchKey: hiddenDangerSearchKey(each),
  }))
  await transaction.query(
    `INSERT INTO hidden_dangers (code, area_code, park_code, enterprise_code, risk_point_id,
       check_id, source, category, clause_number, location, description, on_the_spot,
       suspected_major, severity, severity_basis, state, handling_level, found_on, registered_by,
       registered_department, registered_at, responsible_unit, responsible_person, deadline,
       extended_deadline, requested_deadline, five_requirements, rectification_plan, funds_yuan,
       control_measures, rectified_on, closed_at, supervision_level, supervision_number,
       supervision_deadline, supervised_at, supervision_ended_at, merged_into, fictitious, version,
       search_key)
     SELECT record.code, "areaCode", "parkCode", "enterpriseCode", risk_points.id, checks.id,
       record.source, record.category, "clauseNumber", record.location, record.description,
       "onTheSpot",
       "suspectedMajor", record.severity, "severityBasis", record.state, "handlingLevel", "foundOn",
       "registeredBy", "registeredDepartment", "registeredAt", "responsibleUnit",
       "responsiblePerson", record.deadline, "extendedDeadline", "requestedDeadline",
       "fiveRequirements", "rectificationPlan", "fundsYuan", "controlMeasures", "rectifiedOn",
       "closedAt", "supervisionLevel", "supervisionNumber", "supervisionDeadline", "supervisedAt",
       "supervisionEndedAt", original.id, true, record.version, "searchKey"
     FROM json_to_recordset($1::json) AS record (code text, "areaCode" text, "parkCode" text,
       "enterpriseCode" text, "riskPointCode" text, "checkCode" text, source text, category text,
       "clauseNumber" smallint, location text, description text, "onTheSpot" boolean,
       "suspectedMajor" boolean, severity text, "severityBasis" text, state text,
       "handlingLevel" text, "foundOn" date, "registeredBy" text, "registeredDepartment" text,
       "registeredAt" timestamptz, "responsibleUnit" text, "responsiblePerson" text,
       deadline date, "extendedDeadline" date, "requestedDeadline" date, "fiveRequirements" jsonb,
       "rectificationPlan" jsonb, "fundsYuan" double precision, "controlMeasures" text,
       "rectifiedOn" date, "closedAt" timestamptz, "supervisionLevel" text,
       "supervisionNumber" text, "supervisionDeadline" date, "supervisedAt" timestamptz,
       "supervisionEndedAt" timestamptz, "mergedInto" text, version integer, "searchKey" text)
     LEFT JOIN risk_points ON risk_points.code = "riskPointCode"
     LEFT JOIN checks ON checks.code = "checkCode"
     LEFT JOIN hidden_dangers AS original ON original.code = "mergedInto"`,
    [JSON.stringify(records)],
  )
}

export async function insertHiddenDangerEvents(
  transaction: Queryable,
  events: readonly DemoHiddenDangerEvent[],
): Promise<void> {
  await transaction.query(
    `INSERT INTO hidden_danger_events (hidden_danger_id, sequence, area_code, action, from_state,
       to_state, at, by, note, details)
     SELECT hidden_dangers.id, sequence, "areaCode", action, "fromState", "toState", at,
       record.by, note, details
     FROM json_to_recordset($1::json) AS record ("hiddenDangerCode" text, sequence integer,
       "areaCode" text, action text, "fromState" text, "toState" text, at timestamptz, by text,
       note text, details jsonb)
     JOIN hidden_dangers ON hidden_dangers.code = "hiddenDangerCode"`,
    [JSON.stringify(events)],
  )
}
