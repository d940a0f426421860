import * as z from 'zod/mini'
import { areaCodeSchema } from '../domain/areas.ts'
import { instantSchema } from '../domain/changes.ts'
import { checkKindSchema, checkOutcomeSchema } from '../domain/checks.ts'
import { hiddenDangerActionSchema } from '../domain/hiddenDangerActions.ts'
import {
  handlingLevelSchema,
  hiddenDangerCategorySchema,
  hiddenDangerSeveritySchema,
  hiddenDangerSourceSchema,
  hiddenDangerStateSchema,
} from '../domain/hiddenDangers.ts'
import { PHOTO_TYPES, photoStageSchema } from '../domain/photos.ts'
import { parkGradeSchema } from '../domain/parks.ts'
import { civilDaySchema } from '../domain/riskPoints.ts'

const countSchema = z.int().check(z.nonnegative())

export const supervisionSchema = z.object({
  level: z.enum(['street', 'district']),
  documentNumber: z.nullable(z.string()),
  deadline: civilDaySchema,
  at: instantSchema,
  endedAt: z.nullable(instantSchema),
})

/** A hidden danger as a list shows it. Deadlines are civil days that end at 24:00. */
export const hiddenDangerItemSchema = z.object({
  code: z.string(),
  areaCode: areaCodeSchema,
  street: z.string(),
  community: z.string(),
  parkCode: z.string(),
  parkName: z.string(),
  enterpriseCode: z.nullable(z.string()),
  enterpriseName: z.nullable(z.string()),
  location: z.string(),
  description: z.string(),
  category: hiddenDangerCategorySchema,
  severity: hiddenDangerSeveritySchema,
  suspectedMajor: z.boolean(),
  onTheSpot: z.boolean(),
  source: hiddenDangerSourceSchema,
  state: hiddenDangerStateSchema,
  handlingLevel: handlingLevelSchema,
  responsibleUnit: z.nullable(z.string()),
  responsiblePerson: z.nullable(z.string()),
  foundOn: civilDaySchema,
  registeredAt: instantSchema,
  /** The first one, which statistics use; and as extended. */
  deadline: civilDaySchema,
  extendedDeadline: z.nullable(civilDaySchema),
  /** Computed today: not closed although the original deadline has passed. */
  overdue: z.boolean(),
  closedAt: z.nullable(instantSchema),
  supervision: z.nullable(supervisionSchema),
  /** Position of its risk point, else of its park. */
  longitude: z.number(),
  latitude: z.number(),
  fictitious: z.boolean(),
  version: z.int().check(z.positive()),
})
export type HiddenDangerItem = z.infer<typeof hiddenDangerItemSchema>

export const hiddenDangerEventRecordSchema = z.object({
  sequence: z.int().check(z.positive()),
  action: hiddenDangerActionSchema,
  fromState: z.nullable(hiddenDangerStateSchema),
  toState: hiddenDangerStateSchema,
  at: instantSchema,
  by: z.string(),
  note: z.nullable(z.string()),
  /** The fields that the action set, as its body had them. */
  details: z.record(z.string(), z.unknown()),
})
export type HiddenDangerEventRecord = z.infer<typeof hiddenDangerEventRecordSchema>

export const photoSchema = z.object({
  id: z.int().check(z.positive()),
  stage: photoStageSchema,
  mediaType: z.enum(PHOTO_TYPES),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  takenAt: z.nullable(instantSchema),
  /** Where the camera said it was, WGS84 degrees; taken out of the file that is stored. */
  longitude: z.nullable(z.number()),
  latitude: z.nullable(z.number()),
  uploadedBy: z.string(),
  uploadedAt: instantSchema,
})
export type Photo = z.infer<typeof photoSchema>

export const hiddenDangerDetailSchema = z.extend(hiddenDangerItemSchema, {
  clauseNumber: z.nullable(z.int()),
  severityBasis: z.nullable(z.string()),
  registeredBy: z.string(),
  registeredDepartment: z.string(),
  checkCode: z.nullable(z.string()),
  riskPointCode: z.nullable(z.string()),
  riskPointName: z.nullable(z.string()),
  requestedDeadline: z.nullable(civilDaySchema),
  fiveRequirements: z.record(z.string(), z.string()),
  rectificationPlan: z.record(z.string(), z.string()),
  fundsYuan: z.nullable(z.number()),
  controlMeasures: z.nullable(z.string()),
  rectifiedOn: z.nullable(civilDaySchema),
  mergedInto: z.nullable(z.string()),
  /** Codes of those that were merged into it: the departments that found it too. */
  merged: z.array(z.object({ code: z.string(), registeredDepartment: z.string() })),
  events: z.array(hiddenDangerEventRecordSchema),
  photos: z.array(photoSchema),
  /** Actions that its state allows now. */
  actions: z.array(hiddenDangerActionSchema),
  asOf: instantSchema,
})
export type HiddenDangerDetail = z.infer<typeof hiddenDangerDetailSchema>

export const hiddenDangersSchema = z.object({
  items: z.array(hiddenDangerItemSchema),
  nextCursor: z.nullable(z.string()),
  /** All that fit the filters, not only this page. */
  total: countSchema,
  asOf: instantSchema,
  source: z.string(),
})

/** What waits in an area (待我办理): each a filter of the list. */
export const hiddenDangerCountsSchema = z.object({
  open: countSchema,
  overdue: countSchema,
  dueToday: countSchema,
  /** From tomorrow to the third day after today. */
  dueWithinThreeDays: countSchema,
  pendingAssessment: countSchema,
  pendingAssignment: countSchema,
  pendingReview: countSchema,
  pendingClosure: countSchema,
  returned: countSchema,
  extensionRequested: countSchema,
  transferred: countSchema,
  major: countSchema,
  majorOverdue: countSchema,
  supervised: countSchema,
  /** “拔钉”: 重大事故隐患 that are overdue, escalated or supervised. */
  nails: countSchema,
  asOf: instantSchema,
  source: z.string(),
})
export type HiddenDangerCounts = z.infer<typeof hiddenDangerCountsSchema>

export const checkItemSchema = z.object({
  code: z.string(),
  areaCode: areaCodeSchema,
  street: z.string(),
  community: z.string(),
  parkCode: z.string(),
  parkName: z.string(),
  enterpriseCode: z.nullable(z.string()),
  enterpriseName: z.nullable(z.string()),
  kind: checkKindSchema,
  department: z.string(),
  inspector: z.string(),
  checkedAt: instantSchema,
  outcome: checkOutcomeSchema,
  remark: z.nullable(z.string()),
  campaignCode: z.nullable(z.string()),
  /** How many hidden dangers it registered, and how many of them are open. */
  hiddenDangers: countSchema,
  openHiddenDangers: countSchema,
  registeredBy: z.string(),
  registeredAt: instantSchema,
  withdrawn: z.nullable(z.object({ at: instantSchema, by: z.string(), reason: z.string() })),
  fictitious: z.boolean(),
})
export type CheckItem = z.infer<typeof checkItemSchema>

export const checkDetailSchema = z.extend(checkItemSchema, {
  findings: z.array(hiddenDangerItemSchema),
  asOf: instantSchema,
})
export type CheckDetail = z.infer<typeof checkDetailSchema>

export const checksSchema = z.object({
  items: z.array(checkItemSchema),
  nextCursor: z.nullable(z.string()),
  total: countSchema,
  asOf: instantSchema,
  source: z.string(),
})

/** An enterprise that a month should see, and the visit that did. */
export const checkPlanItemSchema = z.object({
  month: z.string(),
  enterpriseCode: z.string(),
  enterpriseName: z.string(),
  parkCode: z.string(),
  parkName: z.string(),
  areaCode: areaCodeSchema,
  street: z.string(),
  parkGrade: parkGradeSchema,
  /** The first visit of the month that counts; null: still to do. */
  checkCode: z.nullable(z.string()),
  checkedAt: z.nullable(instantSchema),
  outcome: z.nullable(checkOutcomeSchema),
  openHiddenDangers: countSchema,
})
export type CheckPlanItem = z.infer<typeof checkPlanItemSchema>

export const checkPlanSchema = z.object({
  items: z.array(checkPlanItemSchema),
  nextCursor: z.nullable(z.string()),
  planned: countSchema,
  done: countSchema,
  asOf: instantSchema,
  source: z.string(),
})

/** What the clause library takes a finding for; a person decides. */
export const severityProposalSchema = z.object({
  suspectedMajor: z.boolean(),
  /** Entries that fit the text, the best first. */
  matches: z.array(
    z.object({
      clauseNumber: z.int(),
      text: z.string(),
      category: hiddenDangerCategorySchema,
      suspectedMajor: z.boolean(),
      /** “应急管理部令第10号 第11条(二)”, in the edition in force that day. */
      basis: z.string(),
    }),
  ),
})
