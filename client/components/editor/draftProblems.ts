import { floorSchema } from '#data/domain/parkFeatures'
import type { RiskLevel } from '#data/domain/riskLevels'
import { GradingError } from '#data/grading/GradingError'
import { grade, type GradingThresholds } from '#data/grading/grade'
import type { EditorTask } from '../../stores/editor.ts'
import { isSame, type Draft } from './draft.ts'
import type { ReadPosition } from './readPosition.ts'

/** Where something can be wrong in a form. */
export type FormField = keyof Draft | 'overrideReason' | 'errorMetres'
/** A sentence of the locale; `most` where it names a limit. */
export type FieldProblem = { key: ProblemKey; most?: number }
export type ProblemKey =
  | 'required'
  | 'tooLong'
  | 'chooseType'
  | 'tooManyTypes'
  | 'chooseGrading'
  | 'notADay'
  | 'future'
  | 'badError'
  | 'badFloor'
  | 'unreadable'
  | 'nothingChanged'

/** Longest texts in characters, as the contract has them. */
export const LIMITS = {
  name: 60,
  location: 100,
  responsibleDepartment: 60,
  responsiblePerson: 40,
  guarantor: 40,
  measures: 1000,
  reason: 500,
} as const satisfies Partial<Record<keyof Draft, number>>
const MOST_TYPES = 5
const MOST_ERROR_METRES = 5000
const REQUIRED = ['name', 'parkCode', 'location', 'measures'] as const

export type Judgement = {
  task: EditorTask['kind']
  /** The form of the record as it stands; null for a new one. */
  base: Draft | null
  /** The civil day of the data. */
  today: string
  position: ReadPosition
}

/** What a task lets somebody mend: a move is not kept from happening by what it does not show. */
const SHOWN: Record<'move' | 'regrade', readonly FormField[]> = {
  move: ['coordinates', 'errorMetres', 'reason'],
  regrade: ['grading', 'override', 'overrideReason', 'assessedOn', 'trigger', 'reason'],
}

/** What has to be mended before a form can be sent, each at its field. */
export function draftProblems(draft: Draft, judgement: Judgement): Map<FormField, FieldProblem> {
  const { task } = judgement
  const problems = allProblems(draft, judgement)
  if (task === 'create' || task === 'edit') return problems
  return new Map([...problems].filter(([field]) => SHOWN[task].includes(field)))
}

function allProblems(draft: Draft, judgement: Judgement): Map<FormField, FieldProblem> {
  const problems = new Map<FormField, FieldProblem>()
  const add = (field: FormField, key: ProblemKey, most?: number) => {
    if (!problems.has(field)) problems.set(field, most === undefined ? { key } : { key, most })
  }
  const { task, base } = judgement
  for (const field of REQUIRED) if (!draft[field].trim()) add(field, 'required')
  for (const [field, most] of Object.entries(LIMITS) as [keyof typeof LIMITS, number][]) {
    if (draft[field].trim().length > most) add(field, 'tooLong', most)
  }
  if (judgement.position.kind === 'problem') add('coordinates', 'unreadable')
  if (task === 'move' && judgement.position.kind === 'none') add('coordinates', 'required')
  if (!isFloor(draft.floor)) add('floor', 'badFloor')
  if (!isErrorMetres(draft.coordinates.errorMetres)) add('errorMetres', 'badError')
  // A stored grading that no table knows any more blocks nobody who changes something else.
  const gradingAsBefore = base !== null && isSame(base.grading, draft.grading)
  if (!draft.grading && !(gradingAsBefore && task !== 'regrade')) add('grading', 'chooseGrading')
  if (draft.override && !draft.override.level) add('override', 'required')
  if (draft.override && !draft.override.reason.trim()) add('overrideReason', 'required')
  if (!draft.accidentTypes.types.length) add('accidentTypes', 'chooseType')
  if (draft.accidentTypes.types.length > MOST_TYPES)
    add('accidentTypes', 'tooManyTypes', MOST_TYPES)
  if (!draft.controlLevel) add('controlLevel', 'required')
  if (!isDay(draft.assessedOn)) add('assessedOn', 'notADay')
  else if (draft.assessedOn > judgement.today) add('assessedOn', 'future')
  if (task === 'regrade' && !draft.trigger) add('trigger', 'required')
  if (task !== 'create' && !draft.reason.trim()) add('reason', 'required')
  return problems
}

const isFloor = (text: string): boolean =>
  text.trim() === '' || floorSchema.safeParse(Number(text)).success

function isErrorMetres(text: string): boolean {
  if (text.trim() === '') return true
  const metres = Number(text)
  return metres > 0 && metres <= MOST_ERROR_METRES
}

function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/** The level that the grading of a form gives by itself; null while it gives none. */
export function gradedLevelOfDraft(
  { grading }: Draft,
  thresholds: GradingThresholds,
): RiskLevel | null {
  if (!grading) return null
  try {
    return grade(grading, thresholds).level
  } catch (error) {
    if (error instanceof GradingError) return null
    throw error
  }
}
