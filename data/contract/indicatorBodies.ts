import * as z from 'zod/mini'
import { areaCodeSchema } from '../domain/areas.ts'
import { decidedEntitySchema, decisionKindSchema } from '../domain/decisions.ts'
import { indicatorKeySchema } from '../domain/indicators.ts'
import { recordCodeSchema } from '../domain/recordCode.ts'
import { civilDaySchema } from '../domain/riskPoints.ts'
import { typedText } from './bodies.ts'
import { MONTH_PATTERN } from './indicatorQueries.ts'

export const monthSchema = z.string().check(z.regex(MONTH_PATTERN, 'must be a month: 2026-10'))

export const freezeBodySchema = z.strictObject({ month: monthSchema })

export const correctionBodySchema = z.strictObject({
  area: areaCodeSchema,
  indicator: indicatorKeySchema,
  /** The value that the corrections so far have led to; null: none. Guards against a second hand. */
  oldValue: z.nullable(z.number()),
  newValue: z.number().check(z.minimum(0), z.maximum(1e9)),
  reason: typedText(500),
})

export const decisionBodySchema = z.strictObject({
  entity: decidedEntitySchema,
  code: recordCodeSchema('the code of the item'),
  kind: decisionKindSchema,
  text: typedText(500),
  toUnit: z.optional(typedText(100)),
  dueOn: z.optional(civilDaySchema),
  answers: z.optional(z.int().check(z.positive())),
})
export type DecisionBody = z.output<typeof decisionBodySchema>
