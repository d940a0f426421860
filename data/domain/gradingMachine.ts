import * as z from 'zod/mini'
import { ACCEPTANCE_PASS, gradeOfTotal } from './acceptance.ts'
import type { Labels } from './locales.ts'
import { PARK_GRADES, type ParkGrade } from './parks.ts'
import { createStateMachine, type Edge } from './stateMachine.ts'

/** The same procedure gives a park its grade, or tells whether its rectification is accepted. */
export const GRADING_PURPOSES = {
  grading: { labels: { 'zh-CN': '分级评定', en: 'Grading' } },
  acceptance: { labels: { 'zh-CN': '整治验收', en: 'Acceptance' } },
} as const satisfies Record<string, { labels: Labels }>
export type GradingPurpose = keyof typeof GRADING_PURPOSES
export const gradingPurposeSchema = z.enum(['grading', 'acceptance'])

/** Where a procedure stands: 自评 → 街道审核 → 区级复核 → 生效. */
export const GRADING_STATES = {
  selfAssessment: { open: true, labels: { 'zh-CN': '待自评', en: 'Self-assessment' } },
  streetReview: { open: true, labels: { 'zh-CN': '待街道审核', en: 'Street review' } },
  districtReview: { open: true, labels: { 'zh-CN': '待区级复核', en: 'District review' } },
  effective: { open: false, labels: { 'zh-CN': '已生效', en: 'Effective' } },
  withdrawn: { open: false, labels: { 'zh-CN': '已撤回', en: 'Withdrawn' } },
} as const satisfies Record<string, { open: boolean; labels: Labels }>
export type GradingState = keyof typeof GRADING_STATES
export const GRADING_STATE_ORDER = Object.keys(GRADING_STATES) as [GradingState, ...GradingState[]]
export const gradingStateSchema = z.enum(GRADING_STATE_ORDER)

type GradingEdge = Edge<GradingState> & {
  /** Whether every item is scored in it; a step without scores says why instead. */
  scored: boolean
}

export const GRADING_ACTIONS = {
  open: {
    labels: { 'zh-CN': '发起', en: 'Open' },
    from: [],
    to: 'selfAssessment',
    scored: false,
  },
  submit: {
    labels: { 'zh-CN': '提交自评', en: 'Submit the self-assessment' },
    from: ['selfAssessment'],
    to: 'streetReview',
    scored: true,
  },
  passStreet: {
    labels: { 'zh-CN': '街道审核通过', en: 'Pass by the street' },
    from: ['streetReview'],
    to: 'districtReview',
    scored: true,
  },
  returnToPark: {
    labels: { 'zh-CN': '退回园区', en: 'Return to the park' },
    from: ['streetReview'],
    to: 'selfAssessment',
    scored: false,
  },
  approve: {
    labels: { 'zh-CN': '区级复核通过并生效', en: 'Approve by the district' },
    from: ['districtReview'],
    to: 'effective',
    scored: true,
  },
  returnToStreet: {
    labels: { 'zh-CN': '退回街道', en: 'Return to the street' },
    from: ['districtReview'],
    to: 'streetReview',
    scored: false,
  },
  withdraw: {
    labels: { 'zh-CN': '撤回', en: 'Withdraw' },
    from: ['selfAssessment', 'streetReview'],
    to: 'withdrawn',
    scored: false,
  },
} as const satisfies Record<string, GradingEdge>
export type GradingAction = keyof typeof GRADING_ACTIONS
export const GRADING_ACTION_ORDER = Object.keys(GRADING_ACTIONS) as [
  GradingAction,
  ...GradingAction[],
]
export const gradingActionSchema = z.enum(GRADING_ACTION_ORDER)
export const SCORED_ACTIONS = ['submit', 'passStreet', 'approve'] as const
export type ScoredAction = (typeof SCORED_ACTIONS)[number]

export const gradingMachine = createStateMachine<GradingState, GradingAction>(
  GRADING_STATES,
  GRADING_ACTIONS,
)

/** What a procedure gives, the best of a purpose first. */
export const GRADING_OUTCOMES = {
  ...PARK_GRADES,
  passed: { labels: { 'zh-CN': '通过', en: 'Passed' } },
  failed: { labels: { 'zh-CN': '不通过', en: 'Not passed' } },
} as const satisfies Record<string, { labels: Labels }>
export type GradingOutcome = keyof typeof GRADING_OUTCOMES
export const gradingOutcomeSchema = z.enum(['A', 'B', 'C', 'D', 'passed', 'failed'])

export const OUTCOMES_OF_PURPOSE = {
  grading: ['A', 'B', 'C', 'D'],
  acceptance: ['passed', 'failed'],
} as const satisfies Record<GradingPurpose, readonly GradingOutcome[]>

/** What a total gives. */
export function computedOutcome(purpose: GradingPurpose, total: number): GradingOutcome {
  if (purpose === 'grading') return gradeOfTotal(total)
  return total >= ACCEPTANCE_PASS ? 'passed' : 'failed'
}

/** Whether an outcome is worse than what the total gives, so that it needs its reason. */
export function isWorse(
  purpose: GradingPurpose,
  outcome: GradingOutcome,
  computed: GradingOutcome,
): boolean {
  const order: readonly GradingOutcome[] = OUTCOMES_OF_PURPOSE[purpose]
  return order.indexOf(outcome) > order.indexOf(computed)
}

/** What an open 重大事故隐患 of the park forbids (建议值, after the practice of A–D supervision). */
export const BLOCKED_BY_MAJOR: readonly GradingOutcome[] = ['A', 'B', 'passed']

export const isParkGrade = (outcome: GradingOutcome): outcome is ParkGrade => outcome in PARK_GRADES
