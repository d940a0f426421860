import * as z from 'zod/mini'
import { areaCodeSchema } from './areas.ts'
import type { Labels } from './locales.ts'

/**
 * 高危生产经营单位 of《深圳经济特区安全生产监督管理条例》(2022) that the three campaigns address.
 * `index` is what the columns carry; 0 means none.
 */
export const HIGH_RISK_CLASSES = {
  dust: { index: 1, labels: { 'zh-CN': '粉尘涉爆', en: 'Explosive dust' } },
  ammonia: { index: 2, labels: { 'zh-CN': '涉氨制冷', en: 'Ammonia refrigeration' } },
  lithiumBattery: { index: 3, labels: { 'zh-CN': '锂电池', en: 'Lithium batteries' } },
} as const satisfies Record<string, { index: number; labels: Labels }>

export type HighRiskClass = keyof typeof HIGH_RISK_CLASSES
export const HIGH_RISK_CLASS_ORDER = ['dust', 'ammonia', 'lithiumBattery'] as const
export const highRiskClassSchema = z.enum(HIGH_RISK_CLASS_ORDER)

export const enterpriseSchema = z.object({
  code: z.string(),
  name: z.string(),
  parkCode: z.string(),
  areaCode: areaCodeSchema,
  /** Class of GB/T 4754 as published, for example "C33 金属制品业". */
  industry: z.string(),
  highRiskClass: z.nullable(highRiskClassSchema),
  headcount: z.int().check(z.positive()),
  /** Workers exposed to dust in the largest shift; null where the enterprise makes none. */
  dustWorkers: z.nullable(z.int().check(z.positive())),
  safetyOfficer: z.nullable(z.string()),
  safetyPhone: z.nullable(z.string()),
  fictitious: z.boolean(),
})
export type Enterprise = z.infer<typeof enterpriseSchema>
