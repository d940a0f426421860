import * as z from 'zod/mini'
import { acceptanceItemSchema, partySchema, SCORE_STEP } from '../domain/acceptance.ts'
import { gradingOutcomeSchema, gradingPurposeSchema } from '../domain/gradingMachine.ts'
import { systemDocumentSchema } from '../domain/parkRecords.ts'
import { parkCodeSchema, parkStageSchema, problemTagSchema } from '../domain/parks.ts'
import { civilDaySchema } from '../domain/riskPoints.ts'
import { typedText } from './bodies.ts'

const optionalText = (maximum: number) => z.optional(z.nullable(typedText(maximum)))
const reason = typedText(500)
const people = (maximum: number) =>
  z
    .int('must be a whole number')
    .check(z.minimum(0, 'must be at least 0'), z.maximum(maximum, `must be at most ${maximum}`))
const distinct = <T>(list: readonly T[]) => new Set(list).size === list.length

/** What an officer corrects in the record of a park; left out: unchanged, null: not known. */
export const parkRecordChangeSchema = z.strictObject({
  operator: optionalText(60),
  propertyOwner: optionalText(60),
  safetyBody: optionalText(60),
  safetyBodyDocument: optionalText(60),
  safetyBodySince: z.optional(z.nullable(civilDaySchema)),
  safetyHead: optionalText(40),
  safetyStaffFullTime: z.optional(z.nullable(people(999))),
  safetyStaffPartTime: z.optional(z.nullable(people(999))),
  volunteerBrigade: z.optional(z.nullable(people(9999))),
  systemDocuments: z.optional(
    z.array(systemDocumentSchema).check(z.refine(distinct, 'must name nothing twice')),
  ),
  problemTags: z.optional(
    z.array(problemTagSchema).check(z.refine(distinct, 'must name nothing twice')),
  ),
  reason,
})
export type ParkRecordChange = z.infer<typeof parkRecordChangeSchema>

export const stageEntrySchema = z.strictObject({
  stage: parkStageSchema,
  enteredOn: civilDaySchema,
  /** Required on the way back. */
  note: z.optional(reason),
})

export const fourPartyCreationSchema = z.strictObject({
  party: partySchema,
  organisation: typedText(60),
  happenedOn: civilDaySchema,
  description: typedText(500),
  documentNumber: optionalText(60),
})

export const drillCreationSchema = z.strictObject({
  testedAt: z.iso.datetime({ offset: true }),
  arrivalSeconds: z
    .int('must be a whole number of seconds')
    .check(z.minimum(1, 'must be at least 1 s'), z.maximum(7200, 'must be at most 7200 s')),
  people: z.int().check(z.minimum(1, 'must be at least 1'), z.maximum(200, 'must be at most 200')),
  testedBy: typedText(40),
  remark: optionalText(300),
})

export const gradingCreationSchema = z.strictObject({
  parkCode: parkCodeSchema,
  purpose: gradingPurposeSchema,
  note: z.optional(reason),
})

const itemScoreInputSchema = z.strictObject({
  item: acceptanceItemSchema,
  points: z
    .number()
    .check(
      z.minimum(0, 'must be at least 0'),
      z.multipleOf(SCORE_STEP, `must be in steps of ${SCORE_STEP}`),
    ),
  evidence: optionalText(300),
})
const scored = {
  party: partySchema,
  evaluator: typedText(40),
  /** Every item once. */
  scores: z.array(itemScoreInputSchema).check(z.maxLength(100)),
  /** Worse than the total gives, with its reason; without it the total decides. */
  outcome: z.optional(gradingOutcomeSchema),
  overrideReason: z.optional(reason),
  note: z.optional(reason),
}

/** What is done to a procedure of grading or acceptance (data/domain/gradingMachine.ts). */
export const gradingEventSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('submit'), ...scored }),
  z.strictObject({ action: z.literal('passStreet'), ...scored }),
  z.strictObject({ action: z.literal('approve'), ...scored }),
  z.strictObject({ action: z.literal('returnToPark'), reason }),
  z.strictObject({ action: z.literal('returnToStreet'), reason }),
  z.strictObject({ action: z.literal('withdraw'), reason }),
])
export type GradingEventInput = z.infer<typeof gradingEventSchema>
export type ScoredInput = Extract<GradingEventInput, { scores: unknown }>
