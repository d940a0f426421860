import * as z from 'zod/mini'
import type { AreaLevel } from './areas.ts'
import type { Labels } from './locales.ts'
import type { ParkGrade } from './parks.ts'

/** Days ahead that a 挂牌督办 is told of before its deadline (CONTENT.md 2.5). */
export const SUPERVISION_AHEAD_DAYS = 7
/** 按期整改率 below which a street is looked at, in %, and for how many months (建议值). */
export const LOW_ON_TIME_RATE = 85
export const LOW_ON_TIME_MONTHS = 2
/** The five rows are what a leader reads; substitutes stand in where a row has nothing to say. */
export const AGENDA_ROWS = 5

/** What the sentence of a row is made of; a row without its number is not there. */
export type AgendaFacts = {
  n: number
  /** Of the one that is longest overdue. */
  days?: number
  place?: string
  /** Grades that are proposed, with how many parks. */
  grades?: readonly { grade: ParkGrade; n: number }[]
  /** Of the overdue 重大事故隐患: those that are not under 挂牌督办. */
  unsupervised?: number
}

type AgendaRow = {
  substitute: boolean
  proposal: Labels | ((facts: AgendaFacts) => Labels)
  sentence: (facts: AgendaFacts) => Labels
}

/** Nobody proposes what is done already. */
function proposeSupervision({ n, unsupervised = n }: AgendaFacts): Labels {
  if (unsupervised === n) return { 'zh-CN': '提请挂牌督办', en: 'Proposed: supervise' }
  if (unsupervised === 0) {
    return {
      'zh-CN': '均已挂牌督办,提请停产整改',
      en: 'All under supervision; proposed: stop production',
    }
  }
  return {
    'zh-CN': `提请挂牌督办(未挂牌 ${unsupervised} 处)`,
    en: `Proposed: supervise (${unsupervised} are not yet)`,
  }
}

/** What the row proposes, given its facts. */
export function proposalOf(key: AgendaKey, facts: AgendaFacts): Labels {
  const { proposal }: AgendaRow = AGENDA[key]
  return typeof proposal === 'function' ? proposal(facts) : proposal
}

/** In the order of their urgency (CONTENT.md 2.5). */
export const AGENDA = {
  overdueMajor: {
    substitute: false,
    proposal: proposeSupervision,
    sentence: ({ n, days = 0, place = '' }) => ({
      'zh-CN': `重大事故隐患逾期未销号 ${n} 处,最长 ${days} 天(${place})`,
      en: `${n} major hidden dangers overdue, the longest ${days} days (${place})`,
    }),
  },
  supervisionOverdue: {
    substitute: false,
    proposal: { 'zh-CN': '提请停产整改', en: 'Proposed: stop production' },
    sentence: ({ n, days = 0, place = '' }) => ({
      'zh-CN': `挂牌督办超期 ${n} 件,最长 ${days} 天(${place})`,
      en: `${n} supervised cases past their deadline, the longest ${days} days (${place})`,
    }),
  },
  supervisionDue: {
    substitute: false,
    proposal: { 'zh-CN': '提请核销或停产整改', en: 'Proposed: end it, or stop production' },
    sentence: ({ n }) => ({
      'zh-CN': `挂牌督办 ${n} 件 ${SUPERVISION_AHEAD_DAYS} 日内到期`,
      en: `${n} supervised cases fall due within ${SUPERVISION_AHEAD_DAYS} days`,
    }),
  },
  downgrades: {
    substitute: false,
    proposal: { 'zh-CN': '待区级审批', en: 'Awaiting the district' },
    sentence: ({ n }) => ({
      'zh-CN': `重大、较大风险点申请降级 ${n} 个`,
      en: `${n} major or larger risk points asked to be lowered`,
    }),
  },
  parkGrades: {
    substitute: false,
    proposal: { 'zh-CN': '待区级复核', en: 'Awaiting review by the district' },
    sentence: ({ n, grades = [] }) => ({
      'zh-CN': `园区等级调整 ${n} 家(拟 ${grades.map((each) => `${each.grade} ${each.n}`).join('、')})`,
      en: `${n} parks to change their grade (${grades.map((each) => `${each.grade} ${each.n}`).join(', ')})`,
    }),
  },
  lowOnTimeRate: {
    substitute: false,
    proposal: { 'zh-CN': '提请督导', en: 'Proposed: send supervisors' },
    sentence: ({ place = '' }) => ({
      'zh-CN': `${place}按期整改率连续 ${LOW_ON_TIME_MONTHS} 个月低于 ${LOW_ON_TIME_RATE}%`,
      en: `${place}: rectified in time below ${LOW_ON_TIME_RATE}% for ${LOW_ON_TIME_MONTHS} months`,
    }),
  },
  campaignBehind: {
    substitute: true,
    proposal: { 'zh-CN': '提请督导', en: 'Proposed: send supervisors' },
    sentence: ({ n, place = '' }) => ({
      'zh-CN': `${place}专项落后进度 ${n} 个百分点`,
      en: `${place}: campaigns ${n} percentage points behind schedule`,
    }),
  },
  nobodyResponsible: {
    substitute: true,
    proposal: { 'zh-CN': '提请明确', en: 'Proposed: name one' },
    sentence: ({ n }) => ({
      'zh-CN': `责任单位未明确的未销号隐患 ${n} 处`,
      en: `${n} open hidden dangers without a responsible unit`,
    }),
  },
} as const satisfies Record<string, AgendaRow>
export type AgendaKey = keyof typeof AGENDA
export const AGENDA_ORDER = Object.keys(AGENDA) as [AgendaKey, ...AgendaKey[]]
export const agendaKeySchema = z.enum(AGENDA_ORDER)

/** Who is to deal with them, at each level of the drill-down (CONTENT.md 1.1). */
export const AGENDA_TITLES = {
  district: { 'zh-CN': '需区级研究', en: 'For the district' },
  street: { 'zh-CN': '需街道研究', en: 'For the street' },
  community: { 'zh-CN': '需社区办理', en: 'For the community' },
} as const satisfies Record<AreaLevel, Labels>
