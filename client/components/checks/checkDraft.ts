import type { CheckCreation, FindingInput } from '#data/contract/hiddenDangerBodies'
import { checkKindSchema, findingOutcomeSchema, type FindingOutcome } from '#data/domain/checks'
import { addDays, isCivilDay } from '#data/domain/clock'
import { hiddenDangerCategorySchema } from '#data/domain/hiddenDangers'
import * as z from 'zod/mini'

/** Whom a visit is made to: an enterprise, or the common parts of a park. */
export const checkObjectSchema = z.object({
  parkCode: z.string(),
  enterpriseCode: z.nullable(z.string()),
  name: z.string(),
  /** Where it lies, in words. */
  context: z.string(),
})
export type CheckObject = z.infer<typeof checkObjectSchema>

export const findingDraftSchema = z.object({
  /** Of this form only: it ties photos to their finding. */
  id: z.int(),
  outcome: findingOutcomeSchema,
  location: z.string(),
  description: z.string(),
  category: z.union([hiddenDangerCategorySchema, z.literal('')]),
  clauseNumber: z.nullable(z.int()),
  deadline: z.string(),
  riskPointCode: z.string(),
})
export type FindingDraft = z.infer<typeof findingDraftSchema>

export const checkDraftSchema = z.object({
  object: z.nullable(checkObjectSchema),
  remark: z.string(),
  findings: z.array(findingDraftSchema),
  /** The latest id of a finding: none is given twice, or photos would come to another finding. */
  lastId: z.int(),
})
export type CheckDraft = z.infer<typeof checkDraftSchema>
export const EMPTY_DRAFT: CheckDraft = { object: null, remark: '', findings: [], lastId: 0 }

/** Who makes visits from this browser: remembered, because it hardly ever changes. */
export const inspectorSchema = z.object({
  kind: checkKindSchema,
  department: z.string(),
  inspector: z.string(),
})
export type Inspector = z.infer<typeof inspectorSchema>

/** Days to rectify that a new finding starts with (建议值). */
const FIRST_DAYS: Readonly<Record<FindingOutcome, number>> = {
  rectifiedOnTheSpot: 0,
  deadlineSet: 7,
  suspectedMajor: 15,
}
export const firstDeadline = (outcome: FindingOutcome, today: string) =>
  outcome === 'rectifiedOnTheSpot' ? '' : addDays(today, FIRST_DAYS[outcome])

export function newFinding(
  id: number,
  outcome: FindingOutcome,
  today: string,
  known: Partial<FindingDraft> = {},
): FindingDraft {
  return {
    id,
    outcome,
    location: '',
    description: '',
    category: '',
    clauseNumber: null,
    deadline: firstDeadline(outcome, today),
    riskPointCode: '',
    ...known,
  }
}

/** The draft with one more finding, and that finding. */
export function addFinding(
  draft: CheckDraft,
  outcome: FindingOutcome,
  today: string,
  known: Partial<FindingDraft> = {},
): { draft: CheckDraft; finding: FindingDraft } {
  const finding = newFinding(draft.lastId + 1, outcome, today, known)
  return {
    finding,
    draft: { ...draft, findings: [...draft.findings, finding], lastId: finding.id },
  }
}

const isSameObject = (one: CheckObject | null, other: CheckObject | null) =>
  one?.parkCode === other?.parkCode && one?.enterpriseCode === other?.enterpriseCode

/** A finding at another object: a risk point of the one before is not its own. */
export const chooseFor = (
  before: CheckObject | null,
  object: CheckObject | null,
  finding: FindingDraft,
): FindingDraft => (isSameObject(before, object) ? finding : { ...finding, riskPointCode: '' })

export const chooseObject = (draft: CheckDraft, object: CheckObject | null): CheckDraft => ({
  ...draft,
  object,
  findings: draft.findings.map((finding) => chooseFor(draft.object, object, finding)),
})

/** A key of `hiddenDangers.register.missing`. */
export type FindingProblem = 'location' | 'description' | 'category' | 'deadline' | 'deadlinePast'
type FindingField = 'location' | 'description' | 'category' | 'deadline'
export const findingKey = (id: number, field: string) => `${id}.${field}`

function deadlineProblem({ outcome, deadline }: FindingDraft, today: string) {
  if (outcome === 'rectifiedOnTheSpot') return null
  if (!isCivilDay(deadline)) return 'deadline'
  return deadline < today ? 'deadlinePast' : null
}

/** What is missing in the findings, by `id.field`. */
export function findingProblems(
  findings: readonly FindingDraft[],
  today: string,
): Map<string, FindingProblem> {
  const problems = new Map<string, FindingProblem>()
  const put = (id: number, field: FindingField, problem: FindingProblem | null) => {
    if (problem) problems.set(findingKey(id, field), problem)
  }
  for (const finding of findings) {
    const { id, location, description, category } = finding
    put(id, 'location', location.trim() ? null : 'location')
    put(id, 'description', description.trim() ? null : 'description')
    put(id, 'category', category ? null : 'category')
    put(id, 'deadline', deadlineProblem(finding, today))
  }
  return problems
}

/** What the finder says of it, in the words of the endpoints. */
export function hiddenDangerFields(finding: FindingDraft) {
  const { location, description, category, clauseNumber, riskPointCode } = finding
  return {
    location: location.trim(),
    description: description.trim(),
    category: hiddenDangerCategorySchema.parse(category),
    ...(clauseNumber !== null && { clauseNumber }),
    ...(riskPointCode && { riskPointCode }),
  }
}

function findingBody(finding: FindingDraft): FindingInput {
  const { outcome, deadline } = finding
  return {
    outcome,
    ...hiddenDangerFields(finding),
    ...(outcome !== 'rectifiedOnTheSpot' && { deadline }),
  }
}

/** @throws Error without an object: the form asks for it first. */
export function checkBody(draft: CheckDraft, who: Inspector): CheckCreation {
  if (!draft.object) throw new Error('A visit needs somebody that was visited')
  const { parkCode, enterpriseCode } = draft.object
  const remark = draft.remark.trim()
  return {
    parkCode,
    ...(enterpriseCode && { enterpriseCode }),
    kind: who.kind,
    department: who.department.trim(),
    inspector: who.inspector.trim(),
    ...(remark && { remark }),
    findings: draft.findings.map(findingBody),
  }
}
