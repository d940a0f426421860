import * as z from 'zod/mini'
import { areaCodeSchema } from '../../domain/areas.ts'
import { instantSchema } from '../../domain/changes.ts'
import { dutySchema } from '../../domain/handovers.ts'
import { civilDaySchema } from '../../domain/riskPoints.ts'
import { typedText } from '../bodies.ts'
import { READ, WRITE, type Endpoint } from '../endpoint.ts'
import { daySchema } from '../hiddenDangerQueries.ts'
import { areaFilterSchema, described, searchTextSchema } from '../queries.ts'
import { answerFields, areaSchema, countSchema } from './shared.ts'

const dutyCountsSchema = z.record(dutySchema, countSchema)

/** Something open that names a person. */
const dutyItemSchema = z.object({
  duty: dutySchema,
  code: z.string(),
  name: z.string(),
  areaCode: areaCodeSchema,
  street: z.string(),
  parkCode: z.string(),
  parkName: z.string(),
})
export type DutyItem = z.infer<typeof dutyItemSchema>

export const handoverSchema = z.object({
  id: z.int(),
  areaCode: areaCodeSchema,
  areaName: z.string(),
  fromPerson: z.string(),
  toPerson: z.string(),
  reason: z.string(),
  counts: dutyCountsSchema,
  handedBy: z.string(),
  handedAt: instantSchema,
})

export const dutyShiftSchema = z.object({
  areaCode: areaCodeSchema,
  day: civilDaySchema,
  leader: z.string(),
  officer: z.string(),
  phone: z.string(),
  setBy: z.string(),
  setAt: instantSchema,
})

/** Days a roster shows at once at most. */
const MOST_DAYS = 92

export const HANDOVERS_CONTRACT = {
  listPersons: {
    ...READ,
    path: '/api/persons',
    summary: 'Persons that open records of an area name, with how many; those with most first.',
    query: z.strictObject({
      area: areaSchema,
      q: z.optional(described(searchTextSchema, 'Part of the name.')),
    }),
    response: z.object({
      items: z.array(z.object({ name: z.string(), records: countSchema })),
      ...answerFields,
    }),
  },
  listDuties: {
    ...READ,
    path: '/api/duties',
    summary: 'Everything open that names a person: what is handed over when they leave.',
    query: z.strictObject({
      area: areaSchema,
      person: described(searchTextSchema, 'The name, as it stands in the records.'),
    }),
    response: z.object({
      person: z.string(),
      counts: dutyCountsSchema,
      /** The first 500. */
      items: z.array(dutyItemSchema),
      total: countSchema,
      ...answerFields,
    }),
  },
  handOver: {
    ...WRITE,
    path: '/api/handovers',
    summary: 'Hands everything open of a person to another, whole or not at all.',
    body: z.strictObject({
      areaCode: areaCodeSchema,
      fromPerson: typedText(40),
      toPerson: typedText(40),
      reason: typedText(200),
      /** How many records the writer saw: refused when it is another number by now. */
      expected: countSchema,
    }),
    idempotent: true,
    status: 201,
    response: handoverSchema,
  },
  listHandovers: {
    ...READ,
    path: '/api/handovers',
    summary: 'Handovers, the latest first.',
    query: z.strictObject({ area: areaFilterSchema }),
    response: z.object({ items: z.array(handoverSchema), ...answerFields }),
  },
  listDutyShifts: {
    ...READ,
    path: '/api/duty-shifts',
    summary: `Who is on duty, day by day (值班表); at most ${MOST_DAYS} days.`,
    query: z.strictObject({
      area: areaSchema,
      from: z.optional(described(daySchema, 'First day; today without it.')),
      until: z.optional(described(daySchema, 'Last day; six days after the first without it.')),
    }),
    response: z.object({ items: z.array(dutyShiftSchema), ...answerFields }),
  },
  setDutyShift: {
    ...WRITE,
    path: '/api/duty-shifts',
    summary: 'Says who is on duty on a day; whoever was before stays readable in the database.',
    body: z.strictObject({
      areaCode: areaCodeSchema,
      day: civilDaySchema,
      leader: typedText(40),
      officer: typedText(40),
      phone: typedText(40),
    }),
    response: dutyShiftSchema,
  },
  clearDutyShift: {
    ...WRITE,
    path: '/api/duty-shifts/clearing',
    summary: 'Takes a day out of the roster.',
    body: z.strictObject({ areaCode: areaCodeSchema, day: civilDaySchema }),
    response: z.object({ areaCode: areaCodeSchema, day: civilDaySchema }),
  },
} as const satisfies Record<string, Endpoint>
