import * as z from 'zod/mini'
import { dayNumber } from './clock.ts'
import type { Labels } from './locales.ts'
import { createStateMachine, type Edge } from './stateMachine.ts'

/** Where a target of a campaign stands; `counted` ones are its denominator (专项完成率). */
export const TARGET_STATES = {
  notStarted: { counted: true, labels: { 'zh-CN': '未开始', en: 'Not started' } },
  checked: { counted: true, labels: { 'zh-CN': '已检查', en: 'Checked' } },
  rectifying: { counted: true, labels: { 'zh-CN': '整改中', en: 'Being rectified' } },
  pendingAcceptance: { counted: true, labels: { 'zh-CN': '待验收', en: 'To be accepted' } },
  accepted: { counted: true, labels: { 'zh-CN': '验收通过', en: 'Accepted' } },
  notApplicable: { counted: false, labels: { 'zh-CN': '不适用', en: 'Does not apply' } },
} as const satisfies Record<string, { counted: boolean; labels: Labels }>
export type TargetState = keyof typeof TARGET_STATES
export const TARGET_STATE_ORDER = Object.keys(TARGET_STATES) as [TargetState, ...TargetState[]]
export const targetStateSchema = z.enum(TARGET_STATE_ORDER)

export const TARGET_ACTIONS = {
  include: { labels: { 'zh-CN': '列为对象', en: 'List as a target' }, from: [], to: 'notStarted' },
  check: {
    labels: { 'zh-CN': '登记检查', en: 'Register the check' },
    from: ['notStarted'],
    to: 'checked',
  },
  startRectification: {
    labels: { 'zh-CN': '责令整改', en: 'Order rectification' },
    from: ['checked'],
    to: 'rectifying',
  },
  submitForAcceptance: {
    labels: { 'zh-CN': '提请验收', en: 'Submit for acceptance' },
    from: ['checked', 'rectifying'],
    to: 'pendingAcceptance',
  },
  accept: {
    labels: { 'zh-CN': '验收通过', en: 'Accept' },
    from: ['pendingAcceptance'],
    to: 'accepted',
  },
  returnToRectify: {
    labels: { 'zh-CN': '验收不通过退回', en: 'Return to be rectified' },
    from: ['pendingAcceptance'],
    to: 'rectifying',
  },
  reopen: {
    labels: { 'zh-CN': '回头看发现问题,退回整改', en: 'Reopen after a second look' },
    from: ['accepted'],
    to: 'rectifying',
  },
  exclude: {
    labels: { 'zh-CN': '列为不适用', en: 'Exclude' },
    from: ['notStarted', 'checked', 'rectifying'],
    to: 'notApplicable',
  },
  includeAgain: {
    labels: { 'zh-CN': '恢复为对象', en: 'Include again' },
    from: ['notApplicable'],
    to: 'notStarted',
  },
} as const satisfies Record<string, Edge<TargetState>>
export type TargetAction = keyof typeof TARGET_ACTIONS
export const TARGET_ACTION_ORDER = Object.keys(TARGET_ACTIONS) as [TargetAction, ...TargetAction[]]
export const targetActionSchema = z.enum(TARGET_ACTION_ORDER)

export const targetMachine = createStateMachine<TargetState, TargetAction>(
  TARGET_STATES,
  TARGET_ACTIONS,
)

/** Behind the time by more than so many 百分点 is told to the district (CONTENT.md 2.5). */
export const BEHIND_POINTS = 10

/** How much of its time a campaign has used by the end of a day, from 0 to 1. */
export function timeProgress(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  day: string,
): number {
  const days = dayNumber(endsOn) - dayNumber(startsOn) + 1
  const used = dayNumber(day) - dayNumber(startsOn) + 1
  return Math.min(1, Math.max(0, used / days))
}

/** 专项完成率: accepted ÷ targets without those it does not apply to; null without any. */
export function completionOf(counts: Readonly<Record<TargetState, number>>): number | null {
  const counted = TARGET_STATE_ORDER.filter((state) => TARGET_STATES[state].counted)
  const total = counted.reduce((sum, state) => sum + counts[state], 0)
  return total === 0 ? null : counts.accepted / total
}
