import * as z from 'zod/mini'
import { riskPointItemSchema, type RiskPointItem } from '#data/contract/responses'
import type { RiskPointsQuery } from '#data/contract/queries'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { timelineOf, validAt } from '../versions/timeline.queries.ts'
import { rankedLevelSchema, rankOf } from './riskPointRecord.queries.ts'
import { containsPattern, hasTrigrams, textTokens } from '../search/textTokens.ts'

const POINT_COLUMNS = `
  point.id, point.code, point.name, point.level, point.score, point.location,
  ST_X(point.geom) AS longitude, ST_Y(point.geom) AS latitude,
  point.area_code AS "areaCode", point.park_code AS "parkCode",
  point.enterprise_code AS "enterpriseCode", point.accident_types AS "accidentTypes",
  point.responsible_person AS "responsiblePerson",
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

export type RiskPointFilter = Omit<RiskPointsQuery, 'cursor' | 'limit' | 'asOf'> & {
  /** An instant of the past; the present versions without it. */
  asOf: Date | null
  /** Only points with a greater id: where the page before ended. */
  afterId: number
  limit: number
}

/**
 * A filter that is null is folded away before planning, so each combination gets a plan of its own.
 * With `id` as order the planner likes to walk the primary key until the page is full, which for a
 * rare text or a small box means all of it; `id + 0` leaves it the index of the filter.
 */
function listStatement(order: 'point.id' | 'point.id + 0', source = 'risk_points'): string {
  return `SELECT point.*, ${nameColumns('"parkCode"', '"enterpriseCode"')}
    FROM (
      SELECT ${POINT_COLUMNS}, point.review_due < $1::date AS "reviewOverdue"
      FROM ${source} AS point
      WHERE point.id > $2 AND point.retired_at IS NULL
        AND ($4::text IS NULL OR (point.area_code >= $4 AND point.area_code < $4 || ':'))
        AND ($5::text IS NULL OR point.park_code = $5)
        AND ($6::smallint[] IS NULL OR point.level = ANY ($6))
        AND ($7::text[] IS NULL OR point.search_key LIKE ALL ($7))
        AND ($13::text IS NULL OR point.search_key LIKE $13)
        AND ($14::text[] IS NULL OR EXISTS (
          SELECT FROM enterprises
          WHERE code = point.enterprise_code AND high_risk_class = ANY ($14)))
        AND ($15::boolean IS NULL OR EXISTS (
          SELECT FROM hazard_sources
          WHERE risk_point_id = point.id AND hazard_sources.retired_at IS NULL))
        AND ($16::boolean IS NULL OR EXISTS (
          SELECT FROM hazard_sources
          WHERE risk_point_id = point.id AND major_hazard_grade IS NOT NULL
            AND hazard_sources.retired_at IS NULL))
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
/** Versions valid at an instant; hazard sources and enterprises are those of the present. */
const PAST_STATEMENT = listStatement(
  'point.id',
  `(SELECT * FROM ${timelineOf('riskPoint', validAt('version', '$18'))} AS dated WHERE ${validAt('dated', '$18')})`,
)

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
  const isPast = filter.asOf !== null
  const seeks = filter.bbox !== undefined || indexedToken !== undefined
  const statement = isPast ? PAST_STATEMENT : seeks ? SEEK_STATEMENT : WALK_STATEMENT
  return query(transaction, itemRowSchema, statement, [
    today,
    filter.afterId,
    filter.limit,
    filter.area ?? null,
    filter.park ?? null,
    filter.level?.map(rankOf) ?? null,
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
    ...(isPast ? [filter.asOf] : []),
  ])
}
