import * as z from 'zod/mini'
import {
  accidentGradeSchema,
  accidentKindSchema,
  dataSourceSchema,
} from '../../domain/accidents.ts'
import { accidentTypeSchema } from '../../domain/accidentTypes.ts'
import { areaCodeSchema, areaLevelSchema } from '../../domain/areas.ts'
import { instantSchema } from '../../domain/changes.ts'
import { parkCodeSchema } from '../../domain/parks.ts'
import { recordCodeSchema } from '../../domain/recordCode.ts'
import { civilDaySchema } from '../../domain/riskPoints.ts'
import { reasonBodySchema, typedText } from '../bodies.ts'
import { READ, WRITE, type Endpoint } from '../endpoint.ts'
import { answerFields, areaSchema, countSchema, withdrawnSchema, yearSchema } from './shared.ts'

/** A register that is connected: whose, since when, and down to which level of areas it tells. */
export const dataConnectionSchema = z.object({
  source: dataSourceSchema,
  sourceName: z.string(),
  scopeLevel: areaLevelSchema,
  connectedOn: civilDaySchema,
  connectedBy: z.string(),
  connectedAt: instantSchema,
})
export type DataConnection = z.infer<typeof dataConnectionSchema>

export const accidentItemSchema = z.object({
  code: z.string(),
  kind: accidentKindSchema,
  /** Computed; null for a near miss. */
  grade: z.nullable(accidentGradeSchema),
  areaCode: areaCodeSchema,
  areaName: z.string(),
  parkCode: z.nullable(z.string()),
  parkName: z.nullable(z.string()),
  enterpriseCode: z.nullable(z.string()),
  enterpriseName: z.nullable(z.string()),
  occurredOn: civilDaySchema,
  accidentType: z.nullable(accidentTypeSchema),
  deaths: countSchema,
  seriousInjuries: countSchema,
  lossYuan: z.nullable(z.number()),
  place: z.nullable(z.string()),
  description: z.string(),
  measures: z.nullable(z.string()),
  source: z.string(),
  registeredBy: z.string(),
  registeredAt: instantSchema,
  withdrawn: withdrawnSchema,
  fictitious: z.boolean(),
})
export type AccidentItem = z.infer<typeof accidentItemSchema>

/** 起数 and 死亡人数 of a span of days. */
const harmSchema = z.object({ accidents: countSchema, deaths: countSchema })

const accidentsSchema = z.object({
  year: z.int(),
  /** Null: nobody connected the register, 未接入. */
  connection: z.nullable(dataConnectionSchema),
  /** Null where the register does not tell of the area: 未接入, never 0. */
  present: z.nullable(harmSchema),
  /** The same days of the year before; null as well where the register does not reach back. */
  yearBefore: z.nullable(harmSchema),
  /** Registered by hand, so at least as many. */
  nearMisses: countSchema,
  items: z.array(accidentItemSchema),
  ...answerFields,
})

const people = z.int().check(z.nonnegative(), z.maximum(10_000))
const common = {
  occurredOn: civilDaySchema,
  accidentType: z.optional(accidentTypeSchema),
  place: z.optional(typedText(100)),
  description: typedText(500),
  measures: z.optional(typedText(500)),
  source: typedText(60),
}
const creationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('nearMiss'),
    parkCode: parkCodeSchema,
    enterpriseCode: z.optional(parkCodeSchema),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('accident'),
    /** Of the level that the connected register tells of. */
    areaCode: areaCodeSchema,
    deaths: people,
    seriousInjuries: people,
    lossYuan: z.optional(z.number().check(z.nonnegative(), z.maximum(1e11))),
    ...common,
  }),
])
export type AccidentCreation = z.input<typeof creationSchema>

export const ACCIDENTS_CONTRACT = {
  listAccidents: {
    ...READ,
    path: '/api/accidents',
    summary: 'Accidents and near misses of a year in an area; null where no register tells of it.',
    query: z.strictObject({
      area: areaSchema,
      year: yearSchema,
      kind: z.optional(accidentKindSchema),
    }),
    response: accidentsSchema,
  },
  registerAccident: {
    ...WRITE,
    path: '/api/accidents',
    summary: 'Registers a near miss, or an accident that the connected register tells of.',
    body: creationSchema,
    idempotent: true,
    status: 201,
    response: accidentItemSchema,
  },
  withdrawAccident: {
    ...WRITE,
    path: '/api/accidents/:code/withdrawal',
    summary: 'Takes an entry that was registered by mistake out of every count.',
    params: z.strictObject({ code: recordCodeSchema('the code of an accident') }),
    body: reasonBodySchema,
    response: accidentItemSchema,
  },
  connectDataSource: {
    ...WRITE,
    path: '/api/data-connections/:source',
    summary: 'Says that a register is connected: whose, since when, down to which level.',
    params: z.strictObject({ source: dataSourceSchema }),
    body: z.strictObject({
      sourceName: typedText(60),
      scopeLevel: areaLevelSchema,
      connectedOn: civilDaySchema,
    }),
    response: dataConnectionSchema,
  },
} as const satisfies Record<string, Endpoint>
