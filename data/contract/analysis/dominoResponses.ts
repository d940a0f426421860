import * as z from 'zod/mini'
import { multiPolygonSchema } from '../../domain/geojson.ts'
import { majorHazardGradeSchema } from '../../domain/hazardSources.ts'
import { riskLevelSchema } from '../../domain/riskLevels.ts'
import {
  areaNameSchema,
  boundedSchema,
  countSchema,
  datedSchema,
  metresSchema,
  placedSchema,
} from './analysisSchemas.ts'

/** Links of a group of hazard sources in an answer, the shortest first. */
export const DOMINO_LINKS = 1_000

const dominoMemberSchema = z.extend(placedSchema, {
  riskPointCode: z.string(),
  parkCode: z.string(),
  parkName: z.string(),
  level: riskLevelSchema,
  majorHazardGrade: z.nullable(majorHazardGradeSchema),
  /** Radius of damage to property. */
  radiusMetres: metresSchema,
  /** Burning substances at their designed maximum quantity, in tonnes. */
  burningTonnes: metresSchema,
})

export const dominoSchema = z.object({
  area: areaNameSchema,
  groups: boundedSchema(
    z.object({
      /** From 1, the largest first. */
      number: z.int().check(z.positive()),
      /** Whether some of it lies outside the area. */
      crossesArea: z.boolean(),
      members: z.array(dominoMemberSchema),
      links: boundedSchema(
        z.object({
          /** Codes of hazard sources: `to` lies within the radius of `from`. */
          from: z.string(),
          to: z.string(),
          distanceMetres: metresSchema,
          /** Degrees clockwise from north, as seen from `from`. */
          bearingDegrees: z.number(),
          /** Each lies within the radius of the other. */
          mutual: z.boolean(),
        }),
      ),
      /** Touched by the circles of the group. */
      parks: z.array(z.object({ code: z.string(), name: z.string() })),
      enterprises: countSchema,
      headcount: countSchema,
      /** The circles of the group together. */
      geometry: multiPolygonSchema,
    }),
  ),
  /** Left out: the members of each share one position, so that nobody can tell who reaches whom. */
  atOnePlace: z.object({ groups: countSchema, hazardSources: countSchema }),
  assumptions: z.object({
    model: z.literal('vce'),
    /** α, share of the cloud's energy in the blast. */
    yield: z.number(),
    quantity: z.literal('designedMaximum'),
  }),
  hazardSources: z.object({
    total: countSchema,
    /** With a radius: they hold a substance whose heat of combustion is known, and have a place. */
    counted: countSchema,
    /** None of their substances has a heat of combustion in our table. */
    withoutValue: countSchema,
    /** No listed substance at all: machines, lifts, work at height. */
    withoutSubstances: countSchema,
    /** With a radius, but their risk point has no coordinates. */
    unlocated: countSchema,
  }),
  /** Substances without a heat of combustion, most frequent first: they add nothing to a radius. */
  leftOut: z.array(
    z.object({ cas: z.nullable(z.string()), name: z.string(), hazardSources: countSchema }),
  ),
  ...datedSchema,
})
export type Domino = z.infer<typeof dominoSchema>
