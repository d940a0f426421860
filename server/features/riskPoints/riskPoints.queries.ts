import { z } from 'zod'
import { riskLevelOfRank, RISK_LEVELS } from '#data/domain/riskLevels'
import { riskPointItemSchema, type RiskPointItem } from '#data/contract/responses'
import type { RiskPointsQuery } from '#data/contract/queries'
import { riskPointSchema } from '#data/domain/riskPoints'
import { hazardSourceSchema, type HazardSource } from '#data/domain/hazardSources'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { containsPattern, textTokens } from '../search/textTokens.ts'

/** The database carries the rank; everything above it speaks of the level. */
const rankedLevelSchema = z.int().transform(riskLevelOfRank)

const ITEM_COLUMNS = `
  point.id, point.code, point.name, point.level, point.score, point.location,
  ST_X(point.geom) AS longitude, ST_Y(point.geom) AS latitude,
  point.area_code AS "areaCode", point.park_code AS "parkCode",
  point.accident_types AS "accidentTypes", point.responsible_person AS "responsiblePerson",
  point.review_due AS "reviewDue", point.fictitious,
  park.name AS "parkName", enterprise.name AS "enterpriseName"`

const itemRowSchema = riskPointItemSchema.extend({ level: rankedLevelSchema })

export type RiskPointFilter = Omit<RiskPointsQuery, 'cursor' | 'limit'> & {
  /** Only points with a greater id: where the page before ended. */
  afterId: number
  limit: number
}

/**
 * Risk points that fit every given filter, by id. A filter that is null is folded away before
 * planning, so each combination gets a plan of its own.
 */
export function listRiskPoints(
  transaction: Queryable,
  filter: RiskPointFilter,
  today: string,
): Promise<RiskPointItem[]> {
  const [west, south, east, north] = filter.bbox ?? []
  return query(
    transaction,
    itemRowSchema,
    `SELECT ${ITEM_COLUMNS}, point.review_due < $1::date AS "reviewOverdue"
     FROM risk_points AS point
     JOIN parks AS park ON park.code = point.park_code
     LEFT JOIN enterprises AS enterprise ON enterprise.code = point.enterprise_code
     WHERE point.id > $2
       AND ($4::text IS NULL OR (point.area_code >= $4 AND point.area_code < $4 || ':'))
       AND ($5::text IS NULL OR point.park_code = $5)
       AND ($6::smallint[] IS NULL OR point.level = ANY ($6))
       AND ($7::text[] IS NULL OR point.search_key LIKE ALL ($7))
       AND ($8::integer[] IS NULL OR point.id = ANY ($8))
       AND ($9::float8 IS NULL OR (
         point.geom && ST_MakeEnvelope($9, $10::float8, $11::float8, $12::float8, 4326)
         AND ST_X(point.geom) BETWEEN $9 AND $11 AND ST_Y(point.geom) BETWEEN $10 AND $12))
     ORDER BY point.id
     LIMIT $3`,
    [
      today,
      filter.afterId,
      filter.limit,
      filter.area ?? null,
      filter.park ?? null,
      filter.level?.map((level) => RISK_LEVELS[level].rank) ?? null,
      filter.q === undefined ? null : textTokens(filter.q).map(containsPattern),
      filter.ids ?? null,
      west ?? null,
      south ?? null,
      east ?? null,
      north ?? null,
    ],
  )
}

const detailRowSchema = riskPointSchema.extend({
  id: z.int(),
  version: z.int(),
  level: rankedLevelSchema,
  reviewOverdue: z.boolean(),
  street: z.string(),
  community: z.string(),
  parkName: z.string(),
  enterpriseName: z.string().nullable(),
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
    `SELECT ${ITEM_COLUMNS}, point.review_due < $2::date AS "reviewOverdue",
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
     JOIN parks AS park ON park.code = point.park_code
     JOIN areas AS community ON community.code = point.area_code
     JOIN areas AS street ON street.code = left(point.area_code, 9)
     LEFT JOIN enterprises AS enterprise ON enterprise.code = point.enterprise_code
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
