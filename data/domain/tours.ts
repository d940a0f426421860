import * as z from 'zod/mini'
import { floorSchema, parkFeatureCodeSchema, parkFeatureKindSchema } from './parkFeatures.ts'

export const TOUR_STEPS = { least: 1, most: 60 } as const
export const TOUR_STEP_SECONDS = { least: 2, most: 120 } as const

const between = (least: number, most: number) =>
  z
    .number()
    .check(
      z.minimum(least, `must be at least ${least}`),
      z.maximum(most, `must be at most ${most}`),
    )

/** Where a walk stops, how the map stands there, and what is said. */
export const tourStepSchema = z.strictObject({
  caption: z
    .string()
    .check(z.minLength(1, 'must not be empty'), z.maxLength(80, 'must be at most 80 characters')),
  longitude: between(-180, 180),
  latitude: between(-85, 85),
  zoom: between(9, 21),
  /** Degrees clockwise from north, and degrees from straight down. */
  bearing: between(-180, 180),
  pitch: between(0, 60),
  /** How long it is shown, the flight to it included. */
  seconds: between(TOUR_STEP_SECONDS.least, TOUR_STEP_SECONDS.most),
  /** The floor that is shown; null shows whole buildings. */
  floor: z.nullable(floorSchema),
  /** The layers of the site that are on; null leaves them as they are by default. */
  layers: z.nullable(z.array(parkFeatureKindSchema)),
  /** What is marked on the map; null marks nothing. */
  featureCode: z.nullable(parkFeatureCodeSchema),
})
export type TourStep = z.infer<typeof tourStepSchema>

export const tourStepsSchema = z
  .array(tourStepSchema)
  .check(
    z.minLength(TOUR_STEPS.least, 'must have a step'),
    z.maxLength(TOUR_STEPS.most, `must have at most ${TOUR_STEPS.most} steps`),
  )
