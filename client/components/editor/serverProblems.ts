import { DRAFT_FIELDS } from './draftBody.ts'
import { LIMITS, type FormField } from './draftProblems.ts'

/** Fields of the body that stand under another name in the form. */
const FORM_FIELDS: Readonly<Record<string, FormField>> = {
  levelOverride: 'override',
  level: 'override',
  accidentTypes1986: 'accidentTypes',
  l: 'grading',
  e: 'grading',
  c: 'grading',
  likelihood: 'grading',
  severity: 'grading',
}
const KNOWN: readonly string[] = [...DRAFT_FIELDS, ...Object.keys(LIMITS), 'trigger']

/** What the server refused, at the fields of the form: `coordinates.text` and `coordinates` alike. */
export function serverProblems(fieldErrors: ReadonlyMap<string, string>): Map<FormField, string> {
  const problems = new Map<FormField, string>()
  for (const [parameter, message] of fieldErrors) {
    const first = parameter.split('.')[0] ?? ''
    const field = FORM_FIELDS[first] ?? (KNOWN.includes(first) ? (first as FormField) : null)
    if (field && !problems.has(field)) problems.set(field, message)
  }
  return problems
}
