import * as z from 'zod/mini'
import { addDays } from './clock.ts'
import type { Labels } from './locales.ts'
import { createStateMachine, type Edge } from './stateMachine.ts'

/** What the district does by force of law (行政执法). Only a case goes through the whole procedure. */
export const ENFORCEMENT_KINDS = {
  inspection: { unit: '家次', labels: { 'zh-CN': '执法检查', en: 'Enforcement inspection' } },
  case: { unit: '宗', labels: { 'zh-CN': '立案', en: 'Case' } },
  suspension: { unit: '家', labels: { 'zh-CN': '停产停业', en: 'Suspension' } },
  fine: { unit: '元', labels: { 'zh-CN': '罚款', en: 'Fine' } },
} as const satisfies Record<string, { unit: string; labels: Labels }>
export type EnforcementKind = keyof typeof ENFORCEMENT_KINDS
export const ENFORCEMENT_KIND_ORDER = [
  'inspection',
  'case',
  'suspension',
  'fine',
] as const satisfies readonly EnforcementKind[]
export const enforcementKindSchema = z.enum(ENFORCEMENT_KIND_ORDER)

/** Where a record stands; `open` ones still ask for something. */
export const ENFORCEMENT_STATES = {
  filed: { open: true, labels: { 'zh-CN': '已立案', en: 'Filed' } },
  investigating: { open: true, labels: { 'zh-CN': '调查', en: 'Under investigation' } },
  notified: { open: true, labels: { 'zh-CN': '已告知', en: 'Party notified' } },
  decided: { open: true, labels: { 'zh-CN': '已决定', en: 'Decided' } },
  executing: { open: true, labels: { 'zh-CN': '执行', en: 'Being executed' } },
  closed: { open: false, labels: { 'zh-CN': '已结案', en: 'Closed' } },
  withdrawn: { open: false, labels: { 'zh-CN': '已撤案', en: 'Withdrawn' } },
  inForce: { open: true, labels: { 'zh-CN': '停产停业中', en: 'Suspended' } },
  lifted: { open: false, labels: { 'zh-CN': '已解除', en: 'Lifted' } },
  recorded: { open: false, labels: { 'zh-CN': '已登记', en: 'Recorded' } },
} as const satisfies Record<string, { open: boolean; labels: Labels }>
export type EnforcementState = keyof typeof ENFORCEMENT_STATES
export const ENFORCEMENT_STATE_ORDER = Object.keys(ENFORCEMENT_STATES) as [
  EnforcementState,
  ...EnforcementState[],
]
export const enforcementStateSchema = z.enum(ENFORCEMENT_STATE_ORDER)

/**
 * The procedure 立案 → 调查 → 告知 → 决定 → 执行 → 结案 with 撤案 before the decision, and the end of
 * a suspension. After the decision nothing is withdrawn: what was wrong is revoked by a review.
 */
export const ENFORCEMENT_ACTIONS = {
  file: { labels: { 'zh-CN': '立案', en: 'File' }, from: [], to: 'filed' },
  suspend: { labels: { 'zh-CN': '责令停产停业', en: 'Suspend' }, from: [], to: 'inForce' },
  record: { labels: { 'zh-CN': '登记', en: 'Record' }, from: [], to: 'recorded' },
  investigate: {
    labels: { 'zh-CN': '开始调查', en: 'Investigate' },
    from: ['filed'],
    to: 'investigating',
  },
  notify: { labels: { 'zh-CN': '告知', en: 'Notify' }, from: ['investigating'], to: 'notified' },
  decide: { labels: { 'zh-CN': '决定', en: 'Decide' }, from: ['notified'], to: 'decided' },
  execute: { labels: { 'zh-CN': '执行', en: 'Execute' }, from: ['decided'], to: 'executing' },
  close: { labels: { 'zh-CN': '结案', en: 'Close' }, from: ['executing'], to: 'closed' },
  withdraw: {
    labels: { 'zh-CN': '撤案', en: 'Withdraw' },
    from: ['filed', 'investigating', 'notified'],
    to: 'withdrawn',
  },
  lift: {
    labels: { 'zh-CN': '解除停产停业', en: 'Lift the suspension' },
    from: ['inForce'],
    to: 'lifted',
  },
} as const satisfies Record<string, Edge<EnforcementState>>
export type EnforcementAction = keyof typeof ENFORCEMENT_ACTIONS
export const ENFORCEMENT_ACTION_ORDER = Object.keys(ENFORCEMENT_ACTIONS) as [
  EnforcementAction,
  ...EnforcementAction[],
]
export const enforcementActionSchema = z.enum(ENFORCEMENT_ACTION_ORDER)

/** The action that makes a record of each kind. */
export const FIRST_ACTIONS = {
  inspection: 'record',
  case: 'file',
  suspension: 'suspend',
  fine: 'record',
} as const satisfies Record<EnforcementKind, EnforcementAction>

const MACHINE = createStateMachine<EnforcementState, EnforcementAction>(
  ENFORCEMENT_STATES,
  ENFORCEMENT_ACTIONS,
)
/** The state that an action leads to, or null where there is no such edge. */
export const nextEnforcementState = MACHINE.next
/** What may be done in a state, in the order of the registry. */
export const possibleEnforcementActions = MACHINE.possible
/** Why an action is not possible in a state, and what has to come before it. */
export const noEnforcementEdge = MACHINE.noSuchEdge

/** Days from 立案 within which a case is decided (行政处罚法 art. 60). */
export const DECISION_DAYS = 90

/** The last day on which a case may be decided; null once it was, and for what is no case. */
export function decisionDue(record: {
  kind: EnforcementKind
  state: EnforcementState
  openedOn: string
}): string | null {
  const isWaiting = ['filed', 'investigating', 'notified'].includes(record.state)
  return record.kind === 'case' && isWaiting ? addDays(record.openedOn, DECISION_DAYS) : null
}
