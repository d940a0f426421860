import type { DemoDrill } from '#data/demo/parkRecords/createDrills'
import type { DemoFourPartyEntry } from '#data/demo/parkRecords/createFourParty'
import type { DemoGrading } from '#data/demo/parkRecords/createGradings'
import type { DemoOrganisation } from '#data/demo/parkRecords/createOrganisations'
import type { DemoStage } from '#data/demo/parkRecords/createStages'
import type { Queryable } from '../db/Db.ts'
import type { VersionMark } from '../features/versions/editRecord.ts'

export async function deleteAllParkRecords(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM park_gradings')
}
export async function deleteAllStationDrills(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM station_drills')
}
export async function deleteAllFourParty(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM four_party_entries')
}
export async function deleteAllStages(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM park_stage_entries')
}

/** The parks are loaded already; this adds who owns and who looks after them. */
export async function updateOrganisations(
  transaction: Queryable,
  organisations: readonly DemoOrganisation[],
  mark: VersionMark,
): Promise<void> {
  await transaction.query(
    `UPDATE parks SET property_owner = "propertyOwner", safety_body = "safetyBody",
       safety_body_document = "safetyBodyDocument", safety_body_since = "safetyBodySince",
       safety_head = "safetyHead", safety_staff_full_time = "safetyStaffFullTime",
       safety_staff_part_time = "safetyStaffPartTime", system_documents = "systemDocuments",
       volunteer_brigade = "volunteerBrigade", valid_from = $2, changed_by = $3, change_kind = $4
     FROM json_to_recordset($1::json) AS record ("parkCode" text, "propertyOwner" text,
       "safetyBody" text, "safetyBodyDocument" text, "safetyBodySince" date, "safetyHead" text,
       "safetyStaffFullTime" integer, "safetyStaffPartTime" integer, "systemDocuments" text[],
       "volunteerBrigade" integer)
     WHERE parks.code = "parkCode"`,
    [JSON.stringify(organisations), mark.at, mark.by, mark.kind],
  )
}

export async function insertStages(
  transaction: Queryable,
  stages: readonly DemoStage[],
  by: string,
): Promise<void> {
  await transaction.query(
    `INSERT INTO park_stage_entries (park_code, area_code, stage, entered_on, note, registered_by,
       registered_at)
     SELECT parks.code, parks.area_code, record.stage, "enteredOn", note, $2,
       ("enteredOn" + time '17:00') AT TIME ZONE 'Asia/Shanghai'
     FROM json_to_recordset($1::json) AS record ("parkCode" text, stage text, "enteredOn" date,
       note text)
     JOIN parks ON parks.code = "parkCode"`,
    [JSON.stringify(stages), by],
  )
}

export async function insertFourParty(
  transaction: Queryable,
  entries: readonly DemoFourPartyEntry[],
  by: string,
): Promise<void> {
  await transaction.query(
    `INSERT INTO four_party_entries (park_code, area_code, party, organisation, happened_on,
       description, document_number, registered_by, registered_at)
     SELECT parks.code, parks.area_code, party, organisation, "happenedOn", description,
       "documentNumber", $2, ("happenedOn" + time '17:00') AT TIME ZONE 'Asia/Shanghai'
     FROM json_to_recordset($1::json) AS record ("parkCode" text, party text, organisation text,
       "happenedOn" date, description text, "documentNumber" text)
     JOIN parks ON parks.code = "parkCode"`,
    [JSON.stringify(entries), by],
  )
}

export async function insertDrills(
  transaction: Queryable,
  drills: readonly DemoDrill[],
  by: string,
): Promise<void> {
  await transaction.query(
    `INSERT INTO station_drills (facility_code, park_code, area_code, tested_at, arrival_seconds,
       people, tested_by, remark, registered_by, registered_at)
     SELECT "facilityCode", parks.code, parks.area_code, "testedAt", "arrivalSeconds", people,
       "testedBy", remark, $2, "testedAt" + interval '2 hours'
     FROM json_to_recordset($1::json) AS record ("facilityCode" text, "parkCode" text,
       "testedAt" timestamptz, "arrivalSeconds" integer, people integer, "testedBy" text,
       remark text)
     JOIN parks ON parks.code = "parkCode"
     ORDER BY "testedAt"`,
    [JSON.stringify(drills), by],
  )
}

/** Procedures with their steps, numbered in their order. */
export async function insertGradings(
  transaction: Queryable,
  gradings: readonly DemoGrading[],
): Promise<void> {
  await transaction.query(
    `WITH record AS MATERIALIZED (
       SELECT * FROM json_to_recordset($1::json) AS record ("parkCode" text, purpose text,
         state text, "gradeBefore" text, total numeric, outcome text, "openedAt" timestamptz,
         "openedBy" text, "decidedAt" timestamptz, events json)
     ), inserted AS (
       INSERT INTO park_gradings (park_code, area_code, purpose, state, version, grade_before,
         total, outcome, opened_by, opened_at, decided_at)
       SELECT parks.code, parks.area_code, purpose, state, json_array_length(events),
         "gradeBefore", total, outcome, "openedBy", "openedAt", "decidedAt"
       FROM record JOIN parks ON parks.code = "parkCode"
       ORDER BY "openedAt", parks.code
       RETURNING id, area_code, park_code, purpose, opened_at
     )
     INSERT INTO park_grading_events (grading_id, sequence, area_code, action, from_state,
       to_state, at, by, note, party, evaluator, scores, total, computed_outcome, outcome)
     SELECT inserted.id, ordinality, inserted.area_code, action, "fromState", "toState", at, by,
       note, party, evaluator, scores, event.total, "computedOutcome", event.outcome
     FROM record JOIN inserted ON inserted.park_code = "parkCode"
         AND inserted.purpose = record.purpose AND inserted.opened_at = "openedAt",
       ROWS FROM (json_to_recordset(events) AS (action text, "fromState" text, "toState" text,
         at timestamptz, by text, note text, party text, evaluator text, scores jsonb,
         total numeric, "computedOutcome" text, outcome text)) WITH ORDINALITY AS event`,
    [JSON.stringify(gradings)],
  )
}

/** So that the planner knows what was loaded. */
export async function analyzeParkRecords(transaction: Queryable): Promise<void> {
  await transaction.query(
    `ANALYZE park_gradings, park_grading_events, park_stage_entries, four_party_entries,
       station_drills`,
  )
}
