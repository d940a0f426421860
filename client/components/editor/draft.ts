import * as z from 'zod/mini'
import { coordinateSystemSchema } from '#data/contract/bodies'
import type { RiskPointDetail } from '#data/contract/responses'
import { accidentTypeSchema } from '#data/domain/accidentTypes'
import { reviewTriggerSchema } from '#data/domain/reviews'
import { riskLevelSchema } from '#data/domain/riskLevels'
import { controlLevelSchema, levelOverrideSchema } from '#data/domain/riskPoints'
import { gradingSchema } from '#data/grading/grade'

/** A position as it is typed; a click on the map types it in degrees WGS84. */
const coordinatesDraftSchema = z.object({
  system: coordinateSystemSchema,
  text: z.string(),
  /** Metres, as typed; empty where nobody knows. */
  errorMetres: z.string(),
})
export type CoordinatesDraft = z.infer<typeof coordinatesDraftSchema>

/** What a form holds of a risk point: texts as they are typed, empty where nothing is. */
export const draftSchema = z.object({
  name: z.string(),
  parkCode: z.string(),
  enterpriseCode: z.string(),
  location: z.string(),
  /** A whole number as typed, the ground floor 1; empty outside, and where nobody knows. */
  floor: z._default(z.string(), ''),
  coordinates: coordinatesDraftSchema,
  grading: z.nullable(gradingSchema),
  override: z.nullable(z.extend(levelOverrideSchema, { level: z.nullable(riskLevelSchema) })),
  accidentTypes: z.object({
    types: z.array(accidentTypeSchema),
    /** The words of GB 6441-1986 that the types were chosen by; none where nobody used them. */
    words1986: z.array(z.string()),
  }),
  controlLevel: z.nullable(controlLevelSchema),
  responsibleDepartment: z.string(),
  responsiblePerson: z.string(),
  guarantor: z.string(),
  measures: z.string(),
  assessedOn: z.string(),
  trigger: z.nullable(reviewTriggerSchema),
  reason: z.string(),
})
export type Draft = z.infer<typeof draftSchema>

const NO_POSITION: CoordinatesDraft = { system: 'wgs84', text: '', errorMetres: '' }

/** An empty form in a park, or in none yet. */
export function emptyDraft(parkCode: string | null, today: string): Draft {
  return {
    name: '',
    parkCode: parkCode ?? '',
    enterpriseCode: '',
    location: '',
    floor: '',
    coordinates: NO_POSITION,
    grading: null,
    override: null,
    accidentTypes: { types: [], words1986: [] },
    controlLevel: null,
    responsibleDepartment: '',
    responsiblePerson: '',
    guarantor: '',
    measures: '',
    assessedOn: today,
    trigger: null,
    reason: '',
  }
}

function coordinatesOf(point: RiskPointDetail): CoordinatesDraft {
  const { longitude, latitude, coordinateOrigin, coordinateInput, coordinateErrorMetres } = point
  if (longitude === null || latitude === null) return NO_POSITION
  const errorMetres = coordinateErrorMetres === null ? '' : String(coordinateErrorMetres)
  const converted = coordinateOrigin === 'gcj02' || coordinateOrigin === 'bd09'
  // What was converted is shown as it was typed, so that the same text gives the same place.
  if (converted && coordinateInput)
    return { system: coordinateOrigin, text: coordinateInput, errorMetres }
  return { system: 'wgs84', text: `${longitude}, ${latitude}`, errorMetres }
}

/** The form of a record as it stands; comparing with it tells what somebody changed. */
export function draftOf(point: RiskPointDetail): Draft {
  const { gradingMethod: method, gradingInputs: inputs } = point
  return {
    name: point.name,
    parkCode: point.parkCode,
    enterpriseCode: point.enterpriseCode ?? '',
    location: point.location,
    floor: point.floor === null ? '' : String(point.floor),
    coordinates: coordinatesOf(point),
    // Inputs that the method does not know stay with the record and are chosen anew here.
    grading: gradingSchema.safeParse({ method, inputs }).data ?? null,
    override: point.levelOverride,
    accidentTypes: {
      types: point.accidentTypes,
      words1986: point.accidentTypesOriginal ?? [],
    },
    controlLevel: point.controlLevel,
    responsibleDepartment: point.responsibleDepartment ?? '',
    responsiblePerson: point.responsiblePerson ?? '',
    guarantor: point.guarantor ?? '',
    measures: point.measures,
    assessedOn: point.assessedOn,
    trigger: null,
    reason: '',
  }
}

/** What is typed differs or not, whatever object holds it. */
export const isSame = (left: unknown, right: unknown): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right)

/** A form of its own: what queries and other forms hold stays as it is, be it reactive or not. */
export const copyDraft = (draft: Draft): Draft => JSON.parse(JSON.stringify(draft)) as Draft
