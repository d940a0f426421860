import * as z from 'zod/mini'
import { riskPointRecordSchema } from '#data/domain/riskPoints'
import { RISK_LEVEL_ORDER, RISK_LEVELS, riskLevelOfRank } from '#data/domain/riskLevels'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { changeColumns, ofCode, timelineOf, validAt } from '../versions/timeline.queries.ts'

/** The database carries the rank; everything above it speaks of the level. */
export const rankedLevelSchema = z.pipe(z.int(), z.transform(riskLevelOfRank))
export const rankedOverrideSchema = z.nullable(
  z.object({ level: rankedLevelSchema, reason: z.string() }),
)

/** The rank that the database carries of a level. */
export const rankOf = (level: keyof typeof RISK_LEVELS): number => RISK_LEVELS[level].rank

/** Counts of the rows of risk_points by level, in the shape of `levelCountsSchema`. */
export const LEVEL_COUNTS = `json_build_object('total', count(*), ${RISK_LEVEL_ORDER.map(
  (level) => `'${level}', count(*) FILTER (WHERE level = ${rankOf(level)})`,
).join(', ')})`

export const OVERRIDE_COLUMN = `
  CASE WHEN point.override_level IS NOT NULL THEN
    json_build_object('level', point.override_level, 'reason', point.override_reason)
  END AS "levelOverride"`

const RECORD_COLUMNS = `
  point.id, point.code, point.name, point.park_code AS "parkCode",
  point.enterprise_code AS "enterpriseCode", point.area_code AS "areaCode",
  ST_X(point.geom) AS longitude, ST_Y(point.geom) AS latitude,
  point.coordinate_origin AS "coordinateOrigin",
  point.coordinate_error_metres AS "coordinateErrorMetres",
  point.coordinate_input AS "coordinateInput", point.location, point.floor,
  point.level, point.graded_level AS "gradedLevel", ${OVERRIDE_COLUMN},
  point.grading_method AS "gradingMethod", point.grading_version AS "gradingVersion",
  point.grading_inputs AS "gradingInputs", point.score,
  point.accident_types AS "accidentTypes",
  point.accident_types_original AS "accidentTypesOriginal",
  point.control_level AS "controlLevel", point.responsible_department AS "responsibleDepartment",
  point.responsible_person AS "responsiblePerson", point.guarantor, point.measures,
  point.assessed_on AS "assessedOn", point.review_due AS "reviewDue",
  point.review_trigger AS "reviewTrigger", point.fictitious, ${changeColumns('point')}`

const recordRowSchema = z.extend(riskPointRecordSchema, {
  id: z.int(),
  level: rankedLevelSchema,
  gradedLevel: rankedLevelSchema,
  levelOverride: rankedOverrideSchema,
})
/** A risk point as the table has it, with its identity in this database. */
export type RiskPointRow = z.infer<typeof recordRowSchema>

/** The present version of a risk point, which nobody else changes before this transaction ends. */
export async function lockRiskPoint(
  transaction: Queryable,
  code: string,
): Promise<RiskPointRow | undefined> {
  const [point] = await query(
    transaction,
    recordRowSchema,
    `SELECT ${RECORD_COLUMNS} FROM risk_points AS point WHERE point.code = $1 FOR UPDATE`,
    [code],
  )
  return point
}

const versionRowSchema = z.extend(recordRowSchema, { validUntil: z.nullable(z.string()) })
export type RiskPointVersionRow = z.infer<typeof versionRowSchema>

/** Every version of a risk point, the latest first. */
export function listRiskPointVersions(
  transaction: Queryable,
  code: string,
): Promise<RiskPointVersionRow[]> {
  return query(
    transaction,
    versionRowSchema,
    `SELECT ${RECORD_COLUMNS}, to_json(point.valid_to) AS "validUntil"
     FROM ${timelineOf('riskPoint', ofCode('$1'))} AS point
     WHERE point.code = $1
     ORDER BY point.version DESC`,
    [code],
  )
}

const detailRowSchema = z.extend(versionRowSchema, {
  reviewOverdue: z.boolean(),
  street: z.string(),
  community: z.string(),
  parkName: z.string(),
  enterpriseName: z.nullable(z.string()),
  outsideParkMetres: z.nullable(z.number()),
})
export type RiskPointDetailRow = z.infer<typeof detailRowSchema>

/**
 * One risk point with the names of where it is, or undefined.
 * @param day of which it is told whether the review is overdue
 * @param asOf an instant at which the version was valid; the present version without it
 */
export async function findRiskPoint(
  transaction: Queryable,
  code: string,
  day: string,
  asOf: Date | null = null,
): Promise<RiskPointDetailRow | undefined> {
  const [point] = await query(
    transaction,
    detailRowSchema,
    `SELECT ${RECORD_COLUMNS}, to_json(point.valid_to) AS "validUntil",
       point.review_due < $2::date AS "reviewOverdue",
       park.name AS "parkName",
       (SELECT name FROM enterprises WHERE code = point.enterprise_code) AS "enterpriseName",
       street.name AS street, community.name AS community,
       ST_Distance(point.geom::geography, park.geom::geography) AS "outsideParkMetres"
     FROM ${timelineOf('riskPoint', ofCode('$1'))} AS point
     JOIN parks AS park ON park.code = point.park_code
     JOIN areas AS community ON community.code = point.area_code
     JOIN areas AS street ON street.code = left(point.area_code, 9)
     WHERE point.code = $1
       AND CASE WHEN $3::timestamptz IS NULL THEN point.valid_to IS NULL
         ELSE ${validAt('point', '$3')} END`,
    [code, day, asOf],
  )
  return point
}
