import * as z from 'zod/mini'
import { areaCodeSchema } from '../domain/areas.ts'
import { checkKindSchema, findingOutcomeSchema } from '../domain/checks.ts'
import {
  FIVE_REQUIREMENTS,
  handlingLevelSchema,
  hiddenDangerCategorySchema,
  hiddenDangerSeveritySchema,
  hiddenDangerSourceSchema,
  PLAN_ITEMS,
  type FiveRequirement,
  type PlanItem,
} from '../domain/hiddenDangers.ts'
import { parkCodeSchema } from '../domain/parks.ts'
import { recordCodeSchema } from '../domain/recordCode.ts'
import { civilDaySchema, riskPointCodeSchema } from '../domain/riskPoints.ts'
import { typedText } from './bodies.ts'

export const hiddenDangerCodeSchema = recordCodeSchema('the code of a hidden danger')
export const checkCodeSchema = recordCodeSchema('the code of a check')

const note = z.optional(typedText(1000))
const reason = typedText(500)
const clauseNumber = z.int().check(z.minimum(1), z.maximum(999))
const yuan = z.number().check(z.nonnegative(), z.maximum(1e9))

/** What the finder says of a hidden danger: 部位, 问题, of which kind, and of which risk point. */
const findingFields = {
  location: typedText(100),
  description: typedText(500),
  category: hiddenDangerCategorySchema,
  clauseNumber: z.optional(clauseNumber),
  riskPointCode: z.optional(riskPointCodeSchema),
  note,
}

/** One finding of a visit. `deadline` is asked of all but what is rectified on the spot. */
export const findingSchema = z.strictObject({
  ...findingFields,
  outcome: findingOutcomeSchema,
  deadline: z.optional(civilDaySchema),
})
export type FindingInput = z.input<typeof findingSchema>

/** A visit with what it found; without findings its outcome is 未发现问题. */
export const checkCreationSchema = z.strictObject({
  parkCode: parkCodeSchema,
  enterpriseCode: z.optional(parkCodeSchema),
  kind: checkKindSchema,
  department: typedText(60),
  inspector: typedText(40),
  /** Without it: now. */
  checkedAt: z.optional(z.iso.datetime({ offset: true })),
  campaignCode: z.optional(recordCodeSchema('the code of a campaign')),
  remark: note,
  findings: z.array(findingSchema).check(z.maxLength(30, 'at most 30 findings a visit')),
})
export type CheckCreation = z.input<typeof checkCreationSchema>

/** A hidden danger that came without a visit: reported by the enterprise, by the hotline, by others. */
export const hiddenDangerCreationSchema = z.strictObject({
  ...findingFields,
  parkCode: parkCodeSchema,
  enterpriseCode: z.optional(parkCodeSchema),
  source: hiddenDangerSourceSchema,
  department: typedText(60),
  suspectedMajor: z.optional(z.boolean()),
  foundOn: civilDaySchema,
  deadline: civilDaySchema,
})
export type HiddenDangerCreation = z.input<typeof hiddenDangerCreationSchema>

const textsOf = <K extends string>(registry: Record<K, unknown>, maximum: number) =>
  z.strictObject(
    Object.fromEntries(
      Object.keys(registry).map((key) => [key, z.optional(typedText(maximum))]),
    ) as Record<K, z.ZodMiniOptional<ReturnType<typeof typedText>>>,
  )
/** Some may be missing here: the refusal names which a 重大事故隐患 still lacks. */
const fiveRequirementsSchema = textsOf<FiveRequirement>(FIVE_REQUIREMENTS, 300)
const rectificationPlanSchema = textsOf<PlanItem>(PLAN_ITEMS, 1000)

const action = <A extends string, S extends z.core.$ZodLooseShape>(name: A, shape: S) =>
  z.strictObject({ action: z.literal(name), ...shape })

/** What is done to a hidden danger, with what that needs (data/domain/hiddenDangerActions.ts). */
export const hiddenDangerEventSchema = z.discriminatedUnion('action', [
  action('assess', {
    severity: hiddenDangerSeveritySchema,
    /** Required for 重大: the clause and why. */
    basis: z.optional(reason),
    note,
  }),
  action('returnToRegistrant', { reason }),
  action('resubmit', {
    location: z.optional(typedText(100)),
    description: z.optional(typedText(500)),
    category: z.optional(hiddenDangerCategorySchema),
    clauseNumber: z.optional(z.nullable(clauseNumber)),
    note,
  }),
  action('dismiss', { reason }),
  action('assign', {
    responsibleUnit: z.optional(typedText(60)),
    responsiblePerson: z.optional(typedText(40)),
    /** Without it the deadline of the registration stands. */
    deadline: z.optional(civilDaySchema),
    fiveRequirements: z.optional(fiveRequirementsSchema),
    rectificationPlan: z.optional(rectificationPlanSchema),
    fundsYuan: z.optional(yuan),
    note,
  }),
  action('submitRectification', {
    rectifiedOn: civilDaySchema,
    result: typedText(500),
    fundsYuan: z.optional(yuan),
  }),
  action('passReview', { reviewer: typedText(40), result: typedText(500) }),
  action('failReview', { reviewer: typedText(40), reason }),
  action('close', { note }),
  action('requestExtension', { deadline: civilDaySchema, reason }),
  action('approveExtension', { note }),
  action('rejectExtension', { reason }),
  action('reassess', { severity: hiddenDangerSeveritySchema, basis: reason }),
  action('escalate', { level: handlingLevelSchema, reason }),
  action('supervise', {
    level: z.enum(['street', 'district']),
    documentNumber: typedText(60),
    deadline: civilDaySchema,
    note,
  }),
  action('endSupervision', { documentNumber: z.optional(typedText(60)), note }),
  action('control', { measures: typedText(500) }),
  action('transfer', { reason }),
  action('returnFromEnforcement', { outcome: reason }),
  action('merge', { into: hiddenDangerCodeSchema, reason }),
])
export type HiddenDangerEventInput = z.input<typeof hiddenDangerEventSchema>
export type HiddenDangerEventBody = z.output<typeof hiddenDangerEventSchema>

/** Makes the plan of a month from the grades that the parks have now. */
export const checkPlanCreationSchema = z.strictObject({
  month: z.string().check(z.regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'must be a month: 2026-11')),
  area: areaCodeSchema,
})
