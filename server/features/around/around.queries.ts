import * as z from 'zod/mini'
import { LIST_LENGTH } from '#data/contract/analysis/analysisSchemas'
import { aroundSchema } from '#data/contract/analysis/aroundResponses'
import { HIGH_RISK_CLASS_ORDER } from '#data/domain/enterprises'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { isOpenNow } from '../hiddenDangers/countedDangers.queries.ts'
import type { AskedPlace } from './askedPlace.ts'
import { statementsBy, type Nearness } from './nearness.queries.ts'
import { LEVEL_COUNTS, rankedLevelSchema, rankOf } from '../riskPoints/riskPointRecord.queries.ts'

const fields = aroundSchema.shape
const gravePointSchema = z.extend(
  z.omit(fields.gravePoints.shape.items.def.element, { minutes: true }),
  { level: rankedLevelSchema },
)
const rowSchema = z.object({
  riskPoints: fields.riskPoints,
  unlocatedRiskPoints: fields.unlocatedRiskPoints,
  gravePoints: z.array(gravePointSchema),
  enterprises: fields.enterprises,
  parkTotal: z.int(),
  parks: fields.parks.shape.items,
  communities: fields.communities,
  hazardSourceTotal: z.int(),
  majorHazardTotal: z.int(),
  majorHazards: fields.hazardSources.shape.majorHazards.shape.items,
  hiddenDangers: fields.hiddenDangers,
})
export type Inside = z.infer<typeof rowSchema>

/** What lies within a radius in metres of a place. */
export async function readInside(
  transaction: Queryable,
  { kind, wkt }: Pick<AskedPlace, 'kind' | 'wkt'>,
  radiusMetres: number,
  /** Civil day of which it is told what is overdue. */
  today: string,
): Promise<Inside> {
  const [inside] = await query(transaction, rowSchema, INSIDE[kind], [wkt, radiusMetres, today])
  if (!inside) throw new Error('A search around a place gave no row')
  return inside
}

/** The head of an item: `point` is a geometry of one position. */
const placed = (alias: string, point: string) => `
  'code', ${alias}.code, 'name', ${alias}.name,
  'longitude', ST_X(${point}), 'latitude', ST_Y(${point})`

const graveItems = ({ distance }: Nearness) => `
  SELECT json_build_object(${placed('point', 'point.geom')},
      'level', point.level, 'parkCode', point.park_code, 'parkName', parks.name,
      'areaCode', point.area_code, 'enterpriseName', enterprises.name,
      'distanceMetres', round(${distance('point.geom')})) AS item,
    point.level AS rank, ${distance('point.geom')} AS distance, point.code
  FROM point CROSS JOIN asked
  JOIN parks ON parks.code = point.park_code
  LEFT JOIN enterprises ON enterprises.code = point.enterprise_code
  WHERE point.retired_at IS NULL AND point.level <= ${rankOf('larger')}
  ORDER BY rank, distance, code LIMIT ${LIST_LENGTH}`

const parkItems = ({ distance }: Nearness) => `
  SELECT json_build_object(${placed('park', 'park.label_point')},
      'areaCode', park.area_code, 'grade', park.grade,
      'distanceMetres', round(${distance('park.geom')})) AS item,
    ${distance('park.geom')} AS distance, park.code
  FROM park, asked
  ORDER BY distance, code LIMIT ${LIST_LENGTH}`

const majorHazardItems = ({ distance }: Nearness) => `
  SELECT json_build_object(${placed('source', 'source.geom')},
      'grade', source.major_hazard_grade, 'parkName', parks.name,
      'distanceMetres', round(${distance('source.geom')})) AS item,
    source.major_hazard_grade AS grade, source.code
  FROM source CROSS JOIN asked JOIN parks ON parks.code = source.park_code
  WHERE source.major_hazard_grade IS NOT NULL
  ORDER BY grade, code LIMIT ${LIST_LENGTH}`

const listOf = (items: string, order: string) =>
  `(SELECT coalesce(json_agg(item ORDER BY ${order}), '[]') FROM (${items}) AS listed)`

const HIGH_RISK_COUNTS = HIGH_RISK_CLASS_ORDER.map(
  (key) => `'${key}', count(*) FILTER (WHERE high_risk_class = '${key}')`,
).join(', ')

/** A hidden danger lies where its risk point does, else with its enterprise, else with its park. */
const DANGER_INSIDE = `CASE
    WHEN its.geom IS NOT NULL THEN its.id IN (SELECT id FROM point)
    WHEN danger.enterprise_code IS NOT NULL
      THEN danger.enterprise_code IN (SELECT code FROM enterprise)
    ELSE danger.park_code IN (SELECT code FROM park)
  END`

const POINT_COLUMNS =
  'id, code, name, level, park_code, enterprise_code, area_code, geom, retired_at'

const INSIDE = statementsBy(
  (near) => `
  WITH ${near.tables}, park AS MATERIALIZED (
    ${near.rows('parks', 'parks.*', 'retired_at IS NULL')}
  ), building AS MATERIALIZED (
    ${near.rows('park_features', 'park_features.code', "kind = 'building'")}
  ), enterprise AS MATERIALIZED (
    SELECT code, headcount, high_risk_class, retired_at FROM enterprises
    WHERE CASE
      WHEN building_code IS NULL THEN park_code IN (SELECT code FROM park)
      ELSE building_code IN (SELECT code FROM building)
      END
  ), point AS MATERIALIZED (
    ${near.rows('risk_points', POINT_COLUMNS)}
  ), source AS MATERIALIZED (
    SELECT hazard_sources.code, hazard_sources.name, major_hazard_grade, point.geom, park_code
    FROM point JOIN hazard_sources
      ON hazard_sources.risk_point_id = point.id AND hazard_sources.retired_at IS NULL
    WHERE point.retired_at IS NULL
  )
  SELECT
    (SELECT ${LEVEL_COUNTS} FROM point WHERE retired_at IS NULL) AS "riskPoints",
    (SELECT count(*) FROM risk_points
     WHERE geom IS NULL AND retired_at IS NULL AND park_code IN (SELECT code FROM park))
      AS "unlocatedRiskPoints",
    ${listOf(graveItems(near), 'rank, distance, code')} AS "gravePoints",
    (SELECT json_build_object('total', count(*), 'headcount', coalesce(sum(headcount), 0),
       'highRisk', json_build_object(${HIGH_RISK_COUNTS}))
     FROM enterprise WHERE retired_at IS NULL) AS enterprises,
    (SELECT count(*) FROM park) AS "parkTotal",
    ${listOf(parkItems(near), 'distance, code')} AS parks,
    (SELECT coalesce(json_agg(json_build_object('code', code, 'name', name) ORDER BY code), '[]')
     FROM (${near.rows('areas', 'code, name', "level = 'community'")}) AS community) AS communities,
    (SELECT count(*) FROM source) AS "hazardSourceTotal",
    (SELECT count(major_hazard_grade) FROM source) AS "majorHazardTotal",
    ${listOf(majorHazardItems(near), 'grade, code')} AS "majorHazards",
    (SELECT json_build_object('open', count(*),
       'overdue', count(*) FILTER (WHERE danger.deadline < $3::date),
       'openMajor', count(*) FILTER (WHERE danger.severity = 'major'))
     FROM hidden_dangers AS danger LEFT JOIN risk_points AS its ON its.id = danger.risk_point_id
     WHERE ${isOpenNow('danger')} AND ${DANGER_INSIDE}) AS "hiddenDangers"`,
)
