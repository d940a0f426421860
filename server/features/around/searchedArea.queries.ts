import * as z from 'zod/mini'
import { searchedAreaSchema } from '#data/contract/analysis/aroundResponses'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { SEARCHED } from './nearness.queries.ts'

/**
 * For the rest of the transaction: the costs that PostGIS gives its functions make PostgreSQL compile
 * every one of these statements, 5.7 s for one that runs 3 s.
 */
export async function forgoCompilation(transaction: Queryable): Promise<void> {
  await transaction.query(`SELECT set_config('jit', 'off', true)`)
}

const outlineSchema = z.object({ code: z.string(), name: z.string(), wkt: z.string() })

/** The outline of a park in use as WKT, or undefined. */
export async function findParkOutline(
  transaction: Queryable,
  code: string,
): Promise<z.infer<typeof outlineSchema> | undefined> {
  const [park] = await query(
    transaction,
    outlineSchema,
    `SELECT code, name, ST_AsText(geom) AS wkt FROM parks
     WHERE code = $1 AND retired_at IS NULL`,
    [code],
  )
  return park
}

const areaRowSchema = z.omit(searchedAreaSchema, { kind: true, park: true, radiusMetres: true })
export type SearchedArea = z.infer<typeof areaRowSchema>

/**
 * Everything within a radius in metres of a geometry: its outline in degrees, its measured km² and
 * whether it leaves the district. Buffers are drawn in EPSG:4547.
 */
export async function readSearchedArea(
  transaction: Queryable,
  wkt: string,
  radiusMetres: number,
): Promise<SearchedArea> {
  const [area] = await query(
    transaction,
    areaRowSchema,
    `WITH asked AS (
       SELECT shape, ${SEARCHED} AS searched
       FROM ST_GeomFromText($1, 4326) AS shape
     ), district AS (
       SELECT geom FROM areas WHERE level = 'district'
     )
     SELECT json_build_array(ST_X(centre), ST_Y(centre)) AS centre,
       CASE WHEN ST_Dimension(searched) = 2
         THEN ST_AsGeoJSON(ST_Multi(searched), 6)::json END AS geometry,
       round((ST_Area(searched::geography) / 1e6)::numeric, 4) AS "measuredKm2",
       CASE
         WHEN EXISTS (SELECT FROM district WHERE ST_Covers(geom, searched)) THEN 'none'
         WHEN EXISTS (SELECT FROM district WHERE ST_Intersects(geom, searched)) THEN 'partly'
         ELSE 'wholly'
       END AS "outsideDistrict"
     FROM asked, ST_PointOnSurface(shape) AS centre`,
    [wkt, radiusMetres],
  )
  if (!area) throw new Error('A searched area gave no row')
  return area
}
