import * as z from 'zod/mini'
import { HIDDEN_DANGER_STATES, type HiddenDangerState } from './hiddenDangers.ts'
import type { Labels } from './locales.ts'
import { createStateMachine, type Edge } from './stateMachine.ts'

/** States in which work goes on at an assessed hidden danger. */
const IN_WORK = [
  'pendingAssignment',
  'rectifying',
  'extensionRequested',
  'pendingReview',
  'returned',
  'pendingClosure',
  'transferred',
] as const satisfies readonly HiddenDangerState[]

/**
 * Every step of the closed loop 排查 → 登记 → 核定 → 派单 → 整改 → 复查 → 销号 with its branches
 * (DOMAIN.md 4). What is not here is not possible.
 */
export const HIDDEN_DANGER_ACTIONS = {
  register: {
    labels: { 'zh-CN': '登记', en: 'Register' },
    from: [],
    to: 'pendingAssessment',
  },
  registerOnTheSpot: {
    labels: { 'zh-CN': '登记(当场整改)', en: 'Register, rectified on the spot' },
    from: [],
    to: 'closed',
  },
  assess: {
    labels: { 'zh-CN': '核定', en: 'Assess' },
    from: ['pendingAssessment'],
    to: 'pendingAssignment',
  },
  returnToRegistrant: {
    labels: { 'zh-CN': '退回补充', en: 'Return to be completed' },
    from: ['pendingAssessment'],
    to: 'returnedToRegistrant',
  },
  resubmit: {
    labels: { 'zh-CN': '补充后再报', en: 'Complete and submit' },
    from: ['returnedToRegistrant'],
    to: 'pendingAssessment',
  },
  dismiss: {
    labels: { 'zh-CN': '不予认定', en: 'Dismiss' },
    from: ['pendingAssessment', 'returnedToRegistrant'],
    to: 'dismissed',
  },
  assign: {
    labels: { 'zh-CN': '派单', en: 'Assign' },
    from: ['pendingAssignment'],
    to: 'rectifying',
  },
  submitRectification: {
    labels: { 'zh-CN': '报整改完成', en: 'Report as rectified' },
    from: ['rectifying', 'returned', 'transferred'],
    to: 'pendingReview',
  },
  passReview: {
    labels: { 'zh-CN': '复查合格', en: 'Re-check passed' },
    from: ['pendingReview'],
    to: 'pendingClosure',
  },
  failReview: {
    labels: { 'zh-CN': '复查不合格退回', en: 'Re-check failed, returned' },
    from: ['pendingReview'],
    to: 'returned',
  },
  close: { labels: { 'zh-CN': '销号', en: 'Close' }, from: ['pendingClosure'], to: 'closed' },
  requestExtension: {
    labels: { 'zh-CN': '申请延期', en: 'Request an extension' },
    from: ['rectifying', 'returned'],
    to: 'extensionRequested',
  },
  approveExtension: {
    labels: { 'zh-CN': '同意延期', en: 'Approve the extension' },
    from: ['extensionRequested'],
    to: 'rectifying',
  },
  rejectExtension: {
    labels: { 'zh-CN': '不同意延期', en: 'Reject the extension' },
    from: ['extensionRequested'],
    to: 'rectifying',
  },
  reassess: {
    labels: { 'zh-CN': '重新核定', en: 'Assess anew' },
    from: IN_WORK,
    to: 'pendingAssignment',
  },
  escalate: { labels: { 'zh-CN': '升级', en: 'Escalate' }, from: IN_WORK, to: 'same' },
  supervise: { labels: { 'zh-CN': '挂牌督办', en: 'Supervise' }, from: IN_WORK, to: 'same' },
  endSupervision: {
    labels: { 'zh-CN': '核销督办', en: 'End the supervision' },
    from: ['pendingClosure'],
    to: 'same',
  },
  control: {
    labels: { 'zh-CN': '临时管控', en: 'Temporary control' },
    from: ['pendingAssessment', ...IN_WORK],
    to: 'same',
  },
  transfer: {
    labels: { 'zh-CN': '移交执法', en: 'Hand to enforcement' },
    from: ['rectifying', 'extensionRequested', 'pendingReview', 'returned'],
    to: 'transferred',
  },
  returnFromEnforcement: {
    labels: { 'zh-CN': '执法办结转回', en: 'Back from enforcement' },
    from: ['transferred'],
    to: 'rectifying',
  },
  // Somebody left and all that was theirs went to another: it comes with that transaction only, so no
  // state offers it.
  handOver: { labels: { 'zh-CN': '人员移交', en: 'Handed over' }, from: [], to: 'same' },
  merge: {
    labels: { 'zh-CN': '合并', en: 'Merge' },
    from: ['pendingAssessment', 'returnedToRegistrant', 'pendingAssignment', 'rectifying'],
    to: 'merged',
  },
} as const satisfies Record<string, Edge<HiddenDangerState>>

export type HiddenDangerAction = keyof typeof HIDDEN_DANGER_ACTIONS
export const HIDDEN_DANGER_ACTION_ORDER = Object.keys(HIDDEN_DANGER_ACTIONS) as [
  HiddenDangerAction,
  ...HiddenDangerAction[],
]
export const hiddenDangerActionSchema = z.enum(HIDDEN_DANGER_ACTION_ORDER)

const MACHINE = createStateMachine<HiddenDangerState, HiddenDangerAction>(
  HIDDEN_DANGER_STATES,
  HIDDEN_DANGER_ACTIONS,
)
/** The state that an action leads to, or null where there is no such edge. */
export const nextState = MACHINE.next
/** What may be done in a state, in the order of the registry. */
export const possibleActions = MACHINE.possible

/** Why an action is not possible in a state: what it is, and in which states it would be. */
export function noSuchEdge(state: HiddenDangerState, action: HiddenDangerAction): Labels {
  const { from, labels }: Edge<HiddenDangerState> = HIDDEN_DANGER_ACTIONS[action]
  if (from.length > 0) return MACHINE.noSuchEdge(state, action)
  const present = HIDDEN_DANGER_STATES[state].labels
  return {
    'zh-CN': `该隐患已登记(${present['zh-CN']}),不能再次“${labels['zh-CN']}”。`,
    en: `It is registered already (${present.en}) and cannot be registered again.`,
  }
}
