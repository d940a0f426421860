import { z } from 'zod'
import type { Queryable } from '../db/Db.ts'
import { query } from '../db/query.ts'
import { searchKey } from '../searchKey.ts'
import type { GeographicArea } from './geography.ts'

/**
 * Writes areas; those that are the same already are left alone.
 * @returns codes of the areas that are new or changed
 */
export async function upsertAreas(
  transaction: Queryable,
  areas: readonly GeographicArea[],
  source: string,
): Promise<string[]> {
  const records = areas.map((area) => ({ ...area, searchKey: searchKey(area.name, area.code) }))
  const rows = await query(
    transaction,
    z.object({ code: z.string() }),
    `INSERT INTO areas (code, level, name, parent_code, geom, label_point, geometry_status,
       official_area_km2, source, search_key)
     SELECT code, level, name, "parentCode", ST_GeomFromGeoJSON(geometry),
       ST_SetSRID(ST_MakePoint("labelPoint"[1], "labelPoint"[2]), 4326), "geometryStatus",
       "officialAreaKm2", $2, "searchKey"
     FROM json_to_recordset($1::json) AS record (code text, level text, name text,
       "parentCode" text, geometry json, "labelPoint" double precision[], "geometryStatus" text,
       "officialAreaKm2" double precision, "searchKey" text)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, geom = excluded.geom,
       label_point = excluded.label_point, geometry_status = excluded.geometry_status,
       official_area_km2 = excluded.official_area_km2, source = excluded.source,
       search_key = excluded.search_key
     WHERE (areas.name, areas.geom::bytea, areas.label_point::bytea, areas.geometry_status,
         areas.official_area_km2, areas.source, areas.search_key)
       IS DISTINCT FROM (excluded.name, excluded.geom::bytea, excluded.label_point::bytea,
         excluded.geometry_status, excluded.official_area_km2, excluded.source,
         excluded.search_key)
     RETURNING code`,
    [JSON.stringify(records), source],
  )
  return rows.map(({ code }) => code)
}
