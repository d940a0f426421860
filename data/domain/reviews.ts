import * as z from 'zod/mini'
import { addDays } from './clock.ts'
import type { Labels } from './locales.ts'
import type { RiskLevel } from './riskLevels.ts'

/** Days between two reviews of a level (建议值: no official source). */
export const REVIEW_INTERVAL_DAYS = {
  major: 90,
  larger: 180,
  general: 365,
  low: 365,
} as const satisfies Record<RiskLevel, number>

/** A review that something calls for is due this soon (建议值: no official source). */
export const CALLED_REVIEW_DAYS = 30

/**
 * What calls for a new assessment: the regular day, or one of the cases of the Jiangsu rule of 2024
 * (article 12), the only published list that was found.
 */
export const REVIEW_TRIGGERS = {
  regular: { labels: { 'zh-CN': '定期复评', en: 'Regular review' } },
  ruleChange: { labels: { 'zh-CN': '法规标准变化', en: 'Law or standard changed' } },
  processChange: {
    labels: { 'zh-CN': '工艺、设备或物料变化', en: 'Process, equipment or material changed' },
  },
  accident: {
    labels: { 'zh-CN': '发生死亡或3人以上重伤事故', en: 'Accident: a death or three badly hurt' },
  },
  correction: { labels: { 'zh-CN': '更正误填', en: 'A slip corrected' } },
  survey: { labels: { 'zh-CN': '现场核查', en: 'Survey on site' } },
} as const satisfies Record<string, { labels: Labels }>
export type ReviewTrigger = keyof typeof REVIEW_TRIGGERS
export const reviewTriggerSchema = z.enum(
  Object.keys(REVIEW_TRIGGERS) as [ReviewTrigger, ...ReviewTrigger[]],
)

/** The civil day by which a point of a level that was assessed on a day is reviewed again. */
export function reviewDueAfter(assessedOn: string, level: RiskLevel): string {
  return addDays(assessedOn, REVIEW_INTERVAL_DAYS[level])
}
