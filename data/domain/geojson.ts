import * as z from 'zod/mini'
import { positionSchema } from './areas.ts'

export const multiPolygonSchema = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(positionSchema))),
})
export type MultiPolygon = z.infer<typeof multiPolygonSchema>

export const polygonSchema = z.object({
  type: z.literal('Polygon'),
  coordinates: z.array(z.array(positionSchema)),
})
export type Polygon = z.infer<typeof polygonSchema>

export function featureCollectionSchema<G extends z.core.$ZodType, P extends z.core.$ZodType>(
  geometry: G,
  properties: P,
) {
  return z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.object({ type: z.literal('Feature'), geometry, properties })),
  })
}
