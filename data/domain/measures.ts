import * as z from 'zod/mini'
import type { AreaFigures } from './figures.ts'
import type { Labels } from './locales.ts'
import { FEWEST_ENTERPRISES, FEWEST_SAMPLES } from './samples.ts'

const PERCENT: Labels = { 'zh-CN': '%', en: '%' }
const percentage = (part: number, whole: number) =>
  whole < FEWEST_SAMPLES ? null : (part / whole) * 100

/**
 * What the colour of an area can say. A measure never makes an area look worse for reporting more
 * low risk points (CONTENT.md section 3). `classes` are the lower bounds of fixed classes, so that
 * two months and two streets compare; a bound is a 建议值 unless a source is named.
 */
export const MEASURES = {
  riskValue: {
    kind: 'classes',
    unit: { 'zh-CN': '折合个数', en: 'equivalent points' },
    labels: { 'zh-CN': '较大以上风险值', en: 'Value of larger and major risk' },
    classes: { street: [0, 21, 46, 76], community: [0, 1, 4, 9, 16] },
    proposed: true,
    /** V = Σ w·k: 重大 counts 2, 较大 1, doubled while a review or hidden danger is overdue. */
    value: (figures: AreaFigures) => figures.riskValue,
  },
  highestLevel: {
    kind: 'level',
    unit: null,
    labels: { 'zh-CN': '最高等级(官方四色)', en: 'Highest level (official)' },
    proposed: false,
  },
  perHundredEnterprises: {
    kind: 'classes',
    unit: { 'zh-CN': '折合个数/百家企业', en: 'equivalent points per 100 enterprises' },
    labels: { 'zh-CN': '每百家企业风险值', en: 'Risk value per 100 enterprises' },
    classes: { street: [0, 8, 16, 26], community: [0, 5, 12, 20, 35] },
    proposed: true,
    value: (figures: AreaFigures) =>
      figures.enterprises < FEWEST_ENTERPRISES
        ? null
        : (figures.riskValue / figures.enterprises) * 100,
  },
  overdueHiddenDangers: {
    kind: 'classes',
    unit: { 'zh-CN': '处', en: 'cases' },
    labels: { 'zh-CN': '逾期未改隐患', en: 'Overdue hidden dangers' },
    classes: { street: [0, 1, 4, 8], community: [0, 1, 2, 4] },
    proposed: true,
    value: (figures: AreaFigures) => figures.overdueHiddenDangers,
  },
  onTimeRate: {
    kind: 'classes',
    unit: PERCENT,
    labels: { 'zh-CN': '按期整改率', en: 'Rectified in time' },
    classes: { street: [0, 80, 85, 90, 95], community: [0, 80, 85, 90, 95] },
    proposed: true,
    reversed: true,
    value: (figures: AreaFigures) => percentage(figures.closedInTime, figures.dueHiddenDangers),
  },
  campaignRate: {
    kind: 'classes',
    unit: PERCENT,
    labels: { 'zh-CN': '专项完成率', en: 'Campaigns completed' },
    classes: { street: [0, 40, 60, 80], community: [0, 40, 60, 80] },
    proposed: true,
    reversed: true,
    value: (figures: AreaFigures) => percentage(figures.campaignAccepted, figures.campaignTargets),
  },
} as const satisfies Record<string, Measure>

type Measure = { labels: Labels; unit: Labels | null; proposed: boolean } & (
  | { kind: 'level' }
  | {
      kind: 'classes'
      classes: Record<'street' | 'community', readonly number[]>
      value: (figures: AreaFigures) => number | null
      /** A low value is the bad one. */
      reversed?: true
    }
)

export type MeasureKey = keyof typeof MEASURES
export const MEASURE_ORDER = Object.keys(MEASURES) as [MeasureKey, ...MeasureKey[]]
export const measureKeySchema = z.enum(MEASURE_ORDER)

/** Index of the class a value falls in: the last lower bound that it reaches. */
export function classIndex(value: number, lowerBounds: readonly number[]): number {
  return Math.max(
    0,
    lowerBounds.findLastIndex((bound) => value >= bound),
  )
}
