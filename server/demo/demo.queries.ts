import { z } from 'zod'
import type {
  DemoDowngrade,
  DemoHazardSource,
  DemoPark,
  DemoParkFeature,
  DemoPastVersion,
  DemoReport,
} from '#data/demo/types'
import { RISK_LEVELS } from '#data/domain/riskLevels'
import type { Facility } from '#data/domain/facilities'
import type { Queryable } from '../db/Db.ts'
import { query } from '../db/query.ts'
import type { VersionMark } from '../features/versions/editRecord.ts'
import { searchKey } from '../searchKey.ts'

/** Any number that nothing else locks: two loads at once would count each other's records. */
const ADVISORY_LOCK = 440_308

/** From here to the end of the transaction the change feed gets one entry, not one a record. */
export async function beginBulkLoad(transaction: Queryable): Promise<void> {
  await transaction.query(
    `SELECT pg_advisory_xact_lock($1), set_config('app.bulk_load', 'on', true)`,
    [ADVISORY_LOCK],
  )
}

/** Number of records that somebody registered in earnest. */
export async function countRegisteredRecords(transaction: Queryable): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ count: z.int() }),
    `SELECT (SELECT count(*) FROM parks WHERE NOT fictitious)
       + (SELECT count(*) FROM enterprises WHERE NOT fictitious)
       + (SELECT count(*) FROM facilities WHERE NOT fictitious)
       + (SELECT count(*) FROM risk_points WHERE NOT fictitious)
       + (SELECT count(*) FROM hazard_sources WHERE NOT fictitious)
       + (SELECT count(*) FROM checks WHERE NOT fictitious)
       + (SELECT count(*) FROM hidden_dangers WHERE NOT fictitious) AS count`,
  )
  return row?.count ?? 0
}

/** Past versions and open questions about records that go. */
export async function deleteAllVersions(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM record_versions')
}

export async function deleteAllDowngradeRequests(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM downgrade_requests')
}

export async function deleteAllErrorReports(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM error_reports')
}

export async function deleteAllHazardSourceSubstances(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM hazard_source_substances')
}

export async function deleteAllHazardSources(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM hazard_sources')
}

export async function deleteAllRiskPoints(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM risk_points')
}

export async function deleteAllFacilities(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM facilities')
}

export async function deleteAllEnterprises(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM enterprises')
}

export async function deleteAllParkFeatures(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM park_features')
}

export async function deleteAllParks(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM parks')
}

/** So that the planner knows what was loaded; the embedded database never does it by itself. */
export async function analyzeRecords(transaction: Queryable): Promise<void> {
  await transaction.query(
    `ANALYZE areas, parks, park_features, enterprises, facilities, risk_points, hazard_sources,
       hazard_source_substances, record_versions, downgrade_requests, error_reports, checks,
       check_plan_items, hidden_dangers, hidden_danger_events`,
  )
}

export async function insertParks(
  transaction: Queryable,
  parks: readonly DemoPark[],
): Promise<void> {
  const records = parks.map((park) => ({ ...park, searchKey: searchKey(park.name, park.code) }))
  await transaction.query(
    `INSERT INTO parks (code, name, area_code, park_type, demonstration, grade, stage,
       problem_tags, operator, geom, label_point, fictitious, search_key)
     SELECT code, name, "areaCode", "parkType", demonstration, grade, stage, "problemTags",
       operator, ST_GeomFromGeoJSON(geometry),
       ST_SetSRID(ST_MakePoint("labelPoint"[1], "labelPoint"[2]), 4326), fictitious, "searchKey"
     FROM json_to_recordset($1::json) AS record (code text, name text, "areaCode" text,
       "parkType" text, demonstration boolean, grade text, stage text, "problemTags" text[],
       operator text, geometry json, "labelPoint" double precision[], fictitious boolean,
       "searchKey" text)`,
    [JSON.stringify(records)],
  )
}

export async function insertParkFeatures(
  transaction: Queryable,
  features: readonly DemoParkFeature[],
): Promise<void> {
  await transaction.query(
    `INSERT INTO park_features (code, park_code, area_code, kind, name, geom, floors,
       height_metres, building_code, floor, enterprise_code, building_use, structure, occupancy,
       net_width_metres, net_height_metres, capacity, remark)
     SELECT record.code, "parkCode", parks.area_code, kind, record.name,
       ST_GeomFromGeoJSON(geometry), floors, "heightMetres", "buildingCode", floor,
       "enterpriseCode", "use", structure, occupancy, "netWidthMetres", "netHeightMetres",
       capacity, remark
     FROM json_to_recordset($1::json) AS record (code text, "parkCode" text, kind text, name text,
       geometry json, floors integer, "heightMetres" double precision, "buildingCode" text,
       floor integer, "enterpriseCode" text, "use" text, structure text, occupancy integer,
       "netWidthMetres" double precision, "netHeightMetres" double precision, capacity integer,
       remark text)
     JOIN parks ON parks.code = "parkCode"`,
    [JSON.stringify(features)],
  )
}

export async function insertFacilities(
  transaction: Queryable,
  facilities: readonly Facility[],
): Promise<void> {
  await transaction.query(
    `INSERT INTO facilities (code, kind, name, park_code, area_code, geom, staff, reach_minutes,
       people, fictitious)
     SELECT code, kind, name, "parkCode", "areaCode",
       ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), staff, "reachMinutes", people, fictitious
     FROM json_to_recordset($1::json) AS record (code text, kind text, name text,
       "parkCode" text, "areaCode" text, longitude double precision, latitude double precision,
       staff integer, "reachMinutes" double precision, people integer, fictitious boolean)`,
    [JSON.stringify(facilities)],
  )
}

export async function insertHazardSources(
  transaction: Queryable,
  hazardSources: readonly DemoHazardSource[],
  mark: VersionMark,
): Promise<void> {
  await transaction.query(
    `WITH record AS MATERIALIZED (
       SELECT * FROM json_to_recordset($1::json) AS record (code text, name text,
         "riskPointCode" text, "unitKind" text, "exposedPeople" integer, s double precision,
         r double precision, alpha double precision, "majorHazardGrade" smallint,
         fictitious boolean, substances json)
     ), inserted AS (
       INSERT INTO hazard_sources (code, name, risk_point_id, area_code, unit_kind,
         exposed_people, s, r, alpha, major_hazard_grade, fictitious, valid_from, changed_by,
         change_kind, change_reason)
       SELECT record.code, record.name, risk_points.id, risk_points.area_code, "unitKind",
         "exposedPeople", s, r, alpha, "majorHazardGrade", record.fictitious, $2::timestamptz, $3,
         $4, $5
       FROM record JOIN risk_points ON risk_points.code = "riskPointCode"
       RETURNING id, code, area_code
     )
     INSERT INTO hazard_source_substances (hazard_source_id, position, area_code, cas, name,
       designed_quantity_tonnes, critical_tonnes, beta, form, hazard_class)
     SELECT inserted.id, ordinality - 1, inserted.area_code, cas, substance.name,
       "designedQuantityTonnes", "criticalTonnes", beta, form, "hazardClass"
     FROM record JOIN inserted USING (code),
       ROWS FROM (json_to_recordset(substances) AS (cas text, name text,
         "designedQuantityTonnes" double precision, "criticalTonnes" double precision,
         beta double precision, form text, "hazardClass" text)) WITH ORDINALITY AS substance`,
    [JSON.stringify(hazardSources), mark.at, mark.by, mark.kind, mark.reason],
  )
}

/**
 * Gives risk points the version before the present one: the present row becomes version 2, since the
 * day of the change, and the row as it was is kept as version 1.
 */
export async function insertPastVersions(
  transaction: Queryable,
  versions: readonly DemoPastVersion[],
  by: string,
): Promise<void> {
  const records = versions.map((version) => ({ ...version, rank: RISK_LEVELS[version.level].rank }))
  await transaction.query(
    `WITH past AS MATERIALIZED (
       SELECT * FROM json_to_recordset($1::json) AS past ("riskPointCode" text, rank smallint,
         "gradingInputs" jsonb, score double precision, "changedAt" timestamptz, kind text,
         reason text)
     ), kept AS (
       INSERT INTO record_versions (entity, code, version, area_code, valid_from, valid_to, record)
       SELECT 'riskPoint', point.code, 1, point.area_code, point.valid_from, past."changedAt",
         to_jsonb(point) || jsonb_build_object('geom', point.geom::text, 'level', past.rank,
           'graded_level', past.rank, 'grading_inputs', past."gradingInputs", 'score', past.score)
       FROM past JOIN risk_points AS point ON point.code = past."riskPointCode"
     )
     UPDATE risk_points AS point SET version = 2, valid_from = past."changedAt", changed_by = $2,
       change_kind = past.kind, change_reason = past.reason
     FROM past WHERE point.code = past."riskPointCode"`,
    [JSON.stringify(records), by],
  )
}

/** Requests to lower a risk point that the district has not decided. */
export async function insertDowngrades(
  transaction: Queryable,
  downgrades: readonly DemoDowngrade[],
  by: string,
): Promise<void> {
  const records = downgrades.map((each) => ({ ...each, rank: RISK_LEVELS[each.level].rank }))
  await transaction.query(
    `INSERT INTO downgrade_requests (risk_point_id, area_code, from_version, from_level, to_level,
       graded_level, grading_method, grading_version, grading_inputs, score, assessed_on, trigger,
       reason, requested_by, requested_at)
     SELECT point.id, point.area_code, point.version, point.level, rank, rank,
       point.grading_method, point.grading_version, "gradingInputs", record.score, "assessedOn",
       'processChange', record.reason, $2, "requestedAt"
     FROM json_to_recordset($1::json) AS record ("riskPointCode" text, rank smallint,
       "gradingInputs" jsonb, score double precision, "assessedOn" date,
       "requestedAt" timestamptz, reason text)
     JOIN risk_points AS point ON point.code = "riskPointCode"`,
    [JSON.stringify(records), by],
  )
}

/** Mistakes that somebody reported in risk points. */
export async function insertReports(
  transaction: Queryable,
  reports: readonly DemoReport[],
  by: string,
): Promise<void> {
  await transaction.query(
    `INSERT INTO error_reports (entity, code, area_code, report, reported_by, reported_at)
     SELECT 'riskPoint', point.code, point.area_code, record.text, $2, "reportedAt"
     FROM json_to_recordset($1::json) AS record ("riskPointCode" text, text text,
       "reportedAt" timestamptz)
     JOIN risk_points AS point ON point.code = "riskPointCode"`,
    [JSON.stringify(reports), by],
  )
}
