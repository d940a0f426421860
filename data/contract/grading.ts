import * as z from 'zod/mini'
import { areaCodeSchema } from '../domain/areas.ts'
import { instantSchema } from '../domain/changes.ts'
import { facilityKindSchema } from '../domain/facilities.ts'
import { majorHazardGradeSchema } from '../domain/hazardSources.ts'
import { levelCountsSchema, RISK_LEVEL_ORDER, riskLevelSchema } from '../domain/riskLevels.ts'
import { gradingMethodSchema } from '../domain/riskPoints.ts'
import { consequenceInputSchema } from '../grading/consequences.ts'
import { majorHazardInputSchema } from './bodies.ts'
import { EVERY_ROLE, noParamsSchema, type Endpoint } from './endpoint.ts'
import { lecQuerySchema, riskMatrixQuerySchema, surroundingsQuerySchema } from './gradingQueries.ts'
import { noQuerySchema } from './queries.ts'

const gradedSchema = z.object({
  /** Without unit. */
  score: z.number(),
  level: riskLevelSchema,
})

export const gradingSettingsSchema = z.object({
  methods: z.array(
    z.object({
      method: gradingMethodSchema,
      version: z.string(),
      /** Lower bounds of 重大, 较大 and 一般: ">320,>=160,>=70". */
      thresholds: z.string(),
    }),
  ),
  reviewIntervalDays: z.record(z.enum(RISK_LEVEL_ORDER), z.int().check(z.positive())),
})

export const majorHazardAnswerSchema = z.object({
  /** Σ q/Q and α · Σ β·q/Q, without unit. */
  s: z.number(),
  r: z.number(),
  alpha: z.number(),
  /** 1 (一级) to 4 (四级); null while S < 1. */
  grade: z.nullable(majorHazardGradeSchema),
  substances: z.array(
    z.object({
      cas: z.nullable(z.string()),
      name: z.string(),
      criticalTonnes: z.number(),
      beta: z.number(),
    }),
  ),
})

const metresSchema = z.number().check(z.nonnegative())
export const consequenceAnswerSchema = z.union([
  z.strictObject({
    tntEquivalentKg: z.number(),
    radiiMetres: z.strictObject({
      death: metresSchema,
      seriousInjury: metresSchema,
      minorInjury: metresSchema,
      property: metresSchema,
    }),
  }),
  z.strictObject({
    massKg: z.number(),
    fireballRadiusMetres: metresSchema,
    durationSeconds: z.number(),
    radiiMetres: z.strictObject({
      death: metresSchema,
      secondDegreeBurn: metresSchema,
      firstDegreeBurn: metresSchema,
    }),
  }),
  z.strictObject({
    flameHeightMetres: metresSchema,
    heatKw: z.number(),
    /** By heat flux in kW/m². */
    radiiMetres: z.strictObject({
      '37.5': metresSchema,
      '25': metresSchema,
      '12.5': metresSchema,
      '4': metresSchema,
      '1.6': metresSchema,
    }),
  }),
])

const namedSchema = z.object({ code: z.string(), name: z.string() })
export const surroundingsSchema = z.object({
  longitude: z.number(),
  latitude: z.number(),
  circles: z.array(
    z.object({
      radiusMetres: metresSchema,
      /** Parks and communities that the circle touches; boundaries are schematic. */
      parks: z.array(z.extend(namedSchema, { areaCode: areaCodeSchema })),
      communities: z.array(namedSchema),
      facilities: z.array(
        z.extend(namedSchema, { kind: facilityKindSchema, distanceMetres: metresSchema }),
      ),
      riskPoints: levelCountsSchema,
      /**
       * Enterprises whose building the circle touches, or whose park where no building is known, and
       * their employees.
       */
      enterprises: z.int(),
      headcount: z.int(),
    }),
  ),
  asOf: instantSchema,
  source: z.string(),
})
export type Surroundings = z.infer<typeof surroundingsSchema>

/** Calculations that other systems may ask for too: they read nothing and change nothing. */
export const GRADING_CONTRACT = {
  getGradingSettings: {
    method: 'get',
    path: '/api/grading',
    summary: 'The grading methods with the thresholds in force.',
    params: noParamsSchema,
    query: noQuerySchema,
    response: gradingSettingsSchema,
    mediaType: 'application/json',
    roles: null,
  },
  gradeLec: {
    method: 'get',
    path: '/api/grading/lec',
    summary: 'LEC: D = L·E·C and the level it stands for. Values outside the tables are refused.',
    params: noParamsSchema,
    query: lecQuerySchema,
    response: gradedSchema,
    mediaType: 'application/json',
    roles: null,
  },
  gradeRiskMatrix: {
    method: 'get',
    path: '/api/grading/risk-matrix',
    summary: 'The 5×5 risk matrix (LS): likelihood times severity and the level it stands for.',
    params: noParamsSchema,
    query: riskMatrixQuerySchema,
    response: gradedSchema,
    mediaType: 'application/json',
    roles: null,
  },
  gradeMajorHazard: {
    method: 'post',
    path: '/api/grading/major-hazard',
    summary:
      'GB 18218-2018: S and R of a unit, and the grade of a 重大危险源. Substances by CAS number or hazard class, quantities in tonnes.',
    params: noParamsSchema,
    query: noQuerySchema,
    body: majorHazardInputSchema,
    response: majorHazardAnswerSchema,
    mediaType: 'application/json',
    roles: null,
  },
  estimateConsequences: {
    method: 'post',
    path: '/api/consequences',
    summary:
      'Radii of an explosion (vce), a fireball (bleve) or a pool fire. 示意 不替代定量风险评价: for screening only, no quantitative risk assessment.',
    params: noParamsSchema,
    query: noQuerySchema,
    body: consequenceInputSchema,
    response: consequenceAnswerSchema,
    mediaType: 'application/json',
    roles: null,
  },
  getSurroundings: {
    method: 'get',
    path: '/api/surroundings',
    summary:
      'What lies within circles around a position: parks, communities, facilities, risk points, people.',
    params: noParamsSchema,
    query: surroundingsQuerySchema,
    response: surroundingsSchema,
    mediaType: 'application/json',
    roles: EVERY_ROLE,
  },
} as const satisfies Record<string, Endpoint>
