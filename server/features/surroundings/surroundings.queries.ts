import type { z as Z } from 'zod/mini'
import { surroundingsSchema } from '#data/contract/grading'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { LEVEL_COUNTS } from '../riskPoints/riskPointRecord.queries.ts'

const circleSchema = surroundingsSchema.shape.circles.def.element
export type Circle = Z.infer<typeof circleSchema>

/**
 * What lies within a radius in metres of a position in degrees WGS84. The box of the buffer asks the
 * indexes first, distances on the spheroid decide.
 */
export async function readCircle(
  transaction: Queryable,
  longitude: number,
  latitude: number,
  radiusMetres: number,
): Promise<Circle> {
  const [circle] = await query(transaction, circleSchema, CIRCLE, [
    longitude,
    latitude,
    radiusMetres,
  ])
  if (!circle) throw new Error('A circle gave no row')
  return circle
}

/** The condition that a geometry lies within the circle or touches it. */
const within = (geometry: string) => `${geometry} && circle.box
  AND ST_DWithin(${geometry}::geography, circle.centre, circle.metres)`

const CIRCLE = `
  WITH circle AS MATERIALIZED (
    SELECT centre::geography AS centre, $3::float8 AS metres,
      -- A little more than the buffer: its polygon cuts corners off the circle.
      ST_Envelope(ST_Buffer(centre::geography, $3::float8 * 1.02 + 1)::geometry) AS box
    FROM ST_SetSRID(ST_MakePoint($1::float8, $2::float8), 4326) AS centre
  ), park AS MATERIALIZED (
    SELECT parks.code, parks.name, parks.area_code FROM parks, circle
    WHERE ${within('parks.geom')}
  ), enterprise AS (
    SELECT enterprises.headcount FROM enterprises
    WHERE retired_at IS NULL AND CASE
      WHEN building_code IS NULL THEN park_code IN (SELECT code FROM park)
      ELSE building_code IN (
        SELECT park_features.code FROM park_features, circle
        WHERE park_features.kind = 'building' AND ${within('park_features.geom')})
      END
  )
  SELECT $3::float8 AS "radiusMetres",
    (SELECT coalesce(json_agg(json_build_object('code', code, 'name', name, 'areaCode', area_code)
       ORDER BY code), '[]') FROM park) AS parks,
    (SELECT coalesce(json_agg(json_build_object('code', code, 'name', name) ORDER BY code), '[]')
     FROM areas, circle WHERE level = 'community' AND ${within('areas.geom')}) AS communities,
    (SELECT coalesce(json_agg(json_build_object('code', code, 'name', name, 'kind', kind,
         'distanceMetres', round(ST_Distance(geom::geography, circle.centre)))
         ORDER BY ST_Distance(geom::geography, circle.centre), code), '[]')
     FROM facilities, circle WHERE ${within('facilities.geom')}) AS facilities,
    (SELECT ${LEVEL_COUNTS}
     FROM risk_points, circle
     WHERE retired_at IS NULL AND ${within('risk_points.geom')}) AS "riskPoints",
    (SELECT count(*) FROM enterprise) AS enterprises,
    (SELECT coalesce(sum(headcount), 0) FROM enterprise) AS headcount`
