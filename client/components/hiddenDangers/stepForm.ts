import {
  hiddenDangerEventSchema,
  type HiddenDangerEventInput,
} from '#data/contract/hiddenDangerBodies'
import type { HiddenDangerDetail } from '#data/contract/hiddenDangerResponses'
import { civilDayOf, isCivilDay } from '#data/domain/clock'
import {
  effectiveDeadline,
  FIVE_REQUIREMENT_ORDER,
  HANDLING_LEVELS,
  PLAN_ITEM_ORDER,
  type HandlingLevel,
} from '#data/domain/hiddenDangers'
import { STEP_FIELDS, type Step, type StepField } from './actionFields.ts'

/** What was typed, flat: `fiveRequirements.funds` is one of five. */
export type StepValues = Record<string, string>
/** A key of `hiddenDangers.problem`, and the day that it speaks of. */
export type StepProblem = { key: string; day?: string }

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  fiveRequirements: FIVE_REQUIREMENT_ORDER,
  rectificationPlan: PLAN_ITEM_ORDER,
}
/** The names under which a field keeps its values. */
export const namesOf = ({ name, kind }: StepField): readonly string[] =>
  GROUPS[kind]?.map((item) => `${name}.${item}`) ?? [name]

export const todayOf = ({ asOf }: { asOf: string }) => civilDayOf(new Date(asOf))

/** Levels that it can still be raised to. */
export function higherLevels(level: HandlingLevel): HandlingLevel[] {
  const { rank } = HANDLING_LEVELS[level]
  return (Object.keys(HANDLING_LEVELS) as HandlingLevel[]).filter(
    (each) => HANDLING_LEVELS[each].rank > rank,
  )
}

/** Fields of the step at this record: what only a 重大事故隐患 needs is left out elsewhere. */
export function fieldsOf(step: Step, danger: HiddenDangerDetail): readonly StepField[] {
  return STEP_FIELDS[step].filter(
    ({ kind }) => danger.severity === 'major' || GROUPS[kind] === undefined,
  )
}

/** What a form starts with: what is on record already, never a decision. */
export function initialValues(
  step: Step,
  danger: HiddenDangerDetail,
  writer: string | null,
): StepValues {
  const known: StepValues = {
    location: danger.location,
    description: danger.description,
    category: danger.category,
    clauseNumber: danger.clauseNumber === null ? '' : String(danger.clauseNumber),
    responsibleUnit: danger.responsibleUnit ?? danger.enterpriseName ?? '',
    responsiblePerson: danger.responsiblePerson ?? '',
    rectifiedOn: todayOf(danger),
    reviewer: writer ?? '',
  }
  if (step === 'assign') known.deadline = danger.deadline
  for (const group of ['fiveRequirements', 'rectificationPlan'] as const) {
    for (const [item, text] of Object.entries(danger[group])) known[`${group}.${item}`] = text
  }
  const names = fieldsOf(step, danger).flatMap(namesOf)
  return Object.fromEntries(names.map((name) => [name, known[name] ?? '']))
}

const isMajor = (danger: HiddenDangerDetail, values: StepValues) =>
  (values.severity || danger.severity) === 'major'

function dayProblem(step: Step, name: string, day: string, danger: HiddenDangerDetail) {
  const today = todayOf(danger)
  if (!isCivilDay(day)) return { key: 'missing' }
  if (name === 'rectifiedOn') {
    if (day < danger.foundOn) return { key: 'beforeFound', day: danger.foundOn }
    return day > today ? { key: 'afterToday', day: today } : null
  }
  // The one that was set stands, even where it has passed: assigning it late does not move it.
  if (step === 'assign' && day === danger.deadline) return null
  const present = effectiveDeadline(danger)
  if (step === 'requestExtension' && day <= present) return { key: 'notLater', day: present }
  return day < today ? { key: 'beforeToday', day: today } : null
}

const CHOSEN: readonly StepField['kind'][] = ['severity', 'level', 'supervisionLevel', 'category']
function missingProblem({ name, kind }: StepField): StepProblem {
  if (GROUPS[kind]) return { key: kind }
  if (CHOSEN.includes(kind)) return { key: 'choose' }
  return { key: name === 'basis' ? 'basis' : 'missing' }
}

function valueProblem(step: Step, field: StepField, value: string, danger: HiddenDangerDetail) {
  if (field.kind === 'day') return dayProblem(step, field.name, value, danger)
  if (field.kind === 'yuan' && !(Number(value) >= 0)) return { key: 'number' }
  if (field.kind === 'record' && !/^[A-Z0-9][A-Z0-9-]{1,39}$/.test(value)) return { key: 'code' }
  return null
}

/** What is missing or cannot be, by name; the server has the last word. */
export function problemsOf(
  step: Step,
  values: StepValues,
  danger: HiddenDangerDetail,
): Map<string, StepProblem> {
  const problems = new Map<string, StepProblem>()
  for (const field of fieldsOf(step, danger)) {
    const isRequired = field.required === 'major' ? isMajor(danger, values) : field.required
    for (const name of namesOf(field)) {
      const value = values[name]?.trim() ?? ''
      const problem = value
        ? valueProblem(step, field, value, danger)
        : isRequired
          ? missingProblem(field)
          : null
      if (problem) problems.set(name, problem)
    }
  }
  return problems
}

function valueOf({ kind }: StepField, value: string): string | number | null {
  if (kind === 'clause') return value ? Number(value) : null
  return kind === 'yuan' ? Number(value) : value
}

/** The body of the step. @throws ZodError where `problemsOf` should have found something. */
export function bodyOf(
  step: Step,
  values: StepValues,
  danger: HiddenDangerDetail,
): HiddenDangerEventInput {
  const body: Record<string, unknown> = { action: step }
  for (const field of fieldsOf(step, danger)) {
    const filled = namesOf(field)
      .map((name) => [name, values[name]?.trim() ?? ''] as const)
      .filter(([, value]) => value !== '' || field.kind === 'clause')
    if (GROUPS[field.kind]) {
      const entries = filled.map(([name, value]) => [name.slice(field.name.length + 1), value])
      if (entries.length) body[field.name] = Object.fromEntries(entries)
    } else {
      for (const [name, value] of filled) body[name] = valueOf(field, value)
    }
  }
  return hiddenDangerEventSchema.parse(body)
}
