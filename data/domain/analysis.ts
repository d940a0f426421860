import type { Labels } from './locales.ts'

/** The ways of seeing where points gather. */
export const ANALYSIS_MODES = {
  heat: { labels: { 'zh-CN': '热力', en: 'Heat' } },
  hexagons: { labels: { 'zh-CN': '六边形', en: 'Hexagons' } },
  hotspots: { labels: { 'zh-CN': '热点', en: 'Hotspots' } },
  clusters: { labels: { 'zh-CN': '聚合', en: 'Clusters' } },
} as const satisfies Record<string, { labels: Labels }>
export type AnalysisMode = keyof typeof ANALYSIS_MODES
export const ANALYSIS_MODE_ORDER = Object.keys(ANALYSIS_MODES) as AnalysisMode[]

/**
 * What a point counts for. `fixedBreaks` are in units per km², from the second class up, all 建议值:
 * the same for every month and street, so that two maps compare. With the demo's points and the
 * bandwidth of the rule (1,400 m) five of the six classes occur; the highest is for what stands out
 * at a narrower one.
 */
export const POINT_WEIGHTS = {
  /** V = Σ w·k as on the map of areas: 重大 2, 较大 1, doubled while a review or hidden danger is overdue. */
  riskValue: {
    labels: { 'zh-CN': '较大以上风险值', en: 'Value of larger and major risk' },
    unit: { 'zh-CN': '折合个', en: 'equivalent points' },
    fixedBreaks: [0.5, 1, 1.5, 2, 3, 6],
  },
  count: {
    labels: { 'zh-CN': '风险点数', en: 'Risk points' },
    unit: { 'zh-CN': '个', en: 'points' },
    fixedBreaks: [10, 20, 30, 50, 75, 150],
  },
  score: {
    labels: { 'zh-CN': '危险程度(D值)', en: 'Score (D)' },
    unit: { 'zh-CN': 'D', en: 'D' },
    fixedBreaks: [500, 1000, 2000, 3500, 5000, 10_000],
  },
  /** Each person once: an enterprise's people are split evenly among its points that are counted. */
  headcount: {
    labels: { 'zh-CN': '从业人数', en: 'People at work' },
    unit: { 'zh-CN': '人', en: 'people' },
    fixedBreaks: [100, 250, 500, 750, 1000, 2000],
  },
  openHiddenDangers: {
    labels: { 'zh-CN': '未销号隐患', en: 'Open hidden dangers' },
    unit: { 'zh-CN': '处', en: 'cases' },
    fixedBreaks: [0.3, 0.6, 1, 1.5, 2.5, 5],
  },
} as const satisfies Record<
  string,
  { labels: Labels; unit: Labels; fixedBreaks: readonly number[] }
>
export type PointWeight = keyof typeof POINT_WEIGHTS
export const POINT_WEIGHT_ORDER = Object.keys(POINT_WEIGHTS) as PointWeight[]

/** How the classes of a surface are bounded. */
export const BREAK_RULES = {
  fixed: { labels: { 'zh-CN': '固定', en: 'Fixed' } },
  quantile: { labels: { 'zh-CN': '分位', en: 'Quantile' } },
  equal: { labels: { 'zh-CN': '等距', en: 'Equal' } },
} as const satisfies Record<string, { labels: Labels }>
export type BreakRule = keyof typeof BREAK_RULES
export const BREAK_RULE_ORDER = Object.keys(BREAK_RULES) as BreakRule[]

/** Standard deviation of the Gaussian kernel, in metres. */
export const BANDWIDTH_METRES = { least: 200, most: 3000, step: 50 } as const
