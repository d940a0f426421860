import type { ParkRecordChange } from '#data/contract/parkRecordBodies'
import type { ParkRecord } from '#data/contract/parkRecordResponses'
import type { SystemDocument } from '#data/domain/parkRecords'
import type { ProblemTag } from '#data/domain/parks'

/** The fields that are typed, with their kind of control. */
export const TEXT_FIELDS = {
  propertyOwner: 'text',
  operator: 'text',
  safetyBody: 'text',
  safetyBodyDocument: 'text',
  safetyBodySince: 'date',
  safetyHead: 'text',
  safetyStaffFullTime: 'number',
  safetyStaffPartTime: 'number',
  volunteerBrigade: 'number',
} as const satisfies Partial<Record<keyof ParkRecordChange, string>>
type TextField = keyof typeof TEXT_FIELDS
const TEXT_FIELD_ORDER = Object.keys(TEXT_FIELDS) as TextField[]

/** As typed: a number field gives a number, or an empty text where it was emptied. */
export type OrganisationForm = Record<TextField, string | number> & {
  systemDocuments: SystemDocument[]
  problemTags: ProblemTag[]
}

export function formOf(record: ParkRecord): OrganisationForm {
  const texts = Object.fromEntries(
    TEXT_FIELD_ORDER.map((field) => [field, record[field] ?? '']),
  ) as Record<TextField, string | number>
  return {
    ...texts,
    systemDocuments: [...record.systemDocuments],
    problemTags: [...record.problemTags],
  }
}

/** What was typed differently from the record; an emptied field is not known any more. */
export function changesOf(
  record: ParkRecord,
  form: OrganisationForm,
): Omit<ParkRecordChange, 'reason'> {
  const changes: Record<string, unknown> = {}
  for (const field of TEXT_FIELD_ORDER) {
    const typed = form[field]
    const value = typeof typed === 'string' ? typed.trim() || null : typed
    if (value !== record[field]) changes[field] = value
  }
  for (const field of ['systemDocuments', 'problemTags'] as const) {
    const before = [...record[field]].sort().join()
    if ([...form[field]].sort().join() !== before) changes[field] = form[field]
  }
  return changes
}
