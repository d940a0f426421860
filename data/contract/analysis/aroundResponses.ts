import * as z from 'zod/mini'
import { areaCodeSchema, positionSchema } from '../../domain/areas.ts'
import { HIGH_RISK_CLASS_ORDER } from '../../domain/enterprises.ts'
import { facilityKindSchema } from '../../domain/facilities.ts'
import { multiPolygonSchema } from '../../domain/geojson.ts'
import { majorHazardGradeSchema } from '../../domain/hazardSources.ts'
import { parkGradeSchema } from '../../domain/parks.ts'
import { levelCountsSchema } from '../../domain/riskLevels.ts'
import {
  awaySchema,
  boundedSchema,
  countSchema,
  datedSchema,
  gravePointSchema,
  metresSchema,
  placedSchema,
  travelSchema,
} from './analysisSchemas.ts'

const facilityAwaySchema = z.extend(placedSchema, {
  kind: facilityKindSchema,
  parkCode: z.nullable(z.string()),
  /** Pupils, residents or beds of a sensitive place, by capacity; null where nobody says. */
  people: z.nullable(countSchema),
  ...awaySchema,
})
export type FacilityAway = z.infer<typeof facilityAwaySchema>

/** The nearest of a kind wherever it is: inside the searched area or not. */
const nearestSchema = z.nullable(z.extend(facilityAwaySchema, { inside: z.boolean() }))
export const NEAREST_KINDS = ['microFireStation', 'fireBrigade', 'hospital'] as const

export const searchedAreaSchema = z.object({
  kind: z.enum(['point', 'park', 'shape']),
  /** The park, where one was asked. */
  park: z.nullable(z.object({ code: z.string(), name: z.string() })),
  /** Centre of a point; of a park or shape a point within it. */
  centre: positionSchema,
  radiusMetres: metresSchema,
  /** Everything within the radius; null of a point with radius 0, which encloses nothing. */
  geometry: z.nullable(multiPolygonSchema),
  /**
   * Measured of what the caller drew or chose, in km²; null around a park, whose outline is schematic
   * and of which no area is measured.
   */
  measuredKm2: z.nullable(metresSchema),
  /** Nothing is registered outside the district. */
  outsideDistrict: z.enum(['none', 'partly', 'wholly']),
})

export const aroundSchema = z.object({
  area: searchedAreaSchema,
  travel: travelSchema,
  riskPoints: levelCountsSchema,
  /** Risk points of the parks below without coordinates: they are in no distance. */
  unlocatedRiskPoints: countSchema,
  /** The 重大 and 较大 of them, the graver first, then the nearer. */
  gravePoints: boundedSchema(
    z.extend(gravePointSchema, { enterpriseName: z.nullable(z.string()), ...awaySchema }),
  ),
  /** Enterprises whose building lies inside, or whose park where no building is known. */
  enterprises: z.object({
    total: countSchema,
    headcount: countSchema,
    highRisk: z.record(z.enum(HIGH_RISK_CLASS_ORDER), countSchema),
  }),
  parks: boundedSchema(
    z.extend(placedSchema, {
      areaCode: areaCodeSchema,
      grade: parkGradeSchema,
      distanceMetres: metresSchema,
    }),
  ),
  communities: z.array(z.object({ code: z.string(), name: z.string() })),
  hazardSources: z.object({
    total: countSchema,
    /** 重大危险源 (GB 18218-2018), a class of quantity. */
    majorHazards: boundedSchema(
      z.extend(placedSchema, {
        grade: majorHazardGradeSchema,
        parkName: z.string(),
        distanceMetres: metresSchema,
      }),
    ),
  }),
  /** Of the risk points inside; where none is named, of the enterprises and parks inside. */
  hiddenDangers: z.object({
    open: countSchema,
    /** Past the original deadline. */
    overdue: countSchema,
    /** 重大事故隐患未销号. */
    openMajor: countSchema,
  }),
  facilities: z.object({
    /** Every kind, in the order of the registry. */
    counts: z.array(
      z.object({
        kind: facilityKindSchema,
        sensitive: z.boolean(),
        total: countSchema,
        /** Sum of the known capacities. */
        people: countSchema,
      }),
    ),
    /** All kinds together, the nearest first. */
    list: boundedSchema(facilityAwaySchema),
  }),
  /** People of the sensitive places inside, by capacity. */
  sensitivePeople: countSchema,
  nearest: z.record(z.enum(NEAREST_KINDS), nearestSchema),
  ...datedSchema,
})
export type Around = z.infer<typeof aroundSchema>
