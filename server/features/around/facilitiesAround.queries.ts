import * as z from 'zod/mini'
import { LIST_LENGTH } from '#data/contract/analysis/analysisSchemas'
import { aroundSchema, NEAREST_KINDS } from '#data/contract/analysis/aroundResponses'
import { facilityKindSchema } from '#data/domain/facilities'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import type { AskedPlace } from './askedPlace.ts'
import { statementsBy } from './nearness.queries.ts'

const facilitySchema = z.omit(aroundSchema.shape.facilities.shape.list.shape.items.def.element, {
  minutes: true,
})
const rowSchema = z.object({
  counts: z.array(z.object({ kind: facilityKindSchema, total: z.int(), people: z.int() })),
  items: z.array(facilitySchema),
  nearest: z.array(z.extend(facilitySchema, { inside: z.boolean() })),
})
export type FacilitiesAround = z.infer<typeof rowSchema>

/**
 * The facilities within a radius in metres of a place, and the nearest of the
 * kinds that help wherever they are. A district has some hundreds, so that every distance is taken.
 */
export async function readFacilitiesAround(
  transaction: Queryable,
  { kind, wkt }: Pick<AskedPlace, 'kind' | 'wkt'>,
  radiusMetres: number,
): Promise<FacilitiesAround> {
  const [found] = await query(transaction, rowSchema, FACILITIES[kind], [
    wkt,
    radiusMetres,
    [...NEAREST_KINDS],
  ])
  if (!found) throw new Error('A search for facilities gave no row')
  return found
}

const ITEM = `json_build_object('code', code, 'name', name, 'kind', kind,
  'longitude', ST_X(geom), 'latitude', ST_Y(geom), 'parkCode', park_code, 'people', people,
  'distanceMetres', round(distance)`

const FACILITIES = statementsBy(
  (near) => `
  WITH ${near.tables}, facility AS MATERIALIZED (
    SELECT code, name, kind, geom, park_code, people,
      ${near.distance('geom')} AS distance, ${near.isInside('geom')} AS inside
    FROM facilities, asked
  )
  SELECT
    (SELECT coalesce(json_agg(json_build_object('kind', kind, 'total', total, 'people', people)), '[]')
     FROM (SELECT kind, count(*) AS total, coalesce(sum(people), 0) AS people
       FROM facility WHERE inside GROUP BY kind) AS counted) AS counts,
    (SELECT coalesce(json_agg(${ITEM}) ORDER BY distance, code), '[]')
     FROM (SELECT * FROM facility WHERE inside
       ORDER BY distance, code LIMIT ${LIST_LENGTH}) AS listed) AS items,
    (SELECT coalesce(json_agg(${ITEM}, 'inside', inside)), '[]')
     FROM (SELECT DISTINCT ON (kind) * FROM facility WHERE kind = ANY ($3::text[])
       ORDER BY kind, distance, code) AS closest) AS nearest`,
)
