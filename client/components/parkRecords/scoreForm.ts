import type { GradingDetail } from '#data/contract/parkRecordResponses'
import {
  ACCEPTANCE_ITEM_ORDER,
  acceptanceItemSchema,
  ACCEPTANCE_ITEMS,
  partySchema,
  type AcceptanceItem,
} from '#data/domain/acceptance'
import { gradingOutcomeSchema, type ScoredAction } from '#data/domain/gradingMachine'
import * as z from 'zod/mini'

const scoreFieldSchema = z.object({
  points: z.union([z.number(), z.literal('')]),
  evidence: z.string(),
})
const scoreFieldsSchema = z.record(acceptanceItemSchema, scoreFieldSchema)
export type ScoreFields = z.infer<typeof scoreFieldsSchema>

/** The form of a scored step as it is kept in this tab. */
export const gradingFormSchema = z.object({
  fields: scoreFieldsSchema,
  party: partySchema,
  evaluator: z.string(),
  override: z.union([gradingOutcomeSchema, z.literal('')]),
  overrideReason: z.string(),
})
export type GradingFields = z.infer<typeof gradingFormSchema>

export const gradingFormOf = (grading: GradingDetail, action: ScoredAction): GradingFields => ({
  fields: scoreFieldsOf(grading),
  party: action === 'submit' ? 'park' : 'government',
  ...{ evaluator: '', override: '', overrideReason: '' },
})

/** The fields as the last stage left them, or empty: whoever judges starts from what is there. */
export function scoreFieldsOf({ events }: GradingDetail): ScoreFields {
  const last = events.findLast(({ scores }) => scores !== null)?.scores
  return Object.fromEntries(
    ACCEPTANCE_ITEM_ORDER.map((item) => {
      const score = last?.find((each) => each.item === item)
      return [item, { points: score?.points ?? '', evidence: score?.evidence ?? '' }]
    }),
  ) as ScoreFields
}

/** The sum of what is filled in. */
export const totalOfFields = (fields: ScoreFields): number =>
  ACCEPTANCE_ITEM_ORDER.reduce((sum, item) => sum + (Number(fields[item].points) || 0), 0)

/** Items without a score, and items with points off without their evidence. */
export function scoreProblems(fields: ScoreFields): {
  missing: AcceptanceItem[]
  unproven: AcceptanceItem[]
} {
  return {
    missing: ACCEPTANCE_ITEM_ORDER.filter((item) => fields[item].points === ''),
    unproven: ACCEPTANCE_ITEM_ORDER.filter((item) => {
      const { points, evidence } = fields[item]
      return points !== '' && points < ACCEPTANCE_ITEMS[item].points && !evidence.trim()
    }),
  }
}

export const scoresOfFields = (fields: ScoreFields) =>
  ACCEPTANCE_ITEM_ORDER.map((item) => {
    const { points, evidence } = fields[item]
    return {
      item,
      points: Number(points),
      ...(evidence.trim() && { evidence: evidence.trim() }),
    }
  })
