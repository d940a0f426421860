import * as z from 'zod/mini'
import { DISTRICT_CODE } from '#data/domain/areas'
import type { RiskPointRecord } from '#data/domain/riskPoints'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { searchKey } from '../../searchKey.ts'
import type { VersionMark } from '../versions/editRecord.ts'
import { rankOf } from './riskPointRecord.queries.ts'

/** The facts of a risk point; who changed it when is told beside them. */
export type RiskPointFacts = Omit<RiskPointRecord, 'version' | 'change' | 'code'> & { code: string }

/** Columns of the table, in the order of `RECORD_VALUES`. */
const FACT_COLUMNS = `name, park_code, enterprise_code, area_code, geom, coordinate_origin,
  coordinate_error_metres, coordinate_input, location, floor, level, graded_level, override_level,
  override_reason, grading_method, grading_version, grading_inputs, score, accident_types,
  accident_types_original, control_level, responsible_department, responsible_person, guarantor,
  measures, assessed_on, review_due, review_trigger, retired_at, search_key, valid_from,
  changed_by, change_kind, change_reason`

const FACT_VALUES = `name, "parkCode", "enterpriseCode", "areaCode",
  ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), "coordinateOrigin",
  "coordinateErrorMetres", "coordinateInput", location, floor, rank, "gradedRank", "overrideRank",
  "overrideReason", "gradingMethod", "gradingVersion", "gradingInputs", score, "accidentTypes",
  "accidentTypesOriginal", "controlLevel", "responsibleDepartment", "responsiblePerson", guarantor,
  measures, "assessedOn", "reviewDue", "reviewTrigger", "retiredAt", "searchKey", "validFrom",
  "changedBy", "changeKind", "changeReason"`

const RECORDS = `json_to_recordset($1::json) AS record (code text, name text, "parkCode" text,
  "enterpriseCode" text, "areaCode" text, longitude double precision, latitude double precision,
  "coordinateOrigin" text, "coordinateErrorMetres" double precision, "coordinateInput" text,
  location text, floor integer, rank smallint, "gradedRank" smallint, "overrideRank" smallint,
  "overrideReason" text, "gradingMethod" text, "gradingVersion" text, "gradingInputs" jsonb,
  score double precision, "accidentTypes" text[], "accidentTypesOriginal" text[],
  "controlLevel" text, "responsibleDepartment" text, "responsiblePerson" text, guarantor text,
  measures text, "assessedOn" date, "reviewDue" date, "reviewTrigger" text,
  "retiredAt" timestamptz, fictitious boolean, "searchKey" text, "validFrom" timestamptz,
  "changedBy" text, "changeKind" text, "changeReason" text)`

function toRecord(facts: RiskPointFacts, mark: VersionMark): Record<string, unknown> {
  return {
    ...facts,
    rank: rankOf(facts.level),
    gradedRank: rankOf(facts.gradedLevel),
    overrideRank: facts.levelOverride && rankOf(facts.levelOverride.level),
    overrideReason: facts.levelOverride?.reason ?? null,
    searchKey: searchKey(facts.name, facts.code),
    validFrom: mark.at,
    changedBy: mark.by,
    changeKind: mark.kind,
    changeReason: mark.reason,
  }
}

/** Registers risk points, all of them by one person at one time. */
export async function insertRiskPoints(
  transaction: Queryable,
  points: readonly RiskPointFacts[],
  mark: VersionMark,
): Promise<void> {
  await transaction.query(
    `INSERT INTO risk_points (code, fictitious, ${FACT_COLUMNS})
     SELECT code, fictitious, ${FACT_VALUES} FROM ${RECORDS}`,
    [JSON.stringify(points.map((point) => toRecord(point, mark)))],
  )
}

/** Makes a new version of a risk point; the old one is kept by the database itself. */
export async function updateRiskPoint(
  transaction: Queryable,
  id: number,
  facts: RiskPointFacts,
  mark: VersionMark,
): Promise<void> {
  await transaction.query(
    `UPDATE risk_points SET (${FACT_COLUMNS}) = (SELECT ${FACT_VALUES} FROM ${RECORDS})
     WHERE id = $2`,
    [JSON.stringify([toRecord(facts, mark)]), id],
  )
}

/** A code that no record has: `R-0000001`. */
export async function nextRiskPointCode(transaction: Queryable): Promise<string> {
  const [row] = await query(
    transaction,
    z.object({ code: z.string() }),
    `SELECT 'R-' || lpad(nextval('risk_point_codes')::text, 7, '0') AS code`,
  )
  if (!row) throw new Error('A sequence gave no number')
  return row.code
}

const placeRowSchema = z.object({ areaCode: z.string(), fictitious: z.boolean() })

/** The community of a park; undefined where there is no such park. */
export async function findParkForPoint(
  transaction: Queryable,
  parkCode: string,
): Promise<z.infer<typeof placeRowSchema> | undefined> {
  const [row] = await query(
    transaction,
    placeRowSchema,
    `SELECT area_code AS "areaCode", fictitious FROM parks WHERE code = $1`,
    [parkCode],
  )
  return row
}

/** Where an enterprise is registered; until the transaction ends nobody retires it. */
export async function holdEnterprise(
  transaction: Queryable,
  code: string,
): Promise<{ parkCode: string; isRetired: boolean } | undefined> {
  const [row] = await query(
    transaction,
    z.object({ parkCode: z.string(), isRetired: z.boolean() }),
    `SELECT park_code AS "parkCode", retired_at IS NOT NULL AS "isRetired"
     FROM enterprises WHERE code = $1 FOR SHARE`,
    [code],
  )
  return row
}

/** Metres from a position in WGS84 to the outline of the district; 0 inside. */
export async function measureOutsideDistrict(
  transaction: Queryable,
  longitude: number,
  latitude: number,
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ metres: z.number() }),
    `SELECT ST_Distance(geom::geography,
       ST_SetSRID(ST_MakePoint($1::float8, $2::float8), 4326)::geography) AS metres
     FROM areas WHERE code = $3`,
    [longitude, latitude, DISTRICT_CODE],
  )
  if (!row) throw new Error('The database holds no outline of the district: run npm run migrate')
  return row.metres
}
