import * as z from 'zod/mini'
import type { RetiredItem } from '#data/contract/responses'
import { instantSchema } from '#data/domain/changes'
import { enterpriseSchema } from '#data/domain/enterprises'
import { facilitySchema } from '#data/domain/facilities'
import { polygonSchema } from '#data/domain/geojson'
import { parkSchema } from '#data/domain/parks'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

export const PARK_COLUMNS = `
  park.code, park.name, park.area_code AS "areaCode", park.park_type AS "parkType",
  park.demonstration, park.grade, park.stage, park.problem_tags AS "problemTags",
  park.operator, park.fictitious,
  json_build_array(ST_X(park.label_point), ST_Y(park.label_point)) AS "labelPoint"`

const parkRowSchema = z.extend(parkSchema, { geometry: polygonSchema })
export type ParkRow = z.infer<typeof parkRowSchema>

/** Parks registered in an area, by their own code of it, in code order. */
export function listParks(
  transaction: Queryable,
  filter: { area?: string | undefined; demonstration?: boolean | undefined },
): Promise<ParkRow[]> {
  return query(
    transaction,
    parkRowSchema,
    `SELECT ${PARK_COLUMNS}, ST_AsGeoJSON(park.geom, 6)::json AS geometry
     FROM parks AS park
     WHERE ($1::text IS NULL OR (park.area_code >= $1 AND park.area_code < $1 || ':'))
       AND ($2::boolean IS NULL OR park.demonstration = $2)
     ORDER BY park.code`,
    [filter.area ?? null, filter.demonstration ?? null],
  )
}

const parkPlaceRowSchema = z.extend(parkSchema, { street: z.string(), community: z.string() })

/** One park with the names of where it is registered, or undefined. */
export async function findPark(
  transaction: Queryable,
  code: string,
): Promise<z.infer<typeof parkPlaceRowSchema> | undefined> {
  const [park] = await query(
    transaction,
    parkPlaceRowSchema,
    `SELECT ${PARK_COLUMNS}, street.name AS street, community.name AS community
     FROM parks AS park
     JOIN areas AS community ON community.code = park.area_code
     JOIN areas AS street ON street.code = left(park.area_code, 9)
     WHERE park.code = $1`,
    [code],
  )
  return park
}

const enterpriseRowSchema = z.pick(enterpriseSchema, {
  code: true,
  name: true,
  industry: true,
  highRiskClass: true,
  headcount: true,
})

/** Enterprises of a park in code order. */
export function listEnterprises(
  transaction: Queryable,
  parkCode: string,
): Promise<z.infer<typeof enterpriseRowSchema>[]> {
  return query(
    transaction,
    enterpriseRowSchema,
    `SELECT code, name, industry, high_risk_class AS "highRiskClass", headcount
     FROM enterprises
     WHERE park_code = $1 AND retired_at IS NULL
     ORDER BY code`,
    [parkCode],
  )
}

const stationRowSchema = z.pick(facilitySchema, { code: true, staff: true, reachMinutes: true })

/** The micro fire station of a park, or undefined where it has none. */
export async function findMicroFireStation(
  transaction: Queryable,
  parkCode: string,
): Promise<z.infer<typeof stationRowSchema> | undefined> {
  const [station] = await query(
    transaction,
    stationRowSchema,
    `SELECT code, staff, reach_minutes AS "reachMinutes"
     FROM facilities
     WHERE park_code = $1 AND kind = 'microFireStation'
     ORDER BY code
     LIMIT 1`,
    [parkCode],
  )
  return station
}

const buildingRowSchema = z.object({
  code: z.string(),
  name: z.nullable(z.string()),
  floors: z.nullable(z.int()),
  geometry: polygonSchema,
})

/** Footprints of a park's buildings in code order: 7 decimals of a degree are 1 cm. */
export function listBuildings(
  transaction: Queryable,
  parkCode: string,
): Promise<z.infer<typeof buildingRowSchema>[]> {
  return query(
    transaction,
    buildingRowSchema,
    `SELECT code, name, floors, ST_AsGeoJSON(geom, 7)::json AS geometry
     FROM park_features
     WHERE park_code = $1 AND kind = 'building'
     ORDER BY code`,
    [parkCode],
  )
}

const retiredRowSchema = z.object({ code: z.string(), name: z.string(), retiredAt: instantSchema })

/** Enterprises and risk points of a park that are no longer in use, those retired last first. */
export function listRetired(
  transaction: Queryable,
  kind: 'enterprises' | 'risk_points',
  parkCode: string,
): Promise<RetiredItem[]> {
  return query(
    transaction,
    retiredRowSchema,
    `SELECT code, name, to_json(retired_at) AS "retiredAt" FROM ${kind}
     WHERE park_code = $1 AND retired_at IS NOT NULL
     ORDER BY retired_at DESC, code
     LIMIT 200`,
    [parkCode],
  )
}
