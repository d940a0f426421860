import * as z from 'zod/mini'
import { areaCodeSchema } from '../../domain/areas.ts'
import { instantSchema } from '../../domain/changes.ts'
import { multiPolygonSchema } from '../../domain/geojson.ts'
import { parkGradeSchema } from '../../domain/parks.ts'
import { levelCountsSchema } from '../../domain/riskLevels.ts'
import {
  areaNameSchema,
  boundedSchema,
  countSchema,
  datedSchema,
  gravePointSchema,
  metresSchema,
  minutesSchema,
  placedSchema,
  travelSchema,
} from './analysisSchemas.ts'

export const coverageSchema = z.object({
  area: areaNameSchema,
  reach: z.object({
    metres: metresSchema,
    /** The time that the reach was made from; null where metres were given. */
    minutes: z.nullable(minutesSchema),
  }),
  travel: travelSchema,
  /** What the stations reach, clipped to the area; null where they reach nothing of it. */
  geometry: z.nullable(multiPolygonSchema),
  /** Stations of the area and those outside that reach into it. */
  stations: boundedSchema(
    z.extend(placedSchema, {
      parkCode: z.nullable(z.string()),
      staff: z.nullable(countSchema),
      /** The latest 到场实测 of the park's record; null where there is none. */
      measured: z.nullable(z.object({ seconds: countSchema, testedAt: instantSchema })),
    }),
  ),
  /** Measured arrivals of the stations of the area, beside the estimate. */
  measured: z.object({
    stations: countSchema,
    drills: countSchema,
    /** Arrivals within three minutes (公消〔2015〕301号). */
    withinLimit: countSchema,
    limitSeconds: countSchema,
    medianSeconds: z.nullable(z.number()),
    /** The first and the last of them; null without any. */
    since: z.nullable(instantSchema),
    until: z.nullable(instantSchema),
  }),
  riskPoints: z.object({
    covered: levelCountsSchema,
    uncovered: levelCountsSchema,
    /** Without coordinates: neither. */
    unlocated: levelCountsSchema,
  }),
  /** 重大 and 较大 that no station reaches, the most distant from one first. */
  uncoveredPoints: boundedSchema(
    z.extend(gravePointSchema, {
      /** Null where there is no station at all. */
      station: z.nullable(
        z.object({
          code: z.string(),
          name: z.string(),
          distanceMetres: metresSchema,
          minutes: minutesSchema,
        }),
      ),
    }),
  ),
  parks: z.object({
    total: countSchema,
    withStation: countSchema,
    /** Those without one of their own, their label point the most distant from any station first. */
    withoutStation: boundedSchema(
      z.extend(placedSchema, {
        areaCode: areaCodeSchema,
        grade: parkGradeSchema,
        distanceMetres: z.nullable(metresSchema),
        minutes: z.nullable(minutesSchema),
      }),
    ),
  }),
  /** By a point in their building, or the label point of their park where no building is known. */
  enterprises: z.object({
    total: countSchema,
    covered: countSchema,
    /** Percent to a tenth; null without enterprises. */
    coveredPercent: z.nullable(z.number()),
  }),
  ...datedSchema,
})
export type Coverage = z.infer<typeof coverageSchema>
