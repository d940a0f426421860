import * as z from 'zod/mini'
import { accidentTypeSchema } from '../domain/accidentTypes.ts'
import { highRiskClassSchema } from '../domain/enterprises.ts'
import { unitKindSchema } from '../domain/hazardSources.ts'
import { floorSchema } from '../domain/parkFeatures.ts'
import { parkCodeSchema } from '../domain/parks.ts'
import { recordCodeSchema } from '../domain/recordCode.ts'
import { reviewTriggerSchema } from '../domain/reviews.ts'
import { riskLevelSchema } from '../domain/riskLevels.ts'
import { civilDaySchema, controlLevelSchema, riskPointCodeSchema } from '../domain/riskPoints.ts'
import { gradingSchema } from '../grading/grade.ts'
import { reportedEntitySchema } from '../domain/errorReports.ts'

/** Halves of characters, and signs that print nothing or turn the text round them. */
const UNREADABLE = /[\p{Cs}\u0080-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/** A line or some lines that somebody typed: trimmed, to be read, without control characters. */
export const typedText = (maximum: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1, 'must not be empty'),
    z.maxLength(maximum, `must be at most ${maximum} characters`),
    // Line ends and tabs are text; the rest PostgreSQL or a printer would stumble over.
    z.regex(
      /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/,
      'must not hold control characters',
    ),
    z.refine(
      (text) => !UNREADABLE.test(text) && (text === '' || VISIBLE.test(text)),
      'must be a text that can be read: it holds invisible or broken characters',
    ),
  )
/** A text that may be taken away again with null. */
const optionalText = (maximum: number) => z.optional(z.nullable(typedText(maximum)))

/** Why something was done; it stands in the history. */
const reasonSchema = typedText(500)

export const coordinateSystemSchema = z.enum(['wgs84', 'gcj02', 'bd09'])
const errorMetresSchema = z.optional(
  z
    .number()
    .check(z.positive('must be above 0 metres'), z.maximum(5000, 'must be at most 5000 metres')),
)
/** Numbers in degrees, or the text as it was typed, degrees-minutes-seconds too. */
export const coordinatesInputSchema = z.union([
  z.strictObject({
    system: coordinateSystemSchema,
    longitude: z.number(),
    latitude: z.number(),
    errorMetres: errorMetresSchema,
  }),
  z.strictObject({
    system: coordinateSystemSchema,
    text: typedText(100),
    errorMetres: errorMetresSchema,
  }),
])
export type CoordinatesInput = z.infer<typeof coordinatesInputSchema>

const accidentTypesSchema = z.array(accidentTypeSchema).check(
  z.minLength(1, 'must name at least one type'),
  z.maxLength(5, 'must name at most five types'),
  z.refine((types) => new Set(types).size === types.length, 'must name no type twice'),
)
/** Types in the words of GB 6441-1986: kept as written and mapped, where only one fits. */
const accidentTypes1986Schema = z
  .array(typedText(20))
  .check(z.minLength(1, 'must name at least one type'), z.maxLength(5, 'must name at most five'))

const overrideInputSchema = z.strictObject({ level: riskLevelSchema, reason: reasonSchema })

const riskPointFields = {
  name: typedText(60),
  parkCode: parkCodeSchema,
  enterpriseCode: z.optional(z.nullable(parkCodeSchema)),
  coordinates: z.optional(z.nullable(coordinatesInputSchema)),
  location: typedText(100),
  floor: z.optional(z.nullable(floorSchema)),
  grading: gradingSchema,
  /** What the writer believes the level to be: refused where it contradicts the grading. */
  level: z.optional(riskLevelSchema),
  levelOverride: z.optional(z.nullable(overrideInputSchema)),
  accidentTypes: z.optional(accidentTypesSchema),
  accidentTypes1986: z.optional(accidentTypes1986Schema),
  controlLevel: controlLevelSchema,
  responsibleDepartment: optionalText(60),
  responsiblePerson: optionalText(40),
  guarantor: optionalText(40),
  measures: typedText(1000),
  /** The day of the assessment; today without it. */
  assessedOn: z.optional(civilDaySchema),
  /** What called for the assessment. */
  trigger: z.optional(reviewTriggerSchema),
}

export const riskPointCreationSchema = z.strictObject({
  ...riskPointFields,
  reason: z.optional(reasonSchema),
})
export type RiskPointCreation = z.infer<typeof riskPointCreationSchema>

export const riskPointChangeSchema = z.strictObject({
  ...riskPointFields,
  name: z.optional(riskPointFields.name),
  parkCode: z.optional(riskPointFields.parkCode),
  location: z.optional(riskPointFields.location),
  grading: z.optional(riskPointFields.grading),
  controlLevel: z.optional(riskPointFields.controlLevel),
  measures: z.optional(riskPointFields.measures),
  reason: reasonSchema,
})
export type RiskPointChange = z.infer<typeof riskPointChangeSchema>

export const reasonBodySchema = z.strictObject({ reason: reasonSchema })
export const reviewCallSchema = z.strictObject({
  trigger: reviewTriggerSchema,
  reason: reasonSchema,
})
export const downgradeDecisionSchema = z.strictObject({
  decision: z.enum(['approve', 'reject']),
  reason: reasonSchema,
})

/** A listed substance by its CAS number, or a mixture by name and hazard class. */
const substanceInputSchema = z.strictObject({
  cas: z.optional(z.string()),
  /** Where one CAS number stands in several rows of the standard. */
  form: z.optional(z.string()),
  hazardClass: z.optional(z.string()),
  quantityTonnes: z.number(),
})
export type SubstanceInput = z.infer<typeof substanceInputSchema>

export const majorHazardInputSchema = z.strictObject({
  /** People within 500 m outside the boundary of the unit. */
  exposedPeople: z.number(),
  substances: z.array(substanceInputSchema),
})

const hazardSourceFields = {
  name: typedText(60),
  unitKind: unitKindSchema,
  exposedPeople: z.optional(z.nullable(z.number())),
  substances: z.optional(z.array(substanceInputSchema)),
}
export const hazardSourceCreationSchema = z.strictObject({
  riskPointCode: riskPointCodeSchema,
  ...hazardSourceFields,
  reason: z.optional(reasonSchema),
})
export type HazardSourceCreation = z.infer<typeof hazardSourceCreationSchema>
export const hazardSourceChangeSchema = z.strictObject({
  ...hazardSourceFields,
  name: z.optional(hazardSourceFields.name),
  unitKind: z.optional(hazardSourceFields.unitKind),
  reason: reasonSchema,
})
export type HazardSourceChange = z.infer<typeof hazardSourceChangeSchema>

const people = (maximum: number) =>
  z
    .int('must be a whole number')
    .check(z.minimum(1, 'must be at least 1'), z.maximum(maximum, `must be at most ${maximum}`))
const enterpriseFields = {
  name: typedText(60),
  /** Division of GB/T 4754: "C33 金属制品业". */
  industry: typedText(60),
  highRiskClass: z.optional(z.nullable(highRiskClassSchema)),
  headcount: people(200_000),
  dustWorkers: z.optional(z.nullable(people(20_000))),
  safetyOfficer: optionalText(40),
  safetyPhone: optionalText(40),
  buildingCode: z.optional(z.nullable(parkCodeSchema)),
  floor: optionalText(20),
  propertyOwner: optionalText(60),
  operator: optionalText(60),
  sublessor: optionalText(60),
}
export const enterpriseCreationSchema = z.strictObject({
  parkCode: parkCodeSchema,
  ...enterpriseFields,
  reason: z.optional(reasonSchema),
})
export type EnterpriseCreation = z.infer<typeof enterpriseCreationSchema>
export const enterpriseChangeSchema = z.strictObject({
  ...enterpriseFields,
  name: z.optional(enterpriseFields.name),
  industry: z.optional(enterpriseFields.industry),
  headcount: z.optional(enterpriseFields.headcount),
  reason: reasonSchema,
})
export type EnterpriseChange = z.infer<typeof enterpriseChangeSchema>

export const errorReportCreationSchema = z.strictObject({
  entity: reportedEntitySchema,
  code: recordCodeSchema('the code of a record'),
  text: typedText(500),
})
export const errorReportResolutionSchema = z.strictObject({ resolution: typedText(500) })
