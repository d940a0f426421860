import * as z from 'zod/mini'
import { coverageSchema } from '#data/contract/analysis/coverageResponses'
import { instantSchema } from '#data/domain/changes'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

const stationSchema = coverageSchema.shape.stations.shape.items.def.element
const stationRowSchema = z.extend(z.omit(stationSchema, { measured: true }), {
  seconds: z.nullable(z.int()),
  testedAt: z.nullable(instantSchema),
})
export type StationRow = z.infer<typeof stationRowSchema>

/**
 * Micro fire stations of an area, and those outside that reach into it, with the arrival that was
 * measured last, in code order.
 */
export function listStations(
  transaction: Queryable,
  area: string,
  reachMetres: number,
): Promise<StationRow[]> {
  return query(
    transaction,
    stationRowSchema,
    `WITH asked AS MATERIALIZED (
       SELECT ST_Transform(geom, 4547) AS plane FROM areas WHERE code = $1
     )
     SELECT station.code, station.name, ST_X(station.geom) AS longitude,
       ST_Y(station.geom) AS latitude, station.park_code AS "parkCode", station.staff,
       drill.arrival_seconds AS seconds, to_json(drill.tested_at) AS "testedAt"
     FROM facilities AS station CROSS JOIN asked
     LEFT JOIN LATERAL (
       SELECT arrival_seconds, tested_at FROM station_drills
       WHERE facility_code = station.code ORDER BY tested_at DESC LIMIT 1
     ) AS drill ON true
     WHERE station.kind = 'microFireStation' AND (
       (station.area_code >= $1 AND station.area_code < $1 || ':')
       OR ST_DWithin(ST_Transform(station.geom, 4547), asked.plane, $2::float8))
     ORDER BY station.code`,
    [area, reachMetres],
  )
}

const measuredRowSchema = z.omit(coverageSchema.shape.measured, { limitSeconds: true })

/** Arrivals that were measured (到场实测) at the stations of an area, as long as there are records. */
export async function readMeasuredArrivals(
  transaction: Queryable,
  area: string,
  limitSeconds: number,
): Promise<z.infer<typeof measuredRowSchema>> {
  const [measured] = await query(
    transaction,
    measuredRowSchema,
    `SELECT count(DISTINCT facility_code) AS stations, count(*) AS drills,
       count(*) FILTER (WHERE arrival_seconds <= $2) AS "withinLimit",
       percentile_cont(0.5) WITHIN GROUP (ORDER BY arrival_seconds) AS "medianSeconds",
       to_json(min(tested_at)) AS since, to_json(max(tested_at)) AS until
     FROM station_drills WHERE area_code >= $1 AND area_code < $1 || ':'`,
    [area, limitSeconds],
  )
  if (!measured) throw new Error('Measured arrivals gave no row')
  return measured
}
