import * as z from 'zod/mini'
import { areaSchema, type AreaLevel } from '#data/domain/areas'
import { multiPolygonSchema } from '#data/domain/geojson'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

const areaRowSchema = z.extend(areaSchema, { geometry: multiPolygonSchema })
export type AreaRow = z.infer<typeof areaRowSchema>

/** Areas of one level, or of all, in code order: 6 decimals of a degree are 0.1 m. */
export function listAreas(transaction: Queryable, level: AreaLevel | null): Promise<AreaRow[]> {
  return query(
    transaction,
    areaRowSchema,
    `SELECT code, name, level,
       parent_code AS "parentCode",
       geometry_status AS "geometryStatus",
       official_area_km2 AS "officialAreaKm2",
       json_build_array(ST_X(label_point), ST_Y(label_point)) AS "labelPoint",
       ST_AsGeoJSON(geom, 6)::json AS geometry
     FROM areas
     WHERE $1::text IS NULL OR level = $1
     ORDER BY code`,
    [level],
  )
}
