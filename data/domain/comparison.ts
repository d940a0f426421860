import type { AreaFigures } from './figures.ts'
import type { Labels } from './locales.ts'
import { RISK_LEVELS } from './riskLevels.ts'
import { FEWEST_ENTERPRISES } from './samples.ts'

/** What is known of a place that is set beside another. */
export type ComparedFacts = {
  figures: AreaFigures
  headcount: number
  /** Published, never measured. */
  officialAreaKm2: number | null
}

type ComparedCount = { labels: Labels; unit: Labels; value: (facts: ComparedFacts) => number }

const UNIT = {
  parks: { 'zh-CN': '家', en: 'parks' },
  points: { 'zh-CN': '个', en: 'points' },
  equivalent: { 'zh-CN': '折合个', en: 'equivalent points' },
  enterprises: { 'zh-CN': '家', en: 'enterprises' },
  people: { 'zh-CN': '人', en: 'people' },
  cases: { 'zh-CN': '处', en: 'cases' },
} as const satisfies Record<string, Labels>

const largerAndMajor = ({ figures }: ComparedFacts) =>
  figures.riskPoints.major + figures.riskPoints.larger

/** Counts of a place in their order. They grow with its size, so that none of them is a merit. */
export const COMPARED_COUNTS = {
  parks: {
    labels: { 'zh-CN': '在册园区', en: 'Registered parks' },
    unit: UNIT.parks,
    value: ({ figures }) => figures.parks,
  },
  enterprises: {
    labels: { 'zh-CN': '在册企业', en: 'Registered enterprises' },
    unit: UNIT.enterprises,
    value: ({ figures }) => figures.enterprises,
  },
  headcount: {
    labels: { 'zh-CN': '从业人数', en: 'People at work' },
    unit: UNIT.people,
    value: ({ headcount }) => headcount,
  },
  riskPoints: {
    labels: { 'zh-CN': '风险点', en: 'Risk points' },
    unit: UNIT.points,
    value: ({ figures }) => figures.riskPoints.total,
  },
  major: {
    labels: RISK_LEVELS.major.labels,
    unit: UNIT.points,
    value: ({ figures }) => figures.riskPoints.major,
  },
  larger: {
    labels: RISK_LEVELS.larger.labels,
    unit: UNIT.points,
    value: ({ figures }) => figures.riskPoints.larger,
  },
  general: {
    labels: RISK_LEVELS.general.labels,
    unit: UNIT.points,
    value: ({ figures }) => figures.riskPoints.general,
  },
  low: {
    labels: RISK_LEVELS.low.labels,
    unit: UNIT.points,
    value: ({ figures }) => figures.riskPoints.low,
  },
  riskValue: {
    labels: { 'zh-CN': '较大以上风险值(建议值)', en: 'Value of larger and major risk (proposed)' },
    unit: UNIT.equivalent,
    value: ({ figures }) => figures.riskValue,
  },
  majorHazardSources: {
    labels: { 'zh-CN': '重大危险源', en: 'Major hazard installations' },
    unit: UNIT.cases,
    value: ({ figures }) => figures.majorHazardSources,
  },
  openHiddenDangers: {
    labels: { 'zh-CN': '未销号隐患', en: 'Open hidden dangers' },
    unit: UNIT.cases,
    value: ({ figures }) => figures.openHiddenDangers,
  },
  overdueHiddenDangers: {
    labels: { 'zh-CN': '其中逾期未改', en: 'of these overdue' },
    unit: UNIT.cases,
    value: ({ figures }) => figures.overdueHiddenDangers,
  },
  openMajorHiddenDangers: {
    labels: { 'zh-CN': '重大事故隐患未销号', en: 'Open major hidden dangers' },
    unit: UNIT.cases,
    value: ({ figures }) => figures.openMajorHiddenDangers,
  },
} as const satisfies Record<string, ComparedCount>
export type ComparedCountKey = keyof typeof COMPARED_COUNTS
export const COMPARED_COUNT_ORDER = Object.keys(COMPARED_COUNTS) as ComparedCountKey[]

/** What a count is divided by: a hundred enterprises, or a km² of published area. */
type ComparedRatio = ComparedCount & { per: 'enterprises' | 'area' }

/** The same counts by the size of the place. */
export const COMPARED_RATIOS = {
  riskValuePerEnterprises: {
    labels: {
      'zh-CN': '每百家企业风险值(建议值)',
      en: 'Risk value per 100 enterprises (proposed)',
    },
    unit: UNIT.equivalent,
    per: 'enterprises',
    value: ({ figures }) => figures.riskValue,
  },
  largerPerEnterprises: {
    labels: { 'zh-CN': '每百家企业较大以上风险点', en: 'Larger and major per 100 enterprises' },
    unit: UNIT.points,
    per: 'enterprises',
    value: largerAndMajor,
  },
  openPerEnterprises: {
    labels: { 'zh-CN': '每百家企业未销号隐患', en: 'Open hidden dangers per 100 enterprises' },
    unit: UNIT.cases,
    per: 'enterprises',
    value: ({ figures }) => figures.openHiddenDangers,
  },
  enterprisesPerArea: {
    labels: { 'zh-CN': '每平方公里企业', en: 'Enterprises per km²' },
    unit: UNIT.enterprises,
    per: 'area',
    value: ({ figures }) => figures.enterprises,
  },
  largerPerArea: {
    labels: { 'zh-CN': '每平方公里较大以上风险点', en: 'Larger and major points per km²' },
    unit: UNIT.points,
    per: 'area',
    value: largerAndMajor,
  },
} as const satisfies Record<string, ComparedRatio>
export type ComparedRatioKey = keyof typeof COMPARED_RATIOS
export const COMPARED_RATIO_ORDER = Object.keys(COMPARED_RATIOS) as ComparedRatioKey[]

/** Why there is no ratio. */
export const RATIO_GAPS = {
  fewEnterprises: {
    labels: {
      'zh-CN': `样本少(企业不足${FEWEST_ENTERPRISES}家)`,
      en: `Few samples (under ${FEWEST_ENTERPRISES} enterprises)`,
    },
  },
  noOfficialArea: { labels: { 'zh-CN': '无公布面积', en: 'No published area' } },
} as const satisfies Record<string, { labels: Labels }>
export type RatioGap = keyof typeof RATIO_GAPS

export type Ratio = { value: number; gap: null } | { value: null; gap: RatioGap }

/** Per hundred enterprises or per km²; without a published area or enough enterprises, why not. */
export function comparedRatio(key: ComparedRatioKey, facts: ComparedFacts): Ratio {
  const { per, value }: ComparedRatio = COMPARED_RATIOS[key]
  if (per === 'area') {
    const { officialAreaKm2 } = facts
    return officialAreaKm2 === null
      ? { value: null, gap: 'noOfficialArea' }
      : { value: value(facts) / officialAreaKm2, gap: null }
  }
  const { enterprises } = facts.figures
  return enterprises < FEWEST_ENTERPRISES
    ? { value: null, gap: 'fewEnterprises' }
    : { value: (value(facts) / enterprises) * 100, gap: null }
}
