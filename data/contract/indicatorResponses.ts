import * as z from 'zod/mini'
import { agendaKeySchema } from '../domain/agenda.ts'
import { areaCodeSchema, areaSchema } from '../domain/areas.ts'
import { instantSchema } from '../domain/changes.ts'
import { decidedEntitySchema, decisionSchema } from '../domain/decisions.ts'
import { indicatorKeySchema } from '../domain/indicators.ts'
import { indicatorGapSchema, indicatorPartSchema } from '../domain/indicatorTerms.ts'

const labelsSchema = z.object({ 'zh-CN': z.string(), en: z.string() })

export const correctionSchema = z.object({
  oldValue: z.nullable(z.number()),
  newValue: z.number(),
  reason: z.string(),
  by: z.string(),
  at: instantSchema,
})

export const indicatorValueSchema = z.object({
  key: indicatorKeySchema,
  /** In the unit of the indicator, rates in % to a tenth; null with the reason in `gap`. */
  value: z.nullable(z.number()),
  numerator: z.nullable(z.number()),
  denominator: z.nullable(z.number()),
  gap: z.nullable(indicatorGapSchema),
  /** 样本少: the denominator is below 10. */
  fewSamples: z.boolean(),
  /** At the end of the month before, or a year before. */
  previous: z.nullable(z.number()),
  difference: z.nullable(z.number()),
  parts: z.array(z.object({ key: indicatorPartSchema, value: z.nullable(z.number()) })),
  /** Of a frozen month: what the data says of it today, where that differs. */
  present: z.optional(z.object({ value: z.nullable(z.number()) })),
  corrections: z.optional(z.array(correctionSchema)),
})
export type IndicatorValue = z.infer<typeof indicatorValueSchema>

export const indicatorDefinitionSchema = z.object({
  key: indicatorKeySchema,
  labels: labelsSchema,
  formula: labelsSchema,
  unit: labelsSchema,
  kind: z.enum(['count', 'rate', 'median']),
  period: z.string(),
  direction: z.string(),
  comparedWith: z.enum(['monthEnd', 'yearBefore']),
  orderable: z.boolean(),
  source: z.array(z.string()),
  proposed: z.boolean(),
})

export const indicatorsSchema = z.object({
  area: z.pick(areaSchema, { code: true, name: true, level: true }),
  /** `now`, a month as at its end, or a day as at its end. */
  period: z.string(),
  asOf: instantSchema,
  previousAsOf: instantSchema,
  /** Null while the numbers are counted from the data. */
  frozen: z.nullable(z.object({ by: z.string(), at: instantSchema })),
  definitions: z.array(indicatorDefinitionSchema),
  items: z.array(indicatorValueSchema),
  /** False: the parks of a community are not frozen, and counted from the data of today. */
  childrenFrozen: z.boolean(),
  children: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kind: z.enum(['street', 'community', 'park']),
      /** Without a park there is nothing to compare. */
      parks: z.int(),
      items: z.array(indicatorValueSchema),
    }),
  ),
  fictitious: z.boolean(),
  source: z.string(),
})
export type IndicatorsAnswer = z.infer<typeof indicatorsSchema>

export const monthsSchema = z.object({
  area: z.pick(areaSchema, { code: true, name: true, level: true }),
  /** The last one as far as it has come. */
  months: z.array(
    z.object({
      month: z.string(),
      registered: z.int(),
      closed: z.int(),
      open: z.int(),
      overdue: z.int(),
      /** Open when the month began. */
      opening: z.int(),
    }),
  ),
  asOf: instantSchema,
  fictitious: z.boolean(),
  source: z.string(),
})

export const freezeSchema = z.object({ month: z.string(), by: z.string(), at: instantSchema })
export const freezesSchema = z.object({
  items: z.array(freezeSchema),
  /** Months that have ended and are not frozen, the latest first; at most twelve. */
  open: z.array(z.string()),
  asOf: instantSchema,
})

export const correctionAnswerSchema = z.extend(correctionSchema, {
  month: z.string(),
  area: areaCodeSchema,
  indicator: indicatorKeySchema,
})

export const decisionsSchema = z.object({ items: z.array(decisionSchema), asOf: instantSchema })

export const agendaSchema = z.object({
  area: z.pick(areaSchema, { code: true, name: true, level: true }),
  /** At most five, in the order of their urgency. */
  rows: z.array(
    z.object({
      key: agendaKeySchema,
      n: z.number(),
      sentence: labelsSchema,
      proposal: labelsSchema,
      /** What a decision on the row is about. */
      item: z.object({ entity: decidedEntitySchema, code: z.string() }),
      /** Where the map shows it. */
      areaCode: areaCodeSchema,
      parkCode: z.nullable(z.string()),
    }),
  ),
  asOf: instantSchema,
})
export type AgendaAnswer = z.infer<typeof agendaSchema>
