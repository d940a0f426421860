import * as z from 'zod/mini'
import { ACCIDENT_TYPES } from '#data/domain/accidentTypes'
import { HIGH_RISK_CLASSES, HIGH_RISK_CLASS_ORDER } from '#data/domain/enterprises'
import { parkSchema } from '#data/domain/parks'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { isOpenNow } from '../hiddenDangers/countedDangers.queries.ts'

const parkRowSchema = z.pick(parkSchema, { code: true, areaCode: true })
export type ColumnPark = z.infer<typeof parkRowSchema>

/** Every park in the order of the columns' rows: by area, then by code. */
export function listColumnParks(transaction: Queryable): Promise<ColumnPark[]> {
  return query(
    transaction,
    parkRowSchema,
    `SELECT code, area_code AS "areaCode" FROM parks ORDER BY area_code, code`,
  )
}

const bytes = z.instanceof(Uint8Array)
const chunkRowSchema = z.object({
  rows: z.int(),
  lastId: z.int(),
  id: bytes,
  longitude: bytes,
  latitude: bytes,
  level: bytes,
  accidentType: bytes,
  parkIndex: bytes,
  score: bytes,
  reviewDueDay: bytes,
  hazardSources: bytes,
  majorHazardGrade: bytes,
  highRiskClass: bytes,
  openHiddenDangers: bytes,
  overdueHiddenDangers: bytes,
  enterprise: bytes,
  headcount: bytes,
  enterpriseHiddenDangers: bytes,
  validFromDay: bytes,
})
/** Values of consecutive risk points by id, each column big-endian as PostgreSQL sends it. */
export type ColumnChunk = z.infer<typeof chunkRowSchema>

/**
 * The next risk points by id as columns of bytes, or undefined after the last. The database joins
 * the binary form of each value: a million points take 1.8 s so, and one JavaScript object a point
 * would take ten times the memory.
 * @param parkCodes the parks, whose position becomes `parkIndex`
 * @param today the civil day before which a deadline has passed
 */
export async function readColumnChunk(
  transaction: Queryable,
  parkCodes: readonly string[],
  today: string,
  afterId: number,
  limit: number,
): Promise<ColumnChunk | undefined> {
  const [chunk] = await query(
    transaction,
    z.union([z.object({ rows: z.literal(0) }), chunkRowSchema]),
    COLUMN_CHUNK,
    [
      afterId,
      limit,
      parkCodes,
      ACCIDENT_TYPES.map(({ name }) => name),
      HIGH_RISK_CLASS_ORDER,
      HIGH_RISK_CLASS_ORDER.map((name) => HIGH_RISK_CLASSES[name].index),
      today,
    ],
  )
  return chunk && 'id' in chunk ? chunk : undefined
}

/** Enterprises with the number that the columns have for each: equal in answers of one data version. */
export const NUMBERED_ENTERPRISES = `
  SELECT code, headcount, high_risk_class, row_number() OVER (ORDER BY code) AS number
  FROM enterprises`

/**
 * Open hidden dangers at none of the points: those that name no risk point, or one that is retired.
 * What they are of is an enterprise, or a park as a whole.
 */
const OPEN_AT_NO_POINT = `
  SELECT danger.park_code, danger.enterprise_code, danger.deadline
  FROM hidden_dangers AS danger
  LEFT JOIN risk_points AS point
    ON point.id = danger.risk_point_id AND point.retired_at IS NULL
  WHERE ${isOpenNow('danger')} AND point.id IS NULL`

/** Names of our registries become their numbers here, so that only numbers travel. */
const COLUMN_CHUNK = `
  WITH point AS (
    SELECT id, geom, level, score, accident_types, park_code, enterprise_code, review_due,
      (valid_from AT TIME ZONE 'Asia/Shanghai')::date AS valid_from_day
    FROM risk_points
    WHERE id > $1 AND retired_at IS NULL
    ORDER BY id
    LIMIT $2
  ), hazard AS (
    SELECT risk_point_id, count(*) AS sources, min(major_hazard_grade) AS grade
    FROM hazard_sources
    WHERE risk_point_id > $1 AND risk_point_id <= (SELECT max(id) FROM point)
      AND retired_at IS NULL
    GROUP BY risk_point_id
  ), danger AS (
    SELECT risk_point_id, count(*) AS open, count(*) FILTER (WHERE deadline < $7::date) AS overdue
    FROM hidden_dangers
    WHERE ${isOpenNow('hidden_dangers')}
      AND risk_point_id > $1 AND risk_point_id <= (SELECT max(id) FROM point)
    GROUP BY risk_point_id
  ), shared AS (
    SELECT enterprise_code, count(*) AS open FROM (${OPEN_AT_NO_POINT}) AS danger
    WHERE enterprise_code IS NOT NULL
    GROUP BY enterprise_code
  ), enterprise AS (${NUMBERED_ENTERPRISES}), numbered AS (
    SELECT point.*, park.position AS park_position,
      coalesce(hazard.sources, 0) AS hazard_sources,
      coalesce(hazard.grade, 0) AS major_hazard_grade,
      coalesce(class.index, 0) AS high_risk_class,
      coalesce(danger.open, 0) AS open_hidden_dangers,
      coalesce(danger.overdue, 0) AS overdue_hidden_dangers,
      coalesce(enterprise.number, 0) AS enterprise, coalesce(enterprise.headcount, 0) AS headcount,
      coalesce(shared.open, 0) AS enterprise_hidden_dangers
    FROM point
    JOIN unnest($3::text[]) WITH ORDINALITY AS park (code, position) ON park.code = point.park_code
    LEFT JOIN hazard ON hazard.risk_point_id = point.id
    LEFT JOIN danger ON danger.risk_point_id = point.id
    LEFT JOIN enterprise ON enterprise.code = point.enterprise_code
    LEFT JOIN shared ON shared.enterprise_code = point.enterprise_code
    LEFT JOIN unnest($5::text[], $6::smallint[]) AS class (name, index)
      ON class.name = enterprise.high_risk_class
    ORDER BY point.id
  )
  SELECT count(*) AS rows, coalesce(max(id), 0) AS "lastId",
    string_agg(int4send(id), '') AS id,
    string_agg(float4send(coalesce(ST_X(geom), 'NaN')::float4), '') AS longitude,
    string_agg(float4send(coalesce(ST_Y(geom), 'NaN')::float4), '') AS latitude,
    string_agg(int2send(level), '') AS level,
    string_agg(int2send((array_position($4::text[], accident_types[1]) - 1)::int2), '')
      AS "accidentType",
    string_agg(int2send((park_position - 1)::int2), '') AS "parkIndex",
    string_agg(float4send(score::float4), '') AS score,
    string_agg(int4send(review_due - date '1970-01-01'), '') AS "reviewDueDay",
    string_agg(int2send(least(hazard_sources, 255)::int2), '') AS "hazardSources",
    string_agg(int2send(major_hazard_grade::int2), '') AS "majorHazardGrade",
    string_agg(int2send(high_risk_class::int2), '') AS "highRiskClass",
    string_agg(int2send(least(open_hidden_dangers, 32767)::int2), '') AS "openHiddenDangers",
    string_agg(int2send(least(overdue_hidden_dangers, 32767)::int2), '') AS "overdueHiddenDangers",
    string_agg(int4send(enterprise::int4), '') AS enterprise,
    string_agg(int4send(headcount), '') AS headcount,
    string_agg(int2send(least(enterprise_hidden_dangers, 32767)::int2), '')
      AS "enterpriseHiddenDangers",
    string_agg(int4send(valid_from_day - date '1970-01-01'), '') AS "validFromDay"
  FROM numbered`

const unplacedRowSchema = z.object({ open: z.int(), overdue: z.int() })
export type UnplacedHiddenDangers = z.infer<typeof unplacedRowSchema>

/**
 * Open hidden dangers that neither a point nor the points of an enterprise can show: those at none of
 * the points, and of no enterprise or of one without a located point. What a map of points cannot
 * show has to be said beside it.
 */
export async function countUnplacedHiddenDangers(
  transaction: Queryable,
  today: string,
): Promise<UnplacedHiddenDangers> {
  const [row] = await query(
    transaction,
    unplacedRowSchema,
    `SELECT count(*) AS open, count(*) FILTER (WHERE deadline < $1::date) AS overdue
     FROM (${OPEN_AT_NO_POINT}) AS danger
     WHERE NOT EXISTS (
       SELECT FROM risk_points AS point
       WHERE point.park_code = danger.park_code AND point.enterprise_code = danger.enterprise_code
         AND point.retired_at IS NULL AND point.geom IS NOT NULL)`,
    [today],
  )
  return row ?? { open: 0, overdue: 0 }
}
