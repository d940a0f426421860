import * as z from 'zod/mini'
import { areaCodeSchema } from './areas.ts'
import { changeSchema, instantSchema } from './changes.ts'
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
  /** The building of the park it rents in, and the floors: "2–3层". */
  buildingCode: z.nullable(z.string()),
  floor: z.nullable(z.string()),
  /** 产权人 → 运营方 → 二手房东 → the enterprise itself; null where nobody told, or there is none. */
  propertyOwner: z.nullable(z.string()),
  operator: z.nullable(z.string()),
  sublessor: z.nullable(z.string()),
  fictitious: z.boolean(),
})
/** An enterprise as it is first registered. */
export type Enterprise = z.infer<typeof enterpriseSchema>

/** The chain from who owns the ground to who works on it; each answers for the next (安全生产法 49). */
export const OWNERSHIP_CHAIN = {
  propertyOwner: { labels: { 'zh-CN': '产权人', en: 'Owner' } },
  operator: { labels: { 'zh-CN': '运营方', en: 'Operator' } },
  sublessor: { labels: { 'zh-CN': '二手房东', en: 'Sublessor' } },
} as const satisfies Partial<Record<keyof Enterprise, { labels: Labels }>>

/** An enterprise as it stands after any number of changes. */
export const enterpriseRecordSchema = z.extend(enterpriseSchema, {
  retiredAt: z.nullable(instantSchema),
  /** Optimistic lock: a write names the version it was made from. */
  version: z.int().check(z.positive()),
  change: changeSchema,
})
export type EnterpriseRecord = z.infer<typeof enterpriseRecordSchema>
