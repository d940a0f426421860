import type { CoordinatesInput, RiskPointChange, RiskPointCreation } from '#data/contract/bodies'
import { isSame, type CoordinatesDraft, type Draft } from './draft.ts'

/** The fields of a form that are compared, merged and sent, each as a whole. */
export const DRAFT_FIELDS = [
  'name',
  'parkCode',
  'enterpriseCode',
  'location',
  'floor',
  'coordinates',
  'grading',
  'override',
  'accidentTypes',
  'controlLevel',
  'responsibleDepartment',
  'responsiblePerson',
  'guarantor',
  'measures',
  'assessedOn',
] as const satisfies readonly (keyof Draft)[]
export type DraftField = (typeof DRAFT_FIELDS)[number]

/** What somebody changed in a form since it was filled from the record. */
export const changedFields = (base: Draft, draft: Draft): DraftField[] =>
  DRAFT_FIELDS.filter((field) => !isSame(base[field], draft[field]))

const orNull = (text: string): string | null => text.trim() || null

function coordinatesInput({
  system,
  text,
  errorMetres,
}: CoordinatesDraft): CoordinatesInput | null {
  if (text.trim() === '') return null
  const error = Number(errorMetres)
  return {
    system,
    text: text.trim(),
    ...(errorMetres.trim() !== '' && error > 0 ? { errorMetres: error } : {}),
  }
}

type Fields = Omit<RiskPointChange, 'reason'>

/** What each field of the form becomes in the body; every field of the form is here. */
const WRITERS: Record<DraftField, (draft: Draft) => Fields> = {
  name: ({ name }) => ({ name: name.trim() }),
  parkCode: ({ parkCode }) => ({ parkCode }),
  enterpriseCode: ({ enterpriseCode }) => ({ enterpriseCode: orNull(enterpriseCode) }),
  location: ({ location }) => ({ location: location.trim() }),
  floor: ({ floor }) => ({ floor: floor.trim() === '' ? null : Number(floor) }),
  coordinates: ({ coordinates }) => ({ coordinates: coordinatesInput(coordinates) }),
  grading: ({ grading }) => (grading ? { grading } : {}),
  override: ({ override }) => ({
    levelOverride: override?.level
      ? { level: override.level, reason: override.reason.trim() }
      : null,
  }),
  accidentTypes: ({ accidentTypes: { types, words1986 } }) => ({
    accidentTypes: types,
    ...(words1986.length ? { accidentTypes1986: words1986 } : {}),
  }),
  controlLevel: ({ controlLevel }) => (controlLevel ? { controlLevel } : {}),
  responsibleDepartment: (draft) => ({
    responsibleDepartment: orNull(draft.responsibleDepartment),
  }),
  responsiblePerson: (draft) => ({ responsiblePerson: orNull(draft.responsiblePerson) }),
  guarantor: ({ guarantor }) => ({ guarantor: orNull(guarantor) }),
  measures: ({ measures }) => ({ measures: measures.trim() }),
  assessedOn: ({ assessedOn }) => ({ assessedOn }),
}

function fieldsOf(draft: Draft, fields: readonly DraftField[]): Fields {
  return Object.assign({}, ...fields.map((field) => WRITERS[field](draft))) as Fields
}

/** The body of a registration. @throws TypeError for a form that `draftProblems` would refuse. */
export function creationBody(draft: Draft): RiskPointCreation {
  const { grading, controlLevel, parkCode } = draft
  if (!grading || !controlLevel) throw new TypeError('A risk point has a grading and a control')
  const reason = orNull(draft.reason)
  return {
    ...fieldsOf(draft, DRAFT_FIELDS),
    name: draft.name.trim(),
    location: draft.location.trim(),
    measures: draft.measures.trim(),
    parkCode,
    grading,
    controlLevel,
    ...(reason ? { reason } : {}),
  }
}

/** A grading and its override are one assessment: the server lets an override go with its inputs. */
const ASSESSMENT: readonly DraftField[] = ['grading', 'override', 'assessedOn']
export const isAssessed = (fields: readonly DraftField[]): boolean =>
  fields.some((field) => ASSESSMENT.includes(field))

/**
 * The body of a change: what differs from the record, and why. `assessed` sends the assessment
 * even where it came to the same result.
 */
export function changeBody(base: Draft, draft: Draft, { assessed = false } = {}): RiskPointChange {
  const changed = changedFields(base, draft)
  const isAssessment = assessed || isAssessed(changed)
  const fields = DRAFT_FIELDS.filter(
    (field) => changed.includes(field) || (isAssessment && ASSESSMENT.includes(field)),
  )
  return {
    ...fieldsOf(draft, fields),
    ...(isAssessment && draft.trigger ? { trigger: draft.trigger } : {}),
    reason: draft.reason.trim(),
  }
}
