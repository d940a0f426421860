import * as z from 'zod/mini'
import { areaCodeSchema } from '../domain/areas.ts'
import { campaignKindSchema, checklistResultsSchema } from '../domain/campaigns.ts'
import {
  targetActionSchema,
  TARGET_STATE_ORDER,
  targetStateSchema,
  type TargetState,
} from '../domain/campaignTargets.ts'
import { instantSchema } from '../domain/changes.ts'
import { parkGradeSchema, parkStageSchema } from '../domain/parks.ts'
import { civilDaySchema } from '../domain/riskPoints.ts'

const count = z.int().check(z.nonnegative())
const share = z.number().check(z.minimum(0), z.maximum(1))
const told = { asOf: instantSchema, source: z.string() }

export const targetCountsSchema = z.object(
  Object.fromEntries(TARGET_STATE_ORDER.map((state) => [state, count])) as Record<
    TargetState,
    typeof count
  >,
)
export type TargetCounts = z.infer<typeof targetCountsSchema>

const progressSchema = {
  counts: targetCountsSchema,
  /** accepted ÷ targets it applies to; null without any. */
  completion: z.nullable(share),
  /** completion − time progress, in 百分点, to one decimal. */
  difference: z.nullable(z.number()),
  /** Targets past the deadline of their rectification. */
  overdue: count,
}

export const campaignItemSchema = z.object({
  code: z.string(),
  kind: campaignKindSchema,
  name: z.string(),
  documentNumber: z.string(),
  startsOn: civilDaySchema,
  endsOn: civilDaySchema,
  description: z.string(),
  fictitious: z.boolean(),
  /** How much of its time is used. */
  timeProgress: share,
  ...progressSchema,
})
export type CampaignItem = z.infer<typeof campaignItemSchema>
export const campaignsSchema = z.object({ items: z.array(campaignItemSchema), ...told })

export const campaignDetailSchema = z.extend(campaignItemSchema, {
  /** Of the asked area: the streets of the district, the communities of a street. */
  areas: z.array(z.object({ code: areaCodeSchema, name: z.string(), ...progressSchema })),
  ...told,
})
export type CampaignDetail = z.infer<typeof campaignDetailSchema>

export const campaignTargetItemSchema = z.object({
  id: z.int().check(z.positive()),
  campaignCode: z.string(),
  parkCode: z.string(),
  parkName: z.string(),
  enterpriseCode: z.nullable(z.string()),
  enterpriseName: z.nullable(z.string()),
  areaCode: areaCodeSchema,
  street: z.string(),
  community: z.string(),
  parkGrade: parkGradeSchema,
  parkStage: parkStageSchema,
  state: targetStateSchema,
  checkedOn: z.nullable(civilDaySchema),
  deadline: z.nullable(civilDaySchema),
  /** Past its deadline and not accepted. */
  overdue: z.boolean(),
  acceptedOn: z.nullable(civilDaySchema),
  exclusionReason: z.nullable(z.string()),
  /** Items of the checklist that do not conform at present. */
  failing: count,
  version: z.int().check(z.positive()),
})
export type CampaignTargetItem = z.infer<typeof campaignTargetItemSchema>
export const campaignTargetsSchema = z.object({
  items: z.array(campaignTargetItemSchema),
  total: count,
  nextCursor: z.nullable(z.string()),
  ...told,
})

export const targetEventRecordSchema = z.object({
  sequence: z.int(),
  action: targetActionSchema,
  fromState: z.nullable(targetStateSchema),
  toState: targetStateSchema,
  at: instantSchema,
  by: z.string(),
  happenedOn: civilDaySchema,
  note: z.nullable(z.string()),
  results: z.nullable(checklistResultsSchema),
  deadline: z.nullable(civilDaySchema),
})

export const campaignTargetDetailSchema = z.extend(campaignTargetItemSchema, {
  kind: campaignKindSchema,
  campaignName: z.string(),
  /** First day of the campaign: no step happens earlier. */
  startsOn: civilDaySchema,
  results: checklistResultsSchema,
  events: z.array(targetEventRecordSchema),
  possibleActions: z.array(targetActionSchema),
  fictitious: z.boolean(),
  ...told,
})
export type CampaignTargetDetail = z.infer<typeof campaignTargetDetailSchema>
