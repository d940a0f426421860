import * as z from 'zod/mini'
import { areaSchema } from '#data/domain/areas'
import { parkSchema } from '#data/domain/parks'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

const areaRowSchema = z.pick(areaSchema, {
  code: true,
  name: true,
  level: true,
  officialAreaKm2: true,
})

/** Areas within a scope, in code order. */
export function listAreaNames(
  transaction: Queryable,
  scope: string,
): Promise<z.infer<typeof areaRowSchema>[]> {
  return query(
    transaction,
    areaRowSchema,
    `SELECT code, name, level, official_area_km2 AS "officialAreaKm2"
     FROM areas
     WHERE code >= $1 AND code < $1 || ':'
     ORDER BY code`,
    [scope],
  )
}

const parkRowSchema = z.extend(
  z.pick(parkSchema, { code: true, name: true, areaCode: true, demonstration: true }),
  { enterprises: z.int() },
)
export type ParkCountRow = z.infer<typeof parkRowSchema>

/** Every park with the number of its enterprises, in code order. */
export function countEnterprises(transaction: Queryable): Promise<ParkCountRow[]> {
  return query(
    transaction,
    parkRowSchema,
    `SELECT park.code, park.name, park.area_code AS "areaCode", park.demonstration,
       (SELECT count(*) FROM enterprises
        WHERE park_code = park.code AND retired_at IS NULL) AS enterprises
     FROM parks AS park
     ORDER BY park.code`,
  )
}

const riskPointCountRowSchema = z.object({
  parkCode: z.string(),
  level: z.int(),
  count: z.int(),
  overdue: z.int(),
  missingCoordinates: z.int(),
})
export type RiskPointCountRow = z.infer<typeof riskPointCountRowSchema>

/** Risk points of each park and level: all, overdue on a civil day, without coordinates. */
export function countRiskPoints(
  transaction: Queryable,
  today: string,
): Promise<RiskPointCountRow[]> {
  return query(
    transaction,
    riskPointCountRowSchema,
    `SELECT park_code AS "parkCode", level,
       count(*) AS count,
       count(*) FILTER (WHERE review_due < $1::date) AS overdue,
       count(*) FILTER (WHERE geom IS NULL) AS "missingCoordinates"
     FROM risk_points
     WHERE retired_at IS NULL
     GROUP BY park_code, level`,
    [today],
  )
}

const hazardSourceCountRowSchema = z.object({
  parkCode: z.string(),
  count: z.int(),
  major: z.int(),
})
export type HazardSourceCountRow = z.infer<typeof hazardSourceCountRowSchema>

/** Hazard sources of each park, and how many of them are a 重大危险源. */
export function countHazardSources(transaction: Queryable): Promise<HazardSourceCountRow[]> {
  return query(
    transaction,
    hazardSourceCountRowSchema,
    `SELECT point.park_code AS "parkCode",
       count(*) AS count,
       count(source.major_hazard_grade) AS major
     FROM hazard_sources AS source
     JOIN risk_points AS point ON point.id = source.risk_point_id
     WHERE source.retired_at IS NULL AND point.retired_at IS NULL
     GROUP BY point.park_code`,
  )
}
