import * as z from 'zod/mini'
import { areaCodeSchema } from './areas.ts'
import { reportedEntitySchema } from './errorReports.ts'
import type { Labels } from './locales.ts'
import { riskLevelSchema } from './riskLevels.ts'

/** A point this far outside its park is no matter of drawing (建议值: no official source). */
export const OUTSIDE_PARK_METRES = 20

/** Reviews that fall due within so many days are listed ahead (建议值: no official source). */
export const REVIEW_SOON_DAYS = 30

/** Retirements are shown to the district for so many days (建议值: no official source). */
export const RETIREMENT_SHOWN_DAYS = 30

/**
 * What is looked for in the records, in the order of the page. `work` waits for somebody; `data` is
 * dirt to be mended.
 */
export const QUALITY_CHECKS = {
  overdueReviews: {
    group: 'work',
    labels: { 'zh-CN': '复评超期(各级)', en: 'Reviews overdue (all levels)' },
    note: {
      'zh-CN': '在册风险点,下次复评日早于今天。',
      en: 'Registered risk points whose review day has passed.',
    },
  },
  reviewsSoon: {
    group: 'work',
    labels: { 'zh-CN': '30日内应复评', en: 'Reviews within 30 days' },
    note: {
      'zh-CN': '在册较大以上风险点,30日内应复评(建议值)。',
      en: 'Larger and major risk points whose review falls due within 30 days (proposal).',
    },
  },
  errorReports: {
    group: 'work',
    labels: { 'zh-CN': '报错待处理', en: 'Reported mistakes' },
    note: {
      'zh-CN': '各卡片上提交的报错,尚未处理。',
      en: 'Mistakes reported from a card, not dealt with yet.',
    },
  },
  recentRetirements: {
    group: 'work',
    labels: { 'zh-CN': '近30日注销的较大以上风险点', en: 'Graver points retired in 30 days' },
    note: {
      'zh-CN': '30日内(建议值)注销的较大以上风险点及理由,供区级抽查:注销无须审批,不得代替降级。',
      en: 'Larger and major points retired within 30 days (proposal) and why, for the district to check: a retirement needs no approval and is no way to lower a level.',
    },
  },
  missingCoordinates: {
    group: 'data',
    labels: { 'zh-CN': '缺坐标', en: 'Without coordinates' },
    note: {
      'zh-CN': '计入各项统计,但地图上看不到。',
      en: 'Counted everywhere, drawn nowhere.',
    },
  },
  missingPersons: {
    group: 'data',
    labels: { 'zh-CN': '责任人空缺', en: 'Person missing' },
    note: {
      'zh-CN': '风险点无责任人,或较大以上风险点无包保责任人。',
      en: 'No responsible person, or no guarantor of a larger or major risk point.',
    },
  },
  outsidePark: {
    group: 'data',
    labels: { 'zh-CN': '位于园区外', en: 'Outside their park' },
    note: {
      'zh-CN': '距所属园区边界超过20米(建议值);园区边界为示意。',
      en: 'More than 20 m outside the park (proposal); outlines of parks are schematic.',
    },
  },
  duplicatePoints: {
    group: 'data',
    labels: { 'zh-CN': '疑似重复风险点', en: 'Risk points perhaps twice' },
    note: {
      'zh-CN': '同一企业、同一名称、同一位置登记两次以上。',
      en: 'The same enterprise, name and location registered more than once.',
    },
  },
  duplicateEnterprises: {
    group: 'data',
    labels: { 'zh-CN': '企业重名', en: 'Enterprises of one name' },
    note: {
      'zh-CN': '名称相同的在册企业,可能是一企多址或重复登记。',
      en: 'Registered enterprises of the same name: several sites, or registered twice.',
    },
  },
  enterpriseGaps: {
    group: 'data',
    labels: { 'zh-CN': '企业缺项', en: 'Enterprises with gaps' },
    note: {
      'zh-CN': '无安全管理人员,或未填楼栋。',
      en: 'No safety officer, or no building named.',
    },
  },
} as const satisfies Record<string, { group: 'work' | 'data'; labels: Labels; note: Labels }>
export type QualityCheck = keyof typeof QUALITY_CHECKS
export const QUALITY_CHECK_ORDER = Object.keys(QUALITY_CHECKS) as [QualityCheck, ...QualityCheck[]]
export const qualityCheckSchema = z.enum(QUALITY_CHECK_ORDER)

/** One finding of a check: what it is about, where it lies, and the particulars of it. */
export const qualityItemSchema = z.object({
  entity: reportedEntitySchema,
  code: z.string(),
  name: z.string(),
  areaCode: areaCodeSchema,
  community: z.string(),
  street: z.string(),
  parkCode: z.nullable(z.string()),
  parkName: z.nullable(z.string()),
  /** The risk point whose card shows it, where there is one. */
  riskPointCode: z.nullable(z.string()),
  level: z.nullable(riskLevelSchema),
  /** Days overdue or left, metres outside, number of records alike; null where the check counts none. */
  measure: z.nullable(z.number()),
  /** What a person wrote, or which field is empty. */
  text: z.nullable(z.string()),
  /** The report to close; null for what the check found by itself. */
  reportId: z.nullable(z.int()),
})
export type QualityItem = z.infer<typeof qualityItemSchema>
