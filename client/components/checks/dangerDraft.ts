import type { HiddenDangerCreation } from '#data/contract/hiddenDangerBodies'
import { isCivilDay } from '#data/domain/clock'
import type { HiddenDangerSource } from '#data/domain/hiddenDangers'
import * as z from 'zod/mini'
import {
  checkObjectSchema,
  findingDraftSchema,
  findingProblems,
  hiddenDangerFields,
  newFinding,
  type CheckObject,
} from './checkDraft.ts'

/** Where a hidden danger comes from that nobody found on a visit of the area. */
export const REPORTED_SOURCES = [
  'hotline',
  'otherDepartment',
  'selfReport',
] as const satisfies readonly HiddenDangerSource[]

export const dangerDraftSchema = z.object({
  object: z.nullable(checkObjectSchema),
  source: z.union([z.enum(REPORTED_SOURCES), z.literal('')]),
  department: z.string(),
  foundOn: z.string(),
  finding: findingDraftSchema,
})
export type DangerDraft = z.infer<typeof dangerDraftSchema>

export const newDangerDraft = (today: string, object: CheckObject | null = null): DangerDraft => ({
  object,
  source: '',
  department: '',
  foundOn: today,
  finding: newFinding(1, 'deadlineSet', today),
})

/** What is missing, by field: a key of `hiddenDangers.register.missing`. */
export function dangerProblems(draft: DangerDraft, today: string): Map<string, string> {
  const problems = new Map<string, string>()
  if (!draft.source) problems.set('source', 'source')
  if (!draft.department.trim()) problems.set('department', 'department')
  if (!isCivilDay(draft.foundOn)) problems.set('foundOn', 'foundOn')
  else if (draft.foundOn > today) problems.set('foundOn', 'foundLater')
  for (const [key, problem] of findingProblems([draft.finding], today)) {
    problems.set(key.slice(key.indexOf('.') + 1), problem)
  }
  return problems
}

/** @throws Error without object or source: the form asks for them first. */
export function dangerBody({
  object,
  source,
  department,
  foundOn,
  finding,
}: DangerDraft): HiddenDangerCreation {
  if (!object || !source) throw new Error('A hidden danger lies somewhere and comes from somebody')
  return {
    ...hiddenDangerFields(finding),
    parkCode: object.parkCode,
    ...(object.enterpriseCode && { enterpriseCode: object.enterpriseCode }),
    source,
    department: department.trim(),
    foundOn,
    deadline: finding.deadline,
    ...(finding.outcome === 'suspectedMajor' && { suspectedMajor: true }),
  }
}
