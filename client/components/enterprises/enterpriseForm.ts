import type { EnterpriseChange, EnterpriseCreation } from '#data/contract/bodies'
import { HIGH_RISK_CLASS_ORDER, type EnterpriseRecord } from '#data/domain/enterprises'
import { industryOf } from '#data/domain/industries'
import * as z from 'zod/mini'

const TEXT_FIELDS = [
  'name',
  'industry',
  'safetyOfficer',
  'safetyPhone',
  'buildingCode',
  'floor',
  'propertyOwner',
  'operator',
  'sublessor',
] as const

/** What somebody types into the form: texts, empty where nothing is known. */
export const enterpriseFormSchema = z.record(
  z.enum([...TEXT_FIELDS, 'highRiskClass', 'headcount', 'dustWorkers']),
  z.string(),
)
export type EnterpriseForm = z.infer<typeof enterpriseFormSchema>
export type EnterpriseField = keyof EnterpriseForm

export const EMPTY_ENTERPRISE: EnterpriseForm = {
  name: '',
  industry: '',
  highRiskClass: '',
  headcount: '',
  dustWorkers: '',
  safetyOfficer: '',
  safetyPhone: '',
  buildingCode: '',
  floor: '',
  propertyOwner: '',
  operator: '',
  sublessor: '',
}

/** Bounds of the numbers, as the contract has them. */
export const BOUNDS = {
  headcount: { least: 1, most: 200_000 },
  dustWorkers: { least: 1, most: 20_000 },
} as const

export function formOfEnterprise(record: EnterpriseRecord): EnterpriseForm {
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, record[field] ?? '']))
  return {
    ...EMPTY_ENTERPRISE,
    ...texts,
    highRiskClass: record.highRiskClass ?? '',
    headcount: String(record.headcount),
    dustWorkers: record.dustWorkers === null ? '' : String(record.dustWorkers),
  }
}

export type FieldProblem = 'required' | 'wholeNumber' | 'industry'

function isWhole(text: string, { least, most }: { least: number; most: number }): boolean {
  return /^\d{1,9}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most
}

/** What keeps the form from being sent, by field. */
export function checkEnterprise(form: EnterpriseForm): Map<EnterpriseField, FieldProblem> {
  const problems = new Map<EnterpriseField, FieldProblem>()
  if (!form.name.trim()) problems.set('name', 'required')
  if (!industryOf(form.industry)) problems.set('industry', 'industry')
  if (!isWhole(form.headcount, BOUNDS.headcount)) problems.set('headcount', 'wholeNumber')
  if (form.dustWorkers.trim() && !isWhole(form.dustWorkers, BOUNDS.dustWorkers)) {
    problems.set('dustWorkers', 'wholeNumber')
  }
  return problems
}

const orNull = (text: string) => text.trim() || null

/** Every field as the contract takes it. */
function bodyOf(form: EnterpriseForm) {
  return {
    name: form.name.trim(),
    industry: form.industry,
    highRiskClass: HIGH_RISK_CLASS_ORDER.find((each) => each === form.highRiskClass) ?? null,
    headcount: Number(form.headcount),
    dustWorkers: form.dustWorkers.trim() ? Number(form.dustWorkers) : null,
    safetyOfficer: orNull(form.safetyOfficer),
    safetyPhone: orNull(form.safetyPhone),
    buildingCode: orNull(form.buildingCode),
    floor: orNull(form.floor),
    propertyOwner: orNull(form.propertyOwner),
    operator: orNull(form.operator),
    sublessor: orNull(form.sublessor),
  }
}

export function creationOf(
  form: EnterpriseForm,
  parkCode: string,
  reason: string,
): EnterpriseCreation {
  return { parkCode, ...bodyOf(form), ...(reason && { reason }) }
}

/** Only what was changed: what was left alone is no business of this write. */
export function changeOf(
  form: EnterpriseForm,
  changed: readonly EnterpriseField[],
  reason: string,
): EnterpriseChange {
  const fields = Object.entries(bodyOf(form)).filter(([field]) =>
    (changed as readonly string[]).includes(field),
  )
  return { ...Object.fromEntries(fields), reason }
}
