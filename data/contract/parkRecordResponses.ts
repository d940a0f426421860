import * as z from 'zod/mini'
import { itemScoreSchema, partySchema } from '../domain/acceptance.ts'
import { areaCodeSchema } from '../domain/areas.ts'
import { campaignKindSchema } from '../domain/campaigns.ts'
import { targetStateSchema } from '../domain/campaignTargets.ts'
import { changeSchema, instantSchema } from '../domain/changes.ts'
import { checkKindSchema, checkOutcomeSchema } from '../domain/checks.ts'
import { enterpriseSchema } from '../domain/enterprises.ts'
import {
  gradingActionSchema,
  gradingOutcomeSchema,
  gradingPurposeSchema,
  gradingStateSchema,
} from '../domain/gradingMachine.ts'
import { hiddenDangerSeveritySchema, hiddenDangerStateSchema } from '../domain/hiddenDangers.ts'
import { systemDocumentSchema } from '../domain/parkRecords.ts'
import { parkGradeSchema, parkSchema, parkStageSchema } from '../domain/parks.ts'
import { civilDaySchema } from '../domain/riskPoints.ts'

const count = z.int().check(z.nonnegative())
const place = { areaCode: areaCodeSchema, street: z.string(), community: z.string() }
const told = { asOf: instantSchema, source: z.string(), fictitious: z.boolean() }

/** The open and the overdue hidden dangers of a park (未销号、逾期 by the original deadline). */
const openSchema = {
  openHiddenDangers: count,
  openMajor: count,
  overdueHiddenDangers: count,
  /** 重大事故隐患 that opened after the acceptance was passed; 0 without such an acceptance. */
  majorSinceAcceptance: count,
}

/** A procedure as lists show it. */
export const gradingItemSchema = z.object({
  id: z.int().check(z.positive()),
  parkCode: z.string(),
  parkName: z.string(),
  ...place,
  purpose: gradingPurposeSchema,
  state: gradingStateSchema,
  gradeBefore: parkGradeSchema,
  /** By the latest scores; null before the first. */
  total: z.nullable(z.number()),
  outcome: z.nullable(gradingOutcomeSchema),
  openedBy: z.string(),
  openedAt: instantSchema,
  /** When the latest step was taken. */
  updatedAt: instantSchema,
  decidedAt: z.nullable(instantSchema),
  openMajor: count,
  version: z.int().check(z.positive()),
})
export type GradingListItem = z.infer<typeof gradingItemSchema>

export const gradingsSchema = z.object({ items: z.array(gradingItemSchema), ...told })

export const gradingEventRecordSchema = z.object({
  sequence: z.int(),
  action: gradingActionSchema,
  fromState: z.nullable(gradingStateSchema),
  toState: gradingStateSchema,
  at: instantSchema,
  by: z.string(),
  note: z.nullable(z.string()),
  party: z.nullable(partySchema),
  evaluator: z.nullable(z.string()),
  scores: z.nullable(z.array(itemScoreSchema)),
  total: z.nullable(z.number()),
  computedOutcome: z.nullable(gradingOutcomeSchema),
  outcome: z.nullable(gradingOutcomeSchema),
  overrideReason: z.nullable(z.string()),
})
export type GradingEventRecord = z.infer<typeof gradingEventRecordSchema>

/** A 重大事故隐患 that is not closed, as a blocked grading names it. */
export const openMajorSchema = z.object({
  code: z.string(),
  location: z.string(),
  description: z.string(),
  deadline: civilDaySchema,
  /** 疑似重大事故隐患 that nobody has assessed yet. */
  suspected: z.boolean(),
})
export type OpenMajor = z.infer<typeof openMajorSchema>

export const gradingDetailSchema = z.extend(gradingItemSchema, {
  /** The first first. */
  events: z.array(gradingEventRecordSchema),
  possibleActions: z.array(gradingActionSchema),
  openMajors: z.array(openMajorSchema),
  ...told,
})
export type GradingDetail = z.infer<typeof gradingDetailSchema>

/** A park as the list of records shows it. */
export const parkRecordItemSchema = z.extend(
  z.pick(parkSchema, {
    code: true,
    name: true,
    parkType: true,
    demonstration: true,
    grade: true,
    stage: true,
    problemTags: true,
    operator: true,
    fictitious: true,
  }),
  {
    ...place,
    stageSince: z.nullable(civilDaySchema),
    enterprises: count,
    ...openSchema,
    /** Of the grading in force. */
    total: z.nullable(z.number()),
    gradedOn: z.nullable(civilDaySchema),
    /** The grading that is under way. */
    pendingState: z.nullable(gradingStateSchema),
    pendingOutcome: z.nullable(gradingOutcomeSchema),
    hasStation: z.boolean(),
    lastArrivalSeconds: z.nullable(z.int()),
  },
)
export type ParkRecordItem = z.infer<typeof parkRecordItemSchema>

export const parkRecordsSchema = z.object({ items: z.array(parkRecordItemSchema), ...told })

export const drillSchema = z.object({
  id: z.int(),
  testedAt: instantSchema,
  arrivalSeconds: z.int(),
  people: z.int(),
  testedBy: z.string(),
  remark: z.nullable(z.string()),
  registeredBy: z.string(),
})
export const stageRecordSchema = z.object({
  stage: parkStageSchema,
  enteredOn: civilDaySchema,
  note: z.nullable(z.string()),
  registeredBy: z.string(),
  registeredAt: instantSchema,
})
export const fourPartyEntrySchema = z.object({
  id: z.int(),
  party: partySchema,
  organisation: z.string(),
  happenedOn: civilDaySchema,
  description: z.string(),
  documentNumber: z.nullable(z.string()),
  registeredBy: z.string(),
  registeredAt: instantSchema,
})
export const tenantSchema = z.pick(enterpriseSchema, {
  code: true,
  name: true,
  industry: true,
  highRiskClass: true,
  headcount: true,
  propertyOwner: true,
  operator: true,
  sublessor: true,
  floor: true,
})
export const parkHiddenDangerSchema = z.object({
  code: z.string(),
  location: z.string(),
  description: z.string(),
  severity: hiddenDangerSeveritySchema,
  state: hiddenDangerStateSchema,
  deadline: civilDaySchema,
  overdue: z.boolean(),
})
export const parkCheckSchema = z.object({
  code: z.string(),
  checkedAt: instantSchema,
  kind: checkKindSchema,
  outcome: checkOutcomeSchema,
  department: z.string(),
  enterpriseName: z.nullable(z.string()),
})
export const parkTargetSchema = z.object({
  campaignCode: z.string(),
  campaignName: z.string(),
  kind: campaignKindSchema,
  state: targetStateSchema,
  targets: count,
})

/** What is edited of a park: its own facts, with the version and the change that made them. */
export const parkFactsSchema = z.extend(parkSchema, {
  propertyOwner: z.nullable(z.string()),
  safetyBody: z.nullable(z.string()),
  safetyBodyDocument: z.nullable(z.string()),
  safetyBodySince: z.nullable(civilDaySchema),
  safetyHead: z.nullable(z.string()),
  safetyStaffFullTime: z.nullable(z.int()),
  safetyStaffPartTime: z.nullable(z.int()),
  systemDocuments: z.array(systemDocumentSchema),
  volunteerBrigade: z.nullable(z.int()),
  retiredAt: z.nullable(instantSchema),
  version: z.int().check(z.positive()),
  change: changeSchema,
})
export type ParkFacts = z.infer<typeof parkFactsSchema>

/** 一园一档. */
export const parkRecordSchema = z.extend(parkFactsSchema, {
  street: z.string(),
  community: z.string(),
  ...openSchema,
  tenants: z.array(tenantSchema),
  station: z.nullable(z.object({ code: z.string(), name: z.string(), staff: z.nullable(z.int()) })),
  /** The latest first, as all that follows. */
  drills: z.array(drillSchema),
  /** The first first. */
  stages: z.array(stageRecordSchema),
  fourParty: z.array(fourPartyEntrySchema),
  gradings: z.array(gradingItemSchema),
  /** Not closed; the gravest first, at most 50. */
  hiddenDangers: z.array(parkHiddenDangerSchema),
  checksOfYear: count,
  /** The latest ten. */
  checks: z.array(parkCheckSchema),
  /** 安全宣教 this year: enterprises that took part at least once, and 家次. */
  trainings: z.object({ enterprises: count, attendances: count }),
  campaigns: z.array(parkTargetSchema),
  asOf: instantSchema,
  source: z.string(),
})
export type ParkRecord = z.infer<typeof parkRecordSchema>
