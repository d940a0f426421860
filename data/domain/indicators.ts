import * as z from 'zod/mini'
import { UNITS, type IndicatorDefinition } from './indicatorTerms.ts'
import type { Labels } from './locales.ts'

/** Every indicator of CONTENT.md 2.4, once and in its order. */
export const INDICATORS = {
  accidents: {
    labels: { 'zh-CN': '生产安全事故', en: 'Work-safety accidents' },
    formula: { 'zh-CN': '本年经认定的起数', en: 'Accidents of this year, as established' },
    unit: UNITS.accidents,
    kind: 'count',
    period: 'year',
    direction: 'risingIsWorse',
    comparedWith: 'yearBefore',
    orderable: false,
    source: ['accidents', 'data_connections'],
    proposed: false,
  },
  accidentDeaths: {
    labels: { 'zh-CN': '生产安全事故死亡', en: 'Deaths in work-safety accidents' },
    formula: { 'zh-CN': '本年经认定的死亡人数', en: 'Deaths of this year, as established' },
    unit: UNITS.people,
    kind: 'count',
    period: 'year',
    direction: 'risingIsWorse',
    comparedWith: 'yearBefore',
    orderable: false,
    source: ['accidents', 'data_connections'],
    proposed: false,
  },
  openMajorHiddenDangers: {
    labels: { 'zh-CN': '重大事故隐患未销号', en: 'Open major hidden dangers' },
    formula: { 'zh-CN': '未销号的重大事故隐患数', en: 'Major hidden dangers not closed' },
    unit: UNITS.cases,
    kind: 'count',
    period: 'instant',
    direction: 'neutral',
    comparedWith: 'monthEnd',
    orderable: false,
    source: ['hidden_dangers'],
    proposed: false,
  },
  overdueHiddenDangers: {
    labels: { 'zh-CN': '逾期未改隐患', en: 'Overdue hidden dangers' },
    formula: {
      'zh-CN': '当前时间已过原期限且未销号的隐患数',
      en: 'Hidden dangers past their original deadline and not closed',
    },
    unit: UNITS.cases,
    kind: 'count',
    period: 'instant',
    direction: 'risingIsWorse',
    comparedWith: 'monthEnd',
    orderable: false,
    source: ['hidden_dangers'],
    proposed: false,
  },
  overdueRate: {
    labels: { 'zh-CN': '逾期率', en: 'Overdue rate' },
    formula: { 'zh-CN': '逾期未改隐患 ÷ 未销号隐患', en: 'Overdue ÷ open hidden dangers' },
    unit: UNITS.percent,
    kind: 'rate',
    period: 'instant',
    direction: 'risingIsWorse',
    comparedWith: 'monthEnd',
    orderable: true,
    source: ['hidden_dangers'],
    proposed: false,
  },
  onTimeRate: {
    labels: { 'zh-CN': '按期整改率', en: 'Rectified in time' },
    formula: {
      'zh-CN': '近90日到期(原期限)者中按期销号数 ÷ 到期数;当场整改不计,延期口径另列',
      en: 'Closed in time ÷ fallen due (original deadline) in 90 days; none that was rectified on the spot',
    },
    unit: UNITS.percent,
    kind: 'rate',
    period: 'days90',
    direction: 'fallingIsWorse',
    comparedWith: 'monthEnd',
    orderable: true,
    source: ['hidden_dangers'],
    proposed: false,
  },
  majorClosureDays: {
    labels: { 'zh-CN': '重大隐患销号用时', en: 'Days to close a major hidden danger' },
    formula: {
      'zh-CN': '近12月销号的重大事故隐患,登记至销号天数的中位数',
      en: 'Median of the days from registration to closure, closed in 12 months',
    },
    unit: UNITS.days,
    kind: 'median',
    period: 'months12',
    direction: 'risingIsWorse',
    comparedWith: 'monthEnd',
    orderable: true,
    source: ['hidden_dangers'],
    proposed: false,
  },
  largerRiskPoints: {
    labels: { 'zh-CN': '较大以上风险点', en: 'Larger and major risk points' },
    formula: {
      'zh-CN': '在册、现状等级为重大或较大的风险点数',
      en: 'Registered risk points whose level is major or larger',
    },
    unit: UNITS.points,
    kind: 'count',
    period: 'instant',
    direction: 'neutral',
    comparedWith: 'monthEnd',
    orderable: false,
    source: ['risk_points', 'record_versions'],
    proposed: false,
  },
  reviewRate: {
    labels: { 'zh-CN': '按期复评率', en: 'Reviewed in time' },
    formula: {
      'zh-CN': '本季按期完成的复评 ÷(本季完成 + 本季到期未完成),较大以上;复评周期为建议值',
      en: 'Reviews done in time ÷ (done + due and not done) this quarter, larger and major points',
    },
    unit: UNITS.percent,
    kind: 'rate',
    period: 'quarter',
    direction: 'fallingIsWorse',
    comparedWith: 'monthEnd',
    orderable: true,
    source: ['risk_points', 'record_versions'],
    proposed: true,
  },
  checkPlanRate: {
    labels: { 'zh-CN': '检查计划完成率', en: 'Planned checks done' },
    formula: {
      'zh-CN': '本月已检企业 ÷ 应检企业(按园区A–D频次,频次为建议值)',
      en: 'Enterprises checked ÷ enterprises planned this month (A–D frequency)',
    },
    unit: UNITS.percent,
    kind: 'rate',
    period: 'month',
    direction: 'fallingIsWorse',
    comparedWith: 'monthEnd',
    orderable: true,
    source: ['check_plan_items', 'checks'],
    proposed: true,
  },
  firstReviewRate: {
    labels: { 'zh-CN': '一次复查合格率', en: 'Passed at the first re-check' },
    formula: {
      'zh-CN': '近90日首次复查合格数 ÷ 首次复查数',
      en: 'First re-checks passed ÷ first re-checks, 90 days',
    },
    unit: UNITS.percent,
    kind: 'rate',
    period: 'days90',
    direction: 'fallingIsWorse',
    comparedWith: 'monthEnd',
    orderable: true,
    source: ['hidden_danger_events'],
    proposed: false,
  },
  missedRate: {
    labels: { 'zh-CN': '抽查漏登率', en: 'Missed by the area' },
    formula: {
      'zh-CN': '本季区级或第三方抽查发现而属地未登数 ÷ 抽查发现数;并入属地已登者为已登',
      en: 'Found by spot checks and not registered by the area ÷ found by spot checks, this quarter',
    },
    unit: UNITS.percent,
    kind: 'rate',
    period: 'quarter',
    direction: 'risingIsWorse',
    comparedWith: 'monthEnd',
    orderable: true,
    source: ['hidden_dangers'],
    proposed: false,
  },
  campaignRate: {
    labels: { 'zh-CN': '专项完成率', en: 'Campaigns completed' },
    formula: {
      'zh-CN': '验收通过的对象 ÷ 全部对象;并列与时间进度之差',
      en: 'Targets accepted ÷ all targets; beside it the difference to the schedule',
    },
    unit: UNITS.percent,
    kind: 'rate',
    period: 'sinceStart',
    direction: 'fallingIsWorse',
    comparedWith: 'monthEnd',
    orderable: false,
    source: ['campaign_target_events', 'campaigns'],
    proposed: false,
  },
  stationArrivalRate: {
    labels: { 'zh-CN': '微站到场率', en: 'Stations arriving in 3 minutes' },
    formula: {
      'zh-CN': '本季实测3分钟内到场次数 ÷ 测试次数;配建率另列',
      en: 'Arrivals within 3 minutes ÷ tests this quarter; parks with a station beside it',
    },
    unit: UNITS.percent,
    kind: 'rate',
    period: 'quarter',
    direction: 'fallingIsWorse',
    comparedWith: 'monthEnd',
    orderable: false,
    source: ['station_drills', 'facilities'],
    proposed: false,
  },
  trainingRate: {
    labels: { 'zh-CN': '园区企业培训覆盖率', en: 'Enterprises trained' },
    formula: {
      'zh-CN': '本年参训至少1次的企业 ÷ 在册园区企业;“万家企业培训”另列家次',
      en: 'Enterprises trained at least once this year ÷ registered enterprises',
    },
    unit: UNITS.percent,
    kind: 'rate',
    period: 'year',
    direction: 'fallingIsWorse',
    comparedWith: 'yearBefore',
    orderable: false,
    source: ['trainings', 'training_attendances', 'enterprises'],
    proposed: false,
  },
  inspections: enforcement('执法检查', 'Inspections', '本年执法检查家次', UNITS.visits),
  cases: enforcement('行政立案', 'Cases filed', '本年立案宗数', UNITS.files),
  suspensions: enforcement('责令停产', 'Suspensions', '本年责令停产停业家数', UNITS.enterprises),
  fines: enforcement('行政罚款', 'Fines', '本年罚款金额', UNITS.tenThousandYuan),
} as const satisfies Record<string, IndicatorDefinition>

function enforcement(label: string, en: string, formula: string, unit: Labels) {
  return {
    labels: { 'zh-CN': label, en },
    formula: { 'zh-CN': formula, en: `${en} of this year` },
    unit,
    kind: 'count',
    period: 'year',
    direction: 'neutral',
    comparedWith: 'yearBefore',
    orderable: false,
    source: ['enforcement_records'],
    proposed: false,
  } as const
}

export type IndicatorKey = keyof typeof INDICATORS
export const INDICATOR_ORDER = Object.keys(INDICATORS) as [IndicatorKey, ...IndicatorKey[]]
export const indicatorKeySchema = z.enum(INDICATOR_ORDER)
export const ORDERABLE_INDICATORS = INDICATOR_ORDER.filter((key) => INDICATORS[key].orderable)

/** Good or bad of a change, null where it is neither. */
export function judgeChange(key: IndicatorKey, difference: number): 'better' | 'worse' | null {
  const { direction }: IndicatorDefinition = INDICATORS[key]
  if (direction === 'neutral' || difference === 0) return null
  return (direction === 'risingIsWorse') === difference > 0 ? 'worse' : 'better'
}

/** One place for what is said of a number: to a tenth. */
export const toTenth = (value: number): number => Math.round(value * 10) / 10
