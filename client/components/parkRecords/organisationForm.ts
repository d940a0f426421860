import type { ParkRecordChange } from '#data/contract/parkRecordBodies'
import type { ParkFacts } from '#data/contract/parkRecordResponses'
import { systemDocumentSchema } from '#data/domain/parkRecords'
import { problemTagSchema } from '#data/domain/parks'
import * as z from 'zod/mini'

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

const typed = z.union([z.string(), z.number()])
/** As typed: a number field gives a number, or an empty text where it was emptied. */
export const organisationFormSchema = z.object({
  ...(Object.fromEntries(TEXT_FIELD_ORDER.map((field) => [field, typed])) as Record<
    TextField,
    typeof typed
  >),
  systemDocuments: z.array(systemDocumentSchema),
  problemTags: z.array(problemTagSchema),
})
export type OrganisationForm = z.infer<typeof organisationFormSchema>

export function formOf(record: ParkFacts): OrganisationForm {
  const texts = Object.fromEntries(
    TEXT_FIELD_ORDER.map((field) => [field, record[field] ?? '']),
  ) as Record<TextField, string | number>
  return {
    ...texts,
    systemDocuments: [...record.systemDocuments].sort(),
    problemTags: [...record.problemTags].sort(),
  }
}

/** The changed fields for the server; an emptied one is not known any more. */
export function changesOf(
  form: OrganisationForm,
  changed: readonly (keyof OrganisationForm)[],
): Omit<ParkRecordChange, 'reason'> {
  return Object.fromEntries(
    changed.map((field) => {
      const value = form[field]
      return [field, typeof value === 'string' ? value.trim() || null : value]
    }),
  )
}
