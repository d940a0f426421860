import * as z from 'zod/mini'
import { tourSchema } from '#data/contract/site/siteResponses'
import type { TourStep } from '#data/domain/tours'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

const tourRowSchema = z.omit(tourSchema, { asOf: true, source: true, fictitious: true })
export type TourRow = z.infer<typeof tourRowSchema>

const TOURS = `
  SELECT tour.park_code AS "parkCode", park.name AS "parkName", tour.area_code AS "areaCode",
    tour.steps, tour.version, tour.changed_by AS "changedBy", to_json(tour.changed_at) AS "changedAt"
  FROM park_tours AS tour JOIN parks AS park ON park.code = tour.park_code`

/** Every tour, in the order of streets. */
export function listTours(transaction: Queryable): Promise<TourRow[]> {
  return query(
    transaction,
    tourRowSchema,
    `${TOURS} WHERE park.retired_at IS NULL ORDER BY left(tour.area_code, 9), tour.park_code`,
  )
}

export async function findTour(
  transaction: Queryable,
  parkCode: string,
): Promise<TourRow | undefined> {
  const [row] = await query(transaction, tourRowSchema, `${TOURS} WHERE tour.park_code = $1`, [
    parkCode,
  ])
  return row
}

/** The tour of a park, which nobody else changes before this transaction ends. */
export async function lockTour(
  transaction: Queryable,
  parkCode: string,
): Promise<TourRow | undefined> {
  const [row] = await query(
    transaction,
    tourRowSchema,
    `${TOURS} WHERE tour.park_code = $1 FOR UPDATE OF tour`,
    [parkCode],
  )
  return row
}

export async function updateTourSteps(
  transaction: Queryable,
  parkCode: string,
  steps: readonly TourStep[],
  mark: { by: string; at: Date },
): Promise<void> {
  await transaction.query(
    `UPDATE park_tours SET steps = $2::jsonb, version = version + 1, changed_by = $3,
       changed_at = $4
     WHERE park_code = $1`,
    [parkCode, JSON.stringify(steps), mark.by, mark.at],
  )
}

const placeRowSchema = z.object({ metres: z.number(), hasFeature: z.boolean() })

/**
 * Of each step, in their order: metres from the outline of the park to where the camera looks (0
 * within), and whether what is marked belongs to the park; true where nothing is marked.
 */
export function measureSteps(
  transaction: Queryable,
  parkCode: string,
  steps: readonly TourStep[],
): Promise<z.infer<typeof placeRowSchema>[]> {
  return query(
    transaction,
    placeRowSchema,
    `SELECT ST_Distance(park.geom::geography,
         ST_SetSRID(ST_MakePoint(step.longitude, step.latitude), 4326)::geography) AS metres,
       step."featureCode" IS NULL OR EXISTS (SELECT FROM park_features
         WHERE park_code = park.code AND code = step."featureCode") AS "hasFeature"
     FROM parks AS park CROSS JOIN ROWS FROM (json_to_recordset($2::json) AS (
       longitude double precision, latitude double precision, "featureCode" text))
       WITH ORDINALITY AS step (longitude, latitude, "featureCode", number)
     WHERE park.code = $1 ORDER BY step.number`,
    [parkCode, JSON.stringify(steps)],
  )
}
