import * as z from 'zod/mini'
import { areaCodeSchema, areaLevelSchema, positionSchema } from '../../domain/areas.ts'
import { instantSchema } from '../../domain/changes.ts'
import { HIGH_RISK_CLASS_ORDER } from '../../domain/enterprises.ts'
import { facilityKindSchema } from '../../domain/facilities.ts'
import { multiPolygonSchema } from '../../domain/geojson.ts'
import { majorHazardGradeSchema } from '../../domain/hazardSources.ts'
import { parkGradeSchema } from '../../domain/parks.ts'
import { levelCountsSchema, riskLevelSchema } from '../../domain/riskLevels.ts'

const countSchema = z.int().check(z.nonnegative())
const metresSchema = z.number().check(z.nonnegative())
const minutesSchema = z.number().check(z.nonnegative())

/** Items of a list that is cut off: `total` tells how many there are, `more` that some are left out. */
export const boundedSchema = <S extends z.ZodMiniType>(item: S) =>
  z.object({ total: countSchema, more: z.boolean(), items: z.array(item) })

/** Items of a list in an answer; what is left out is counted. */
export const LIST_LENGTH = 200

/** Links of a group of hazard sources in an answer, the shortest first. */
export const DOMINO_LINKS = 1_000

export const travelSchema = z.object({
  speedMetresPerMinute: z.number(),
  detourFactor: z.number(),
  /** 建议值 without official source. */
  proposed: z.literal(true),
})

/** What every answer of an analysis says about itself. */
const datedSchema = {
  asOf: instantSchema,
  fictitious: z.boolean(),
  source: z.string(),
}

const placedSchema = z.object({
  code: z.string(),
  name: z.string(),
  longitude: z.number(),
  latitude: z.number(),
})
/** Straight-line metres from the centre, or from the edge of a park or shape and 0 inside it. */
const awaySchema = { distanceMetres: metresSchema, minutes: minutesSchema }

export const gravePointSchema = z.extend(placedSchema, {
  level: riskLevelSchema,
  parkCode: z.string(),
  parkName: z.string(),
  areaCode: areaCodeSchema,
})

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

const areaNameSchema = z.object({
  code: areaCodeSchema,
  name: z.string(),
  level: areaLevelSchema,
})

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
