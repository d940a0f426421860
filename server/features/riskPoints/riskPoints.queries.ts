import * as z from 'zod/mini'
import { riskLevelOfRank, RISK_LEVELS } from '#data/domain/riskLevels'
import { riskPointItemSchema, type RiskPointItem } from '#data/contract/responses'
import type { RiskPointsQuery } from '#data/contract/queries'
import { riskPointSchema } from '#data/domain/riskPoints'
import { hazardSourceSchema, type HazardSource } from '#data/domain/hazardSources'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { containsPattern, hasTrigrams, textTokens } from '../search/textTokens.ts'

/** The database carries the rank; everything above it speaks of the level. */
const rankedLevelSchema = z.pipe(z.int(), z.transform(riskLevelOfRank))

const POINT_COLUMNS = `
  point.id, point.code, point.name, point.level, point.score, point.location,
  ST_X(point.geom) AS longitude, ST_Y(point.geom) AS latitude,
  point.area_code AS "areaCode", point.park_code AS "parkCode",
  point.accident_types AS "accidentTypes", point.responsible_person AS "responsiblePerson",
  point.review_due AS "reviewDue", point.fictitious`

/**
 * Names looked up for the few rows that leave. As joins they misled the planner: a box of 19,800
 * points was expected to hold one, and then 33 million enterprises were compared (1.6 s, now 30 ms).
 */
function nameColumns(parkCode: string, enterpriseCode: string): string {
  return `(SELECT name FROM parks WHERE code = ${parkCode}) AS "parkName",
    (SELECT name FROM enterprises WHERE code = ${enterpriseCode}) AS "enterpriseName"`
}

const itemRowSchema = z.extend(riskPointItemSchema, { level: rankedLevelSchema })

export type RiskPointFilter = Omit<RiskPointsQuery, 'cursor' | 'limit'> & {
  /** Only points with a greater id: where the page before ended. */
  afterId: number
  limit: number
}

/**
 * A filter that is null is folded away before planning, so each combination gets a plan of its own.
 * With `id` as order the planner likes to walk the primary key until the page is full, which for a
 * rare text or a small box means all of it; `id + 0` leaves it the index of the filter.
 */
function listStatement(order: 'point.id' | 'point.id + 0'): string {
  return `SELECT point.*, ${nameColumns('"parkCode"', 'enterprise_code')}
    FROM (
      SELECT ${POINT_COLUMNS}, point.enterprise_code, point.review_due < $1::date AS "reviewOverdue"
      FROM risk_points AS point
      WHERE point.id > $2
        AND ($4::text IS NULL OR (point.area_code >= $4 AND point.area_code < $4 || ':'))
        AND ($5::text IS NULL OR point.park_code = $5)
        AND ($6::smallint[] IS NULL OR point.level = ANY ($6))
        AND ($7::text[] IS NULL OR point.search_key LIKE ALL ($7))
        AND ($13::text IS NULL OR point.search_key LIKE $13)
        AND ($14::text[] IS NULL OR EXISTS (
          SELECT FROM enterprises
          WHERE code = point.enterprise_code AND high_risk_class = ANY ($14)))
        AND ($15::boolean IS NULL OR EXISTS (
          SELECT FROM hazard_sources WHERE risk_point_id = point.id))
        AND ($16::boolean IS NULL OR EXISTS (
          SELECT FROM hazard_sources
          WHERE risk_point_id = point.id AND major_hazard_grade IS NOT NULL))
        AND ($17::boolean IS NULL OR point.review_due < $1)
        AND ($8::integer[] IS NULL OR point.id = ANY ($8))
        AND ($9::float8 IS NULL OR (
          point.geom && ST_MakeEnvelope($9, $10::float8, $11::float8, $12::float8, 4326)
          AND ST_X(point.geom) BETWEEN $9 AND $11 AND ST_Y(point.geom) BETWEEN $10 AND $12))
      ORDER BY ${order}
      LIMIT $3
    ) AS point
    ORDER BY point.id`
}

const WALK_STATEMENT = listStatement('point.id')
const SEEK_STATEMENT = listStatement('point.id + 0')

/** Risk points that fit every given filter, by id. */
export function listRiskPoints(
  transaction: Queryable,
  filter: RiskPointFilter,
  today: string,
): Promise<RiskPointItem[]> {
  const [west, south, east, north] = filter.bbox ?? []
  const tokens = filter.q === undefined ? null : textTokens(filter.q)
  // An index serves one pattern, not ALL of a list.
  const indexedToken = tokens?.find(hasTrigrams)
  const seeks = filter.bbox !== undefined || indexedToken !== undefined
  return query(transaction, itemRowSchema, seeks ? SEEK_STATEMENT : WALK_STATEMENT, [
    today,
    filter.afterId,
    filter.limit,
    filter.area ?? null,
    filter.park ?? null,
    filter.level?.map((level) => RISK_LEVELS[level].rank) ?? null,
    tokens?.map(containsPattern) ?? null,
    filter.ids ?? null,
    west ?? null,
    south ?? null,
    east ?? null,
    north ?? null,
    indexedToken === undefined ? null : containsPattern(indexedToken),
    filter.highRiskClass ?? null,
    filter.hazardSources ?? null,
    filter.majorHazards ?? null,
    filter.reviewOverdue ?? null,
  ])
}

const detailRowSchema = z.extend(riskPointSchema, {
  id: z.int(),
  version: z.int(),
  level: rankedLevelSchema,
  reviewOverdue: z.boolean(),
  street: z.string(),
  community: z.string(),
  parkName: z.string(),
  enterpriseName: z.nullable(z.string()),
})
export type RiskPointRow = z.infer<typeof detailRowSchema>

/** One risk point with the names of where it is, or undefined. */
export async function findRiskPoint(
  transaction: Queryable,
  code: string,
  today: string,
): Promise<RiskPointRow | undefined> {
  const [point] = await query(
    transaction,
    detailRowSchema,
    `SELECT ${POINT_COLUMNS}, ${nameColumns('point.park_code', 'point.enterprise_code')}, point.review_due < $2::date AS "reviewOverdue",
       point.enterprise_code AS "enterpriseCode",
       point.coordinate_origin AS "coordinateOrigin",
       point.coordinate_error_metres AS "coordinateErrorMetres",
       point.grading_method AS "gradingMethod",
       point.grading_version AS "gradingVersion",
       point.grading_inputs AS "gradingInputs",
       point.control_level AS "controlLevel",
       point.responsible_department AS "responsibleDepartment",
       point.guarantor, point.measures, point.version,
       point.assessed_on AS "assessedOn",
       street.name AS street, community.name AS community
     FROM risk_points AS point
     JOIN areas AS community ON community.code = point.area_code
     JOIN areas AS street ON street.code = left(point.area_code, 9)
     WHERE point.code = $1`,
    [code, today],
  )
  return point
}

/** Hazard sources of a risk point in code order, each with its substances in their own order. */
export function listHazardSources(
  transaction: Queryable,
  riskPointId: number,
): Promise<HazardSource[]> {
  return query(
    transaction,
    hazardSourceSchema,
    `SELECT source.code, source.name, source.unit_kind AS "unitKind",
       source.exposed_people AS "exposedPeople", source.s, source.r, source.alpha,
       source.major_hazard_grade AS "majorHazardGrade", source.fictitious,
       (SELECT coalesce(json_agg(json_build_object(
           'cas', substance.cas,
           'name', substance.name,
           'designedQuantityTonnes', substance.designed_quantity_tonnes,
           'criticalTonnes', substance.critical_tonnes,
           'beta', substance.beta) ORDER BY substance.position), '[]')
         FROM hazard_source_substances AS substance
         WHERE substance.hazard_source_id = source.id) AS substances
     FROM hazard_sources AS source
     WHERE source.risk_point_id = $1
     ORDER BY source.code`,
    [riskPointId],
  )
}
