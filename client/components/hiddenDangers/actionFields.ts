import type { HiddenDangerAction } from '#data/domain/hiddenDangerActions'

/** What makes a record, or comes with the handover of a person: no steps that somebody takes at it. */
const APART = ['register', 'registerOnTheSpot', 'handOver'] as const
export type Step = Exclude<HiddenDangerAction, (typeof APART)[number]>
export const isStep = (action: HiddenDangerAction): action is Step =>
  !(APART as readonly HiddenDangerAction[]).includes(action)

type Kind =
  | 'text'
  | 'words'
  | 'day'
  | 'yuan'
  | 'severity'
  | 'level'
  | 'supervisionLevel'
  | 'category'
  | 'clause'
  | 'record'
  /** Several texts under one heading: 五落实, 整改方案六项. */
  | 'fiveRequirements'
  | 'rectificationPlan'

export type StepField = {
  /** As the body has it. */
  name: string
  kind: Kind
  /** `major`: asked for where the record is, or is assessed as, a 重大事故隐患. */
  required: boolean | 'major'
  /** Key of `hiddenDangers.field`, where it is not the name. */
  label?: string
  /** Letters at most. */
  most?: number
}

const words = (
  name: string,
  required: StepField['required'] = true,
  label?: string,
): StepField => ({
  name,
  kind: 'words',
  required,
  most: 500,
  ...(label && { label }),
})
const text = (name: string, most: number, required: StepField['required'] = true): StepField => ({
  name,
  kind: 'text',
  required,
  most,
})
const NOTE: StepField = { ...words('note', false), most: 1000 }
const REASON = words('reason')
const FUNDS: StepField = { name: 'fundsYuan', kind: 'yuan', required: false }
const SEVERITY: StepField = { name: 'severity', kind: 'severity', required: true }
const deadline = (label: string, required = true): StepField => ({
  name: 'deadline',
  kind: 'day',
  required,
  label,
})

/** What each step asks for, in the order of its form (data/contract/hiddenDangerBodies.ts). */
export const STEP_FIELDS: Record<Step, readonly StepField[]> = {
  assess: [SEVERITY, words('basis', 'major'), NOTE],
  returnToRegistrant: [REASON],
  resubmit: [
    text('location', 100),
    words('description'),
    { name: 'category', kind: 'category', required: true },
    { name: 'clauseNumber', kind: 'clause', required: false },
    NOTE,
  ],
  dismiss: [REASON],
  assign: [
    text('responsibleUnit', 60, 'major'),
    text('responsiblePerson', 40, 'major'),
    deadline('deadline', false),
    { name: 'fiveRequirements', kind: 'fiveRequirements', required: 'major', most: 300 },
    { name: 'rectificationPlan', kind: 'rectificationPlan', required: 'major', most: 1000 },
    FUNDS,
    NOTE,
  ],
  submitRectification: [
    { name: 'rectifiedOn', kind: 'day', required: true },
    words('result', true, 'rectification'),
    FUNDS,
  ],
  passReview: [text('reviewer', 40), words('result', true, 'review')],
  failReview: [text('reviewer', 40), words('reason', true, 'failure')],
  close: [NOTE],
  requestExtension: [deadline('newDeadline'), REASON],
  approveExtension: [NOTE],
  rejectExtension: [REASON],
  reassess: [SEVERITY, words('basis')],
  escalate: [{ name: 'level', kind: 'level', required: true }, REASON],
  supervise: [
    { name: 'level', kind: 'supervisionLevel', required: true, label: 'supervisionLevel' },
    text('documentNumber', 60),
    deadline('supervisionDeadline'),
    NOTE,
  ],
  endSupervision: [text('documentNumber', 60, false), NOTE],
  control: [words('measures')],
  transfer: [REASON],
  returnFromEnforcement: [words('outcome')],
  merge: [{ name: 'into', kind: 'record', required: true, most: 40 }, REASON],
}

/** The step that its state waits for, in front of the others; the rest is for exceptions. */
export const MAIN_STEPS: readonly Step[] = [
  'assess',
  'resubmit',
  'assign',
  'submitRectification',
  'passReview',
  'failReview',
  'close',
  'approveExtension',
  'rejectExtension',
  'returnFromEnforcement',
]
