import { z } from 'zod'
import { ACCIDENT_TYPES } from '#data/domain/accidentTypes'
import { HIGH_RISK_CLASSES, HIGH_RISK_CLASS_ORDER } from '#data/domain/enterprises'
import { STILL } from '#data/domain/historyColumns'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { isCounted } from '../hiddenDangers/countedDangers.queries.ts'
import { NUMBERED_ENTERPRISES } from '../riskPoints/columns.queries.ts'
import { timelineOf } from '../versions/timeline.queries.ts'

/** Days from 1970-01-01 to the civil day of a date or an instant. */
const dayOf = (instant: string) =>
  `((${instant} AT TIME ZONE 'Asia/Shanghai')::date - date '1970-01-01')`
const dayOfDate = (date: string) => `(${date} - date '1970-01-01')`

/** The values of a column as PostgreSQL sends them, row after row; the name is ours, not a caller's. */
const small = (value: string, name: string) => sent('int2send', `(${value})::int2`, name)
const whole = (value: string, name: string) => sent('int4send', `(${value})::int4`, name)
const real = (value: string, name: string) =>
  sent('float4send', `coalesce(${value}, 'NaN')::float4`, name)
const sent = (send: string, value: string, name: string) =>
  `coalesce(string_agg(${send}(${value}), ''), ''::bytea) AS "${name}"`

/** The texts of a dictionary, and each row's index in it. */
const dictionary = (column: string, name: string) =>
  `coalesce(array_agg(DISTINCT ${column} COLLATE "C"), '{}') AS "${name}"`
const indexIn = (column: string) => `dense_rank() OVER (ORDER BY ${column} COLLATE "C") - 1`

const bytes = z.instanceof(Uint8Array)
const codes = z.array(z.string())
const versionsSchema = z.object({
  rows: z.int(),
  areaCodes: codes,
  parkCodes: codes,
  id: bytes,
  fromDay: bytes,
  toDay: bytes,
  longitude: bytes,
  latitude: bytes,
  level: bytes,
  accidentType: bytes,
  areaCode: bytes,
  parkCode: bytes,
  score: bytes,
  reviewDueDay: bytes,
  highRiskClass: bytes,
  enterprise: bytes,
  headcount: bytes,
})
export type PastVersions = z.infer<typeof versionsSchema>

/**
 * Every state of a risk point that has ended, of those that saw the end of a day: versions that were
 * replaced, and the last one of points that are retired.
 */
export async function readPastVersions(transaction: Queryable): Promise<PastVersions> {
  const [row] = await query(transaction, versionsSchema, PAST_VERSIONS, [
    ACCIDENT_TYPES.map(({ name }) => name),
    HIGH_RISK_CLASS_ORDER,
    HIGH_RISK_CLASS_ORDER.map((name) => HIGH_RISK_CLASSES[name].index),
  ])
  return row as PastVersions
}

const PAST_VERSIONS = `
  WITH version AS (
    SELECT id, geom, level, accident_types, area_code, park_code, enterprise_code, score,
      review_due, ${dayOf('valid_from')} AS from_day,
      ${dayOf('least(valid_to, retired_at)')} AS to_day
    FROM ${timelineOf('riskPoint', 'true')} AS timeline
    WHERE valid_to IS NOT NULL OR retired_at IS NOT NULL
  ), enterprise AS (${NUMBERED_ENTERPRISES}), numbered AS (
    SELECT version.*, ${indexIn('version.area_code')} AS area_index,
      ${indexIn('version.park_code')} AS park_index,
      coalesce(class.index, 0) AS class_index, coalesce(enterprise.number, 0) AS enterprise,
      coalesce(enterprise.headcount, 0) AS headcount
    FROM version
    LEFT JOIN enterprise ON enterprise.code = version.enterprise_code
    LEFT JOIN unnest($2::text[], $3::smallint[]) AS class (name, index)
      ON class.name = enterprise.high_risk_class
    WHERE from_day < to_day
    ORDER BY version.id, from_day
  )
  SELECT count(*) AS rows,
    ${dictionary('area_code', 'areaCodes')}, ${dictionary('park_code', 'parkCodes')},
    ${whole('id', 'id')}, ${whole('from_day', 'fromDay')}, ${whole('to_day', 'toDay')},
    ${real('ST_X(geom)', 'longitude')}, ${real('ST_Y(geom)', 'latitude')},
    ${small('level', 'level')},
    ${small('array_position($1::text[], accident_types[1]) - 1', 'accidentType')},
    ${small('area_index', 'areaCode')}, ${small('park_index', 'parkCode')},
    ${real('score', 'score')}, ${whole(dayOfDate('review_due'), 'reviewDueDay')},
    ${small('class_index', 'highRiskClass')}, ${whole('enterprise', 'enterprise')},
    ${whole('headcount', 'headcount')}
  FROM numbered`

const hazardSourcesSchema = z.object({
  rows: z.int(),
  riskPoint: bytes,
  fromDay: bytes,
  toDay: bytes,
  majorHazardGrade: bytes,
})
export type HazardSourceVersions = z.infer<typeof hazardSourcesSchema>

/** Every state of every hazard source that saw the end of a day. */
export async function readHazardSourceVersions(
  transaction: Queryable,
): Promise<HazardSourceVersions> {
  const [row] = await query(
    transaction,
    hazardSourcesSchema,
    `WITH version AS (
       SELECT risk_point_id, major_hazard_grade, ${dayOf('valid_from')} AS from_day,
         coalesce(${dayOf('least(valid_to, retired_at)')}, ${STILL}) AS to_day
       FROM ${timelineOf('hazardSource', 'true')} AS timeline
       ORDER BY risk_point_id, id, valid_from
     )
     SELECT count(*) AS rows, ${whole('risk_point_id', 'riskPoint')},
       ${whole('from_day', 'fromDay')}, ${whole('to_day', 'toDay')},
       ${small('coalesce(major_hazard_grade, 0)', 'majorHazardGrade')}
     FROM version WHERE from_day < to_day`,
  )
  return row as HazardSourceVersions
}

const hiddenDangersSchema = z.object({
  rows: z.int(),
  areaCodes: codes,
  parkCodes: codes,
  riskPoint: bytes,
  enterprise: bytes,
  areaCode: bytes,
  parkCode: bytes,
  registeredDay: bytes,
  closedDay: bytes,
  deadlineDay: bytes,
})
export type HiddenDangerSpans = z.infer<typeof hiddenDangersSchema>

/** Every hidden danger that counts, from its registration until it was closed, past a day's end. */
export async function readHiddenDangerSpans(transaction: Queryable): Promise<HiddenDangerSpans> {
  const [row] = await query(
    transaction,
    hiddenDangersSchema,
    `WITH danger AS (
       SELECT coalesce(risk_point_id, 0) AS risk_point, enterprise_code, area_code, park_code,
         deadline,
         ${dayOf('registered_at')} AS registered_day,
         coalesce(${dayOf('closed_at')}, ${STILL}) AS closed_day
       FROM hidden_dangers WHERE ${isCounted('hidden_dangers')}
     ), enterprise AS (${NUMBERED_ENTERPRISES}), numbered AS (
       SELECT danger.*, coalesce(enterprise.number, 0) AS enterprise,
         ${indexIn('area_code')} AS area_index, ${indexIn('park_code')} AS park_index
       FROM danger LEFT JOIN enterprise ON enterprise.code = danger.enterprise_code
       WHERE registered_day < closed_day
       ORDER BY area_code, park_code, risk_point, registered_day
     )
     SELECT count(*) AS rows,
       ${dictionary('area_code', 'areaCodes')}, ${dictionary('park_code', 'parkCodes')},
       ${whole('risk_point', 'riskPoint')}, ${whole('enterprise', 'enterprise')},
       ${small('area_index', 'areaCode')}, ${small('park_index', 'parkCode')},
       ${whole('registered_day', 'registeredDay')}, ${whole('closed_day', 'closedDay')},
       ${whole(dayOfDate('deadline'), 'deadlineDay')}
     FROM numbered`,
  )
  return row as HiddenDangerSpans
}
