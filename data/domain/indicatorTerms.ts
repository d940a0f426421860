import * as z from 'zod/mini'
import type { Labels } from './locales.ts'

/** The time that an indicator looks at (CONTENT.md 2.4). */
export const INDICATOR_PERIODS = {
  instant: { labels: { 'zh-CN': '时点', en: 'At the time' } },
  days90: { labels: { 'zh-CN': '近90日', en: 'Last 90 days' } },
  month: { labels: { 'zh-CN': '本月', en: 'This month' } },
  quarter: { labels: { 'zh-CN': '本季', en: 'This quarter' } },
  year: { labels: { 'zh-CN': '本年', en: 'This year' } },
  months12: { labels: { 'zh-CN': '近12月', en: 'Last 12 months' } },
  sinceStart: { labels: { 'zh-CN': '至今', en: 'To date' } },
} as const satisfies Record<string, { labels: Labels }>
export type IndicatorPeriod = keyof typeof INDICATOR_PERIODS

/** Colour stands only where a change is good or bad. */
export const INDICATOR_DIRECTIONS = {
  risingIsWorse: { labels: { 'zh-CN': '升差', en: 'Higher is worse' } },
  fallingIsWorse: { labels: { 'zh-CN': '降差', en: 'Lower is worse' } },
  neutral: { labels: { 'zh-CN': '中性', en: 'Neutral' } },
} as const satisfies Record<string, { labels: Labels }>
export type IndicatorDirection = keyof typeof INDICATOR_DIRECTIONS

/** Why there is no value: never a zero. */
export const INDICATOR_GAPS = {
  notConnected: { labels: { 'zh-CN': '未接入', en: 'Not connected' } },
  nothingDue: { labels: { 'zh-CN': '无到期项', en: 'Nothing fell due' } },
} as const satisfies Record<string, { labels: Labels }>
export type IndicatorGap = keyof typeof INDICATOR_GAPS
export const indicatorGapSchema = z.enum(['notConnected', 'nothingDue'])

/** Where the numbers come from: the tables, in words. */
export const INDICATOR_SOURCES = {
  accidents: { labels: { 'zh-CN': '事故台账', en: 'Accidents' } },
  data_connections: { labels: { 'zh-CN': '数据接入登记', en: 'Connected sources' } },
  hidden_dangers: { labels: { 'zh-CN': '隐患台账', en: 'Hidden dangers' } },
  hidden_danger_events: { labels: { 'zh-CN': '隐患办理记录', en: 'Steps of hidden dangers' } },
  risk_points: { labels: { 'zh-CN': '风险点台账', en: 'Risk points' } },
  record_versions: { labels: { 'zh-CN': '风险点变更记录', en: 'History of risk points' } },
  check_plan_items: { labels: { 'zh-CN': '检查计划', en: 'Plan of checks' } },
  checks: { labels: { 'zh-CN': '检查记录', en: 'Checks' } },
  campaigns: { labels: { 'zh-CN': '专项行动', en: 'Campaigns' } },
  campaign_target_events: { labels: { 'zh-CN': '专项对象办理记录', en: 'Steps of targets' } },
  station_drills: { labels: { 'zh-CN': '微站到场测试', en: 'Tests of stations' } },
  facilities: { labels: { 'zh-CN': '设施台账', en: 'Facilities' } },
  trainings: { labels: { 'zh-CN': '培训场次', en: 'Trainings' } },
  training_attendances: { labels: { 'zh-CN': '参训记录', en: 'Attendances' } },
  enterprises: { labels: { 'zh-CN': '企业台账', en: 'Enterprises' } },
  enforcement_records: { labels: { 'zh-CN': '执法记录', en: 'Enforcement' } },
} as const satisfies Record<string, { labels: Labels }>
export type IndicatorSource = keyof typeof INDICATOR_SOURCES

export const UNITS = {
  percent: { 'zh-CN': '%', en: '%' },
  accidents: { 'zh-CN': '起', en: 'accidents' },
  people: { 'zh-CN': '人', en: 'people' },
  cases: { 'zh-CN': '处', en: 'cases' },
  days: { 'zh-CN': '天', en: 'days' },
  points: { 'zh-CN': '个', en: 'points' },
  visits: { 'zh-CN': '家次', en: 'visits' },
  files: { 'zh-CN': '宗', en: 'cases' },
  enterprises: { 'zh-CN': '家', en: 'enterprises' },
  tenThousandYuan: { 'zh-CN': '万元', en: '10,000 yuan' },
  percentagePoints: { 'zh-CN': '百分点', en: 'percentage points' },
} as const satisfies Record<string, Labels>

/** Figures that are told beside an indicator (CONTENT.md 2.4: 另列, 拆, 并列). */
export const INDICATOR_PARTS = {
  thisMonth: { unit: UNITS.accidents, labels: { 'zh-CN': '本月', en: 'This month' } },
  deathsThisMonth: { unit: UNITS.people, labels: { 'zh-CN': '本月死亡', en: 'Deaths this month' } },
  overdue: { unit: UNITS.cases, labels: { 'zh-CN': '其中逾期', en: 'Overdue of these' } },
  extendedRate: {
    unit: UNITS.percent,
    labels: { 'zh-CN': '延期口径', en: 'By extended deadlines' },
  },
  added: { unit: UNITS.points, labels: { 'zh-CN': '本月新增', en: 'New this month' } },
  raised: { unit: UNITS.points, labels: { 'zh-CN': '本月升级', en: 'Raised this month' } },
  lowered: { unit: UNITS.points, labels: { 'zh-CN': '本月降级', en: 'Lowered this month' } },
  retired: { unit: UNITS.points, labels: { 'zh-CN': '本月注销', en: 'Retired this month' } },
  scheduleGap: {
    unit: UNITS.percentagePoints,
    labels: { 'zh-CN': '与时间进度之差', en: 'Ahead of the schedule' },
  },
  equippedRate: { unit: UNITS.percent, labels: { 'zh-CN': '配建率', en: 'Parks with a station' } },
  attendances: {
    unit: UNITS.visits,
    labels: { 'zh-CN': '“万家企业培训”', en: '“Ten thousand enterprises”' },
  },
} as const satisfies Record<string, { unit: Labels; labels: Labels }>
export type IndicatorPart = keyof typeof INDICATOR_PARTS
export const indicatorPartSchema = z.enum(
  Object.keys(INDICATOR_PARTS) as [IndicatorPart, ...IndicatorPart[]],
)

export type IndicatorDefinition = {
  labels: Labels
  formula: Labels
  unit: Labels
  /** A sum of cases, a share in %, or a median of cases. */
  kind: 'count' | 'rate' | 'median'
  period: IndicatorPeriod
  direction: IndicatorDirection
  /** 较上月末, or 同比. */
  comparedWith: 'monthEnd' | 'yearBefore'
  /** The seven process rates, by which streets may be put in order (CONTENT.md 2.6). */
  orderable: boolean
  /** Tables that it is counted from. */
  source: readonly IndicatorSource[]
  /** Rests on a 建议值. */
  proposed: boolean
}
