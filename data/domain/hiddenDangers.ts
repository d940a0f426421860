import * as z from 'zod/mini'
import type { Labels } from './locales.ts'

/** The law knows two grades (总局令第16号第3条); a third one that some firms use is not added. */
export const HIDDEN_DANGER_SEVERITIES = {
  general: { labels: { 'zh-CN': '一般事故隐患', en: 'General hidden danger' } },
  major: { labels: { 'zh-CN': '重大事故隐患', en: 'Major hidden danger' } },
} as const satisfies Record<string, { labels: Labels }>
export type HiddenDangerSeverity = keyof typeof HIDDEN_DANGER_SEVERITIES
export const hiddenDangerSeveritySchema = z.enum(['general', 'major'])

/**
 * Where a hidden danger stands (CONTENT.md 1.2). 已逾期 and 挂牌督办 are marks, not states: they are
 * computed, and stand beside any open state. `open` ones are 未销号; of the others only `closed` was
 * ever counted as registered.
 */
export const HIDDEN_DANGER_STATES = {
  pendingAssessment: { open: true, labels: { 'zh-CN': '待核定', en: 'To be assessed' } },
  returnedToRegistrant: {
    open: true,
    labels: { 'zh-CN': '已退回(补充登记)', en: 'Returned to be completed' },
  },
  pendingAssignment: { open: true, labels: { 'zh-CN': '待派单', en: 'To be assigned' } },
  rectifying: { open: true, labels: { 'zh-CN': '整改中', en: 'Being rectified' } },
  extensionRequested: { open: true, labels: { 'zh-CN': '延期申请中', en: 'Extension requested' } },
  pendingReview: { open: true, labels: { 'zh-CN': '待复查', en: 'To be re-checked' } },
  returned: { open: true, labels: { 'zh-CN': '已退回(重新整改)', en: 'Returned to be rectified' } },
  pendingClosure: { open: true, labels: { 'zh-CN': '待销号', en: 'To be closed' } },
  transferred: { open: true, labels: { 'zh-CN': '已移交执法', en: 'Handed to enforcement' } },
  closed: { open: false, labels: { 'zh-CN': '已销号', en: 'Closed' } },
  merged: { open: false, labels: { 'zh-CN': '已合并', en: 'Merged' } },
  dismissed: { open: false, labels: { 'zh-CN': '不予认定', en: 'Dismissed' } },
} as const satisfies Record<string, { open: boolean; labels: Labels }>
export type HiddenDangerState = keyof typeof HIDDEN_DANGER_STATES
export const HIDDEN_DANGER_STATE_ORDER = Object.keys(HIDDEN_DANGER_STATES) as [
  HiddenDangerState,
  ...HiddenDangerState[],
]
export const hiddenDangerStateSchema = z.enum(HIDDEN_DANGER_STATE_ORDER)
export const OPEN_STATES = HIDDEN_DANGER_STATE_ORDER.filter(
  (state) => HIDDEN_DANGER_STATES[state].open,
)

/** Nobody has decided yet what these are: they may still be dismissed. */
export const UNASSESSED_STATES = [
  'pendingAssessment',
  'returnedToRegistrant',
] as const satisfies readonly HiddenDangerState[]
/** 合并 and 不予认定: these count nowhere, and never did. */
export const UNCOUNTED_STATES = [
  'merged',
  'dismissed',
] as const satisfies readonly HiddenDangerState[]

/** `share` of all registered, in %, as the demo has it (CONTENT.md 4.4). */
export const HIDDEN_DANGER_CATEGORIES = {
  fire: { share: 37, labels: { 'zh-CN': '消防', en: 'Fire' } },
  electrical: { share: 15, labels: { 'zh-CN': '电气', en: 'Electrical' } },
  management: { share: 15, labels: { 'zh-CN': '管理', en: 'Management' } },
  mechanical: { share: 10, labels: { 'zh-CN': '机械', en: 'Mechanical' } },
  chemicalsAndGas: { share: 8, labels: { 'zh-CN': '危化燃气', en: 'Chemicals and gas' } },
  specialCampaign: {
    share: 7,
    labels: { 'zh-CN': '三专项(粉尘、涉氨、锂电)', en: 'Dust, ammonia, lithium' },
  },
  specialEquipment: { share: 5, labels: { 'zh-CN': '特种设备', en: 'Special equipment' } },
  confinedSpace: { share: 3, labels: { 'zh-CN': '有限空间', en: 'Confined space' } },
} as const satisfies Record<string, { share: number; labels: Labels }>
export type HiddenDangerCategory = keyof typeof HIDDEN_DANGER_CATEGORIES
export const hiddenDangerCategorySchema = z.enum(
  Object.keys(HIDDEN_DANGER_CATEGORIES) as [HiddenDangerCategory, ...HiddenDangerCategory[]],
)

/** Who found it. What a spot check finds and the area had not registered counts as 漏登. */
export const HIDDEN_DANGER_SOURCES = {
  check: { labels: { 'zh-CN': '属地检查', en: 'Check by the area' } },
  selfReport: { labels: { 'zh-CN': '企业自查自报', en: 'Reported by the enterprise' } },
  spotCheck: { labels: { 'zh-CN': '区级或第三方抽查', en: 'Spot check' } },
  hotline: { labels: { 'zh-CN': '12350举报', en: 'Hotline 12350' } },
  otherDepartment: { labels: { 'zh-CN': '其他部门移送', en: 'Another department' } },
} as const satisfies Record<string, { labels: Labels }>
export type HiddenDangerSource = keyof typeof HIDDEN_DANGER_SOURCES
export const hiddenDangerSourceSchema = z.enum(
  Object.keys(HIDDEN_DANGER_SOURCES) as [HiddenDangerSource, ...HiddenDangerSource[]],
)

/** Who answers for it at present; 升级 raises it, nothing lowers it. */
export const HANDLING_LEVELS = {
  community: { rank: 1, labels: { 'zh-CN': '社区', en: 'Community' } },
  street: { rank: 2, labels: { 'zh-CN': '街道', en: 'Street' } },
  district: { rank: 3, labels: { 'zh-CN': '区级', en: 'District' } },
} as const satisfies Record<string, { rank: number; labels: Labels }>
export type HandlingLevel = keyof typeof HANDLING_LEVELS
export const handlingLevelSchema = z.enum(['community', 'street', 'district'])

/** Days to rectify that a form offers (建议值): the state sets none for 一般事故隐患. */
export const RECTIFICATION_DAYS = [3, 7, 15, 30] as const
/** Up to so many days ahead a deadline is near: 3日内到期 (CONTENT.md 1.2). */
export const DUE_SOON_DAYS = 3

/** 五落实 of a 重大事故隐患: each is required before it is assigned. */
export const FIVE_REQUIREMENTS = {
  responsibility: { labels: { 'zh-CN': '责任', en: 'Responsibility' } },
  measures: { labels: { 'zh-CN': '措施', en: 'Measures' } },
  funds: { labels: { 'zh-CN': '资金', en: 'Funds' } },
  timeLimit: { labels: { 'zh-CN': '时限', en: 'Time limit' } },
  contingencyPlan: { labels: { 'zh-CN': '预案', en: 'Contingency plan' } },
} as const satisfies Record<string, { labels: Labels }>
export type FiveRequirement = keyof typeof FIVE_REQUIREMENTS
export const FIVE_REQUIREMENT_ORDER = Object.keys(FIVE_REQUIREMENTS) as FiveRequirement[]

/** The six items of the plan to treat a 重大事故隐患 (总局令第16号第15条). */
export const PLAN_ITEMS = {
  goals: { labels: { 'zh-CN': '目标任务', en: 'Goals and tasks' } },
  methods: { labels: { 'zh-CN': '方法措施', en: 'Methods and measures' } },
  resources: { labels: { 'zh-CN': '经费物资', en: 'Funds and supplies' } },
  organisation: { labels: { 'zh-CN': '机构责任人', en: 'Body and persons responsible' } },
  schedule: { labels: { 'zh-CN': '时限要求', en: 'Time limits' } },
  safety: { labels: { 'zh-CN': '安全措施和预案', en: 'Safety measures and plan' } },
} as const satisfies Record<string, { labels: Labels }>
export type PlanItem = keyof typeof PLAN_ITEMS
export const PLAN_ITEM_ORDER = Object.keys(PLAN_ITEMS) as PlanItem[]

/** The facts that deadlines and marks are computed from; civil days are of Asia/Shanghai. */
export type DeadlineFacts = {
  state: HiddenDangerState
  /** The one that was first set, which statistics use for ever. */
  deadline: string
  /** As extended; null without an extension. */
  extendedDeadline: string | null
}

export const isOpen = (state: HiddenDangerState): boolean => HIDDEN_DANGER_STATES[state].open

/** Until a person has assessed it, it has no severity to be called by: 级别待核定. */
export const isUnassessed = (state: HiddenDangerState): boolean =>
  UNASSESSED_STATES.some((each) => each === state)
export const isUncounted = (state: HiddenDangerState): boolean =>
  UNCOUNTED_STATES.some((each) => each === state)

/** 已逾期: not closed although the ORIGINAL deadline's day has ended (CONTENT.md 2.4). */
export function isOverdue({ state, deadline }: DeadlineFacts, today: string): boolean {
  return isOpen(state) && deadline < today
}

/** The day by which it must be rectified at present. */
export function effectiveDeadline({ deadline, extendedDeadline }: DeadlineFacts): string {
  return extendedDeadline ?? deadline
}
