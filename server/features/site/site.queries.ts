import * as z from 'zod/mini'
import {
  siteRiskPointSchema,
  siteSchema,
  type SiteRiskPoint,
} from '#data/contract/site/siteResponses'
import { polygonSchema } from '#data/domain/geojson'
import { parkFeatureSchema, siteGeometrySchema } from '#data/domain/parkFeatures'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { forgoCompilation } from '../around/searchedArea.queries.ts'
import { rankedLevelSchema } from '../riskPoints/riskPointRecord.queries.ts'

const parkRowSchema = z.extend(siteSchema.shape.park, { outline: polygonSchema })

/** A park with where it is registered, who answers for it, and its outline; undefined without it. */
export async function findSitePark(
  transaction: Queryable,
  code: string,
): Promise<z.infer<typeof parkRowSchema> | undefined> {
  const [park] = await query(
    transaction,
    parkRowSchema,
    `SELECT park.code, park.name, park.area_code AS "areaCode", park.demonstration, park.grade,
       park.operator, park.property_owner AS "propertyOwner", park.safety_body AS "safetyBody",
       park.safety_head AS "safetyHead", street.name AS street, community.name AS community,
       ST_AsGeoJSON(park.geom, 7)::json AS outline
     FROM parks AS park
     JOIN areas AS community ON community.code = park.area_code
     JOIN areas AS street ON street.code = left(park.area_code, 9)
     WHERE park.code = $1`,
    [code],
  )
  return park
}

const riskPointRowSchema = z.extend(siteRiskPointSchema, { level: rankedLevelSchema })
const featureRowSchema = z.extend(parkFeatureSchema, { geometry: siteGeometrySchema })

/** What stands on the site of a park, in code order: 7 decimals of a degree are 1 cm. */
export function listSiteFeatures(
  transaction: Queryable,
  parkCode: string,
): Promise<z.infer<typeof featureRowSchema>[]> {
  return query(
    transaction,
    featureRowSchema,
    `SELECT code, kind, name, building_code AS "buildingCode", floor,
       enterprise_code AS "enterpriseCode", floors, height_metres AS "heightMetres",
       building_use AS use, structure, occupancy, net_width_metres AS "netWidthMetres",
       net_height_metres AS "netHeightMetres", capacity, remark,
       ST_AsGeoJSON(geom, 7)::json AS geometry
     FROM park_features WHERE park_code = $1 ORDER BY code`,
    [parkCode],
  )
}

/**
 * Risk points of a park that are in use and have coordinates, in code order, with the building that
 * they lie in: of several the smallest. Buildings are taken out first, so that their outlines are
 * unpacked once and not for each point, and their boxes are compared before their outlines.
 */
export const SITE_RISK_POINTS = `
  WITH building AS MATERIALIZED (
    SELECT code, geom, ST_Area(geom) AS size FROM park_features
    WHERE park_code = $1 AND kind = 'building'
  )
  SELECT point.id, point.code, point.name, point.level, point.enterprise_code AS "enterpriseCode",
    point.location, point.accident_types AS "accidentTypes", point.measures,
    point.responsible_department AS "responsibleDepartment",
    point.responsible_person AS "responsiblePerson", ST_X(point.geom) AS longitude,
    ST_Y(point.geom) AS latitude, point.floor,
    (SELECT code FROM building
     WHERE building.geom && point.geom AND ST_Covers(building.geom, point.geom)
     ORDER BY size, code LIMIT 1) AS "buildingCode",
    source.grade AS "majorHazardGrade"
  FROM risk_points AS point
  LEFT JOIN LATERAL (
    SELECT coalesce(min(major_hazard_grade), 0) AS grade FROM hazard_sources
    WHERE risk_point_id = point.id AND retired_at IS NULL HAVING count(*) > 0
  ) AS source ON true
  WHERE point.park_code = $1 AND point.retired_at IS NULL AND point.geom IS NOT NULL
  ORDER BY point.code`

export async function listSiteRiskPoints(
  transaction: Queryable,
  parkCode: string,
): Promise<SiteRiskPoint[]> {
  await forgoCompilation(transaction)
  return query(transaction, riskPointRowSchema, SITE_RISK_POINTS, [parkCode])
}

/** Risk points of a park in use that nobody has given coordinates. */
export async function countPlacelessRiskPoints(
  transaction: Queryable,
  parkCode: string,
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ count: z.int() }),
    `SELECT count(*)::integer AS count FROM risk_points
     WHERE park_code = $1 AND retired_at IS NULL AND geom IS NULL`,
    [parkCode],
  )
  return row?.count ?? 0
}

const enterpriseRowSchema = siteSchema.shape.enterprises.def.element

/** Enterprises of a park in use, in code order. */
export function listSiteEnterprises(
  transaction: Queryable,
  parkCode: string,
): Promise<z.infer<typeof enterpriseRowSchema>[]> {
  return query(
    transaction,
    enterpriseRowSchema,
    `SELECT code, name, industry, high_risk_class AS "highRiskClass", headcount,
       building_code AS "buildingCode", floor, safety_officer AS "safetyOfficer"
     FROM enterprises WHERE park_code = $1 AND retired_at IS NULL ORDER BY code`,
    [parkCode],
  )
}
