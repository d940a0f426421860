import * as z from 'zod/mini'
import { LIST_LENGTH } from '#data/contract/analysis/analysisSchemas'
import { coverageSchema } from '#data/contract/analysis/coverageResponses'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { LEVEL_COUNTS, rankedLevelSchema, rankOf } from '../riskPoints/riskPointRecord.queries.ts'

const fields = coverageSchema.shape
const pointItemSchema = fields.uncoveredPoints.shape.items.def.element
const stationAwaySchema = z.omit(pointItemSchema.shape.station.def.innerType, { minutes: true })

const reachRowSchema = z.object({
  geometry: fields.geometry,
  located: fields.riskPoints.shape.covered,
  covered: fields.riskPoints.shape.covered,
  unlocated: fields.riskPoints.shape.covered,
  uncoveredPoints: z.array(
    z.extend(pointItemSchema, { level: rankedLevelSchema, station: z.nullable(stationAwaySchema) }),
  ),
  enterprises: z.object({ total: z.int(), covered: z.int() }),
})
export type Reach = z.infer<typeof reachRowSchema>

/** Counting a million risk points takes seconds. */
export const COVERAGE_TIMEOUT_MILLISECONDS = 60_000

/**
 * What the micro fire stations reach of an area within a straight line in metres, and which of its
 * risk points and enterprises lie in it.
 */
export async function readReach(
  transaction: Queryable,
  area: string,
  reachMetres: number,
): Promise<Reach> {
  const [reach] = await query(transaction, reachRowSchema, REACH, [area, reachMetres])
  if (!reach) throw new Error('A coverage gave no row')
  return reach
}

const inArea = (table: string) =>
  `${table}.area_code >= $1 AND ${table}.area_code < $1 || ':' AND ${table}.retired_at IS NULL`

/**
 * Sides of a quarter of a circle: its polygon stays within 0.008 % of the radius, 5 cm of 692 m, which
 * is less than the sixth decimal of a coordinate. The outline that is drawn is simplified to a metre.
 */
const QUARTER_SEGMENTS = 64
const DRAWN_METRES = 1
/** Corners of a piece that points are looked up in, so that their index serves. */
const PIECE_CORNERS = 64
/** A degree of longitude here has 102.7 km; a little less, so that no station is missed. */
const METRES_A_DEGREE = 95_000

const STATIONS = `station AS MATERIALIZED (
    SELECT code, name, geom, ST_Transform(geom, 4547) AS plane
    FROM facilities WHERE kind = 'microFireStation'
  )`

/** The nearest station to a geometry in plane metres, of any area. */
const nearestStation = (plane: string) => `LATERAL (
    SELECT station.code, station.name, station.geom FROM station
    ORDER BY station.plane <-> ${plane}, station.code LIMIT 1)`

const UNCOVERED_ITEMS = `
  SELECT json_build_object('code', point.code, 'name', point.name, 'level', point.level,
      'longitude', ST_X(point.geom), 'latitude', ST_Y(point.geom), 'parkCode', point.park_code,
      'parkName', parks.name, 'areaCode', point.area_code,
      'station', CASE WHEN nearest.code IS NOT NULL THEN json_build_object(
        'code', nearest.code, 'name', nearest.name,
        'distanceMetres', round(ST_Distance(point.geom::geography, nearest.geom::geography)))
      END) AS item,
    ST_Distance(point.geom::geography, nearest.geom::geography) AS distance, point.code
  FROM point JOIN parks ON parks.code = point.park_code
  LEFT JOIN ${nearestStation('ST_Transform(point.geom, 4547)')} AS nearest ON true
  WHERE point.level <= ${rankOf('larger')} AND point.id NOT IN (SELECT id FROM covered)
  ORDER BY distance DESC NULLS FIRST, code LIMIT ${LIST_LENGTH}`

const REACH = `
  WITH area AS MATERIALIZED (
    SELECT geom FROM areas WHERE code = $1
  ), ${STATIONS}, reach AS MATERIALIZED (
    SELECT ST_Union(ST_Buffer(plane, $2::float8, 'quad_segs=${QUARTER_SEGMENTS}')) AS plane
    FROM station, area
    WHERE station.geom && ST_Expand(area.geom, $2::float8 / ${METRES_A_DEGREE})
  ), piece AS MATERIALIZED (
    SELECT ST_Subdivide(ST_Transform(plane, 4326), ${PIECE_CORNERS}) AS geom
    FROM reach WHERE plane IS NOT NULL
  ), point AS MATERIALIZED (
    SELECT id, code, name, level, park_code, area_code, geom
    FROM risk_points WHERE ${inArea('risk_points')} AND geom IS NOT NULL
  ), covered AS MATERIALIZED (
    SELECT DISTINCT ON (place) id, level FROM (
      SELECT risk_points.ctid AS place, risk_points.id, level FROM piece
      JOIN risk_points ON ST_Intersects(piece.geom, risk_points.geom)
      WHERE ${inArea('risk_points')} OFFSET 0) AS found
  ), enterprise AS MATERIALIZED (
    SELECT coalesce(ST_PointOnSurface(building.geom), parks.label_point) AS place
    FROM enterprises JOIN parks ON parks.code = enterprises.park_code
    LEFT JOIN park_features AS building ON building.code = enterprises.building_code
    WHERE ${inArea('enterprises')}
  ), drawn AS MATERIALIZED (
    SELECT ST_Multi(ST_CollectionExtract(ST_Intersection(
      ST_SimplifyPreserveTopology(plane, ${DRAWN_METRES}), ST_Transform(area.geom, 4547)), 3)) AS plane
    FROM reach, area
  )
  SELECT
    (SELECT ST_AsGeoJSON(ST_Transform(plane, 4326), 6)::json FROM drawn
     WHERE NOT ST_IsEmpty(plane)) AS geometry,
    (SELECT ${LEVEL_COUNTS} FROM point) AS located,
    (SELECT ${LEVEL_COUNTS} FROM covered) AS covered,
    (SELECT ${LEVEL_COUNTS} FROM risk_points
     WHERE ${inArea('risk_points')} AND geom IS NULL) AS unlocated,
    (SELECT coalesce(json_agg(item ORDER BY distance DESC NULLS FIRST, code), '[]')
     FROM (${UNCOVERED_ITEMS}) AS listed) AS "uncoveredPoints",
    (SELECT json_build_object('total', count(*), 'covered', count(*) FILTER (
       WHERE EXISTS (SELECT FROM piece WHERE piece.geom && place AND ST_Intersects(piece.geom, place))))
     FROM enterprise) AS enterprises`

const areaRowSchema = fields.area

/** The name of an area, or undefined. */
export async function findAreaName(
  transaction: Queryable,
  code: string,
): Promise<z.infer<typeof areaRowSchema> | undefined> {
  const [area] = await query(
    transaction,
    areaRowSchema,
    'SELECT code, name, level FROM areas WHERE code = $1',
    [code],
  )
  return area
}

const parkRowSchema = z.object({
  total: z.int(),
  withStation: z.int(),
  items: z.array(
    z.omit(fields.parks.shape.withoutStation.shape.items.def.element, { minutes: true }),
  ),
})

/** Parks of an area with and without a station of their own; distances from their label point. */
export async function readParksWithoutStation(
  transaction: Queryable,
  area: string,
): Promise<z.infer<typeof parkRowSchema>> {
  const [parks] = await query(transaction, parkRowSchema, PARKS, [area])
  if (!parks) throw new Error('The parks of an area gave no row')
  return parks
}

const PARKS = `
  WITH ${STATIONS}, park AS MATERIALIZED (
    SELECT parks.*, EXISTS (SELECT FROM facilities
      WHERE facilities.park_code = parks.code AND kind = 'microFireStation') AS is_equipped
    FROM parks WHERE ${inArea('parks')}
  ), listed AS (
    SELECT park.code, park.name, park.area_code, park.grade, park.label_point,
      ST_Distance(park.label_point::geography, nearest.geom::geography) AS distance
    FROM park
    LEFT JOIN ${nearestStation('ST_Transform(park.label_point, 4547)')} AS nearest ON true
    WHERE NOT is_equipped
    ORDER BY distance DESC NULLS FIRST, park.code LIMIT ${LIST_LENGTH}
  )
  SELECT (SELECT count(*) FROM park) AS total,
    (SELECT count(*) FROM park WHERE is_equipped) AS "withStation",
    (SELECT coalesce(json_agg(json_build_object('code', code, 'name', name,
       'longitude', ST_X(label_point), 'latitude', ST_Y(label_point), 'areaCode', area_code,
       'grade', grade, 'distanceMetres', round(distance))
       ORDER BY distance DESC NULLS FIRST, code), '[]') FROM listed) AS items`
