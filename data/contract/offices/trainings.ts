import * as z from 'zod/mini'
import { areaCodeSchema } from '../../domain/areas.ts'
import { instantSchema } from '../../domain/changes.ts'
import { parkCodeSchema } from '../../domain/parks.ts'
import { recordCodeSchema } from '../../domain/recordCode.ts'
import { civilDaySchema } from '../../domain/riskPoints.ts'
import { trainingKindSchema } from '../../domain/trainings.ts'
import { reasonBodySchema, typedText } from '../bodies.ts'
import { READ, WRITE, type Endpoint } from '../endpoint.ts'
import { noQuerySchema, pageQuery } from '../queries.ts'
import { answerFields, areaSchema, countSchema, withdrawnSchema, yearSchema } from './shared.ts'

export const trainingItemSchema = z.object({
  code: z.string(),
  kind: trainingKindSchema,
  title: z.string(),
  areaCode: areaCodeSchema,
  areaName: z.string(),
  heldOn: civilDaySchema,
  place: z.string(),
  organiser: z.string(),
  /** Registered enterprises that took part, of the area asked about and of all. */
  enterprises: countSchema,
  allEnterprises: countSchema,
  /** Persons of all enterprises. */
  persons: countSchema,
  /** 家次 of enterprises that are in no park. */
  otherEnterprises: countSchema,
  registeredBy: z.string(),
  registeredAt: instantSchema,
  withdrawn: withdrawnSchema,
  fictitious: z.boolean(),
})
export type TrainingItem = z.infer<typeof trainingItemSchema>

export const attendanceSchema = z.object({
  enterpriseCode: z.string(),
  enterpriseName: z.string(),
  parkCode: z.string(),
  parkName: z.string(),
  persons: countSchema,
})

const trainingDetailSchema = z.extend(trainingItemSchema, {
  attendances: z.array(attendanceSchema),
  ...answerFields,
})
export type TrainingDetail = z.infer<typeof trainingDetailSchema>

/** Registered enterprises with at least one training in the year, of those there are. */
const coverageSchema = z.object({
  areaCode: areaCodeSchema,
  areaName: z.string(),
  trained: countSchema,
  enterprises: countSchema,
})

const trainingTotalsSchema = z.object({
  year: z.int(),
  coverage: coverageSchema,
  /** The areas one level below. */
  children: z.array(coverageSchema),
  /** 万家企业培训, in 家次 of the whole district; its target is another number than the register. */
  tenThousand: z.object({
    attendances: countSchema,
    target: z.nullable(countSchema),
    targetSource: z.nullable(z.string()),
  }),
  trainings: countSchema,
  persons: countSchema,
  ...answerFields,
})

const creationSchema = z.strictObject({
  kind: trainingKindSchema,
  title: typedText(60),
  areaCode: areaCodeSchema,
  heldOn: civilDaySchema,
  place: typedText(60),
  organiser: typedText(60),
  attendances: z
    .array(
      z.strictObject({
        enterpriseCode: parkCodeSchema,
        persons: z.int().check(z.minimum(1), z.maximum(10_000)),
      }),
    )
    .check(z.maxLength(2000, 'at most 2000 enterprises a training')),
  otherEnterprises: z._default(z.int().check(z.nonnegative(), z.maximum(100_000)), 0),
  otherPersons: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
})
export type TrainingCreation = z.input<typeof creationSchema>

const trainingParams = z.strictObject({ code: recordCodeSchema('the code of a training') })

export const TRAININGS_CONTRACT = {
  listTrainings: {
    ...READ,
    path: '/api/trainings',
    summary: 'Trainings of a year that an area held or took part in, the latest first.',
    query: z.strictObject({
      area: areaSchema,
      year: yearSchema,
      kind: z.optional(trainingKindSchema),
      ...pageQuery,
    }),
    response: z.object({
      items: z.array(trainingItemSchema),
      nextCursor: z.nullable(z.string()),
      total: countSchema,
      ...answerFields,
    }),
  },
  getTrainingTotals: {
    ...READ,
    path: '/api/trainings/totals',
    summary: 'Coverage of the registered enterprises, and 万家企业培训 against its own number.',
    query: z.strictObject({ area: areaSchema, year: yearSchema }),
    response: trainingTotalsSchema,
  },
  getTraining: {
    ...READ,
    path: '/api/trainings/:code',
    summary: 'One training with the enterprises that took part.',
    params: trainingParams,
    query: noQuerySchema,
    response: trainingDetailSchema,
  },
  registerTraining: {
    ...WRITE,
    path: '/api/trainings',
    summary: 'Registers a training and who took part.',
    body: creationSchema,
    idempotent: true,
    status: 201,
    response: trainingDetailSchema,
  },
  withdrawTraining: {
    ...WRITE,
    path: '/api/trainings/:code/withdrawal',
    summary: 'Takes a training that was registered by mistake out of every count.',
    params: trainingParams,
    body: reasonBodySchema,
    response: trainingDetailSchema,
  },
  setTrainingTarget: {
    ...WRITE,
    path: '/api/training-targets',
    summary: 'Sets how many 家次 of 万家企业培训 a year should reach.',
    body: z.strictObject({
      year: z.int().check(z.minimum(2000), z.maximum(2199)),
      attendances: z.int().check(z.minimum(1), z.maximum(10_000_000)),
      source: typedText(100),
    }),
    response: z.object({
      year: z.int(),
      attendances: z.int(),
      source: z.string(),
      setBy: z.string(),
      setAt: instantSchema,
    }),
  },
} as const satisfies Record<string, Endpoint>
