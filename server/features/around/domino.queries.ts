import * as z from 'zod/mini'
import { dominoSchema } from '#data/contract/analysis/dominoResponses'
import { majorHazardGradeSchema } from '#data/domain/hazardSources'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { rankedLevelSchema } from '../riskPoints/riskPointRecord.queries.ts'

const sourceRowSchema = z.object({
  code: z.string(),
  name: z.string(),
  areaCode: z.string(),
  riskPointCode: z.string(),
  parkCode: z.string(),
  parkName: z.string(),
  level: rankedLevelSchema,
  majorHazardGrade: z.nullable(majorHazardGradeSchema),
  longitude: z.nullable(z.number()),
  latitude: z.nullable(z.number()),
  substances: z.array(
    z.object({ cas: z.nullable(z.string()), name: z.string(), tonnes: z.number() }),
  ),
})
export type DominoSource = z.infer<typeof sourceRowSchema>

/** Every hazard source in use with its substances at their designed maximum quantity, by code. */
export function listDominoSources(transaction: Queryable): Promise<DominoSource[]> {
  return query(
    transaction,
    sourceRowSchema,
    `SELECT source.code, source.name, source.area_code AS "areaCode",
       point.code AS "riskPointCode", point.park_code AS "parkCode", parks.name AS "parkName",
       point.level, source.major_hazard_grade AS "majorHazardGrade",
       ST_X(point.geom) AS longitude, ST_Y(point.geom) AS latitude,
       coalesce(held.substances, '[]') AS substances
     FROM hazard_sources AS source
     JOIN risk_points AS point ON point.id = source.risk_point_id
     JOIN parks ON parks.code = point.park_code
     LEFT JOIN (
       SELECT hazard_source_id, json_agg(json_build_object('cas', cas, 'name', name,
         'tonnes', designed_quantity_tonnes) ORDER BY position) AS substances
       FROM hazard_source_substances GROUP BY hazard_source_id
     ) AS held ON held.hazard_source_id = source.id
     WHERE source.retired_at IS NULL AND point.retired_at IS NULL
     ORDER BY source.code`,
  )
}

const group = dominoSchema.shape.groups.shape.items.def.element.shape
const harmRowSchema = z.object({
  number: z.int(),
  parks: group.parks,
  enterprises: group.enterprises,
  headcount: group.headcount,
  geometry: group.geometry,
})
export type DominoHarm = z.infer<typeof harmRowSchema>

/** A circle of a group: its number, where it stands in degrees and its radius in metres. */
export type GroupCircle = {
  number: number
  longitude: number
  latitude: number
  radiusMetres: number
}

/** What the circles of each group touch, all groups by one statement, in the order of their number. */
export function readDominoHarm(
  transaction: Queryable,
  circles: readonly GroupCircle[],
): Promise<DominoHarm[]> {
  return query(transaction, harmRowSchema, HARM, [
    circles.map(({ number }) => number),
    circles.map(({ longitude }) => longitude),
    circles.map(({ latitude }) => latitude),
    circles.map(({ radiusMetres }) => radiusMetres),
  ])
}

const HARM = `
  WITH together AS MATERIALIZED (
    SELECT number, ST_Transform(ST_Union(ST_Buffer(ST_Transform(
      ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), 4547), radius, 'quad_segs=16')), 4326)
      AS geom
    FROM unnest($1::integer[], $2::float8[], $3::float8[], $4::float8[])
      AS circle (number, longitude, latitude, radius)
    GROUP BY number
  ), park AS MATERIALIZED (
    SELECT number, parks.code, parks.name FROM together
    JOIN parks ON ST_Intersects(parks.geom, together.geom) AND parks.retired_at IS NULL
  ), building AS MATERIALIZED (
    SELECT number, park_features.code FROM together
    JOIN park_features ON ST_Intersects(park_features.geom, together.geom)
      AND park_features.kind = 'building'
  ), enterprise AS (
    SELECT number, headcount FROM building
    JOIN enterprises ON building_code = building.code AND retired_at IS NULL
    UNION ALL
    SELECT number, headcount FROM park
    JOIN enterprises ON park_code = park.code AND building_code IS NULL AND retired_at IS NULL
  )
  SELECT number, ST_AsGeoJSON(ST_Multi(geom), 6)::json AS geometry,
    (SELECT coalesce(json_agg(json_build_object('code', code, 'name', name) ORDER BY code), '[]')
     FROM park WHERE park.number = together.number) AS parks,
    (SELECT count(*) FROM enterprise WHERE enterprise.number = together.number) AS enterprises,
    (SELECT coalesce(sum(headcount), 0) FROM enterprise
     WHERE enterprise.number = together.number) AS headcount
  FROM together ORDER BY number`
