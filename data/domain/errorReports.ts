import * as z from 'zod/mini'
import { areaCodeSchema } from './areas.ts'
import { instantSchema } from './changes.ts'
import type { Labels } from './locales.ts'

/** What somebody may report a mistake of: every card has 报错. */
export const REPORTED_ENTITIES = {
  riskPoint: { labels: { 'zh-CN': '风险点', en: 'Risk point' } },
  hazardSource: { labels: { 'zh-CN': '危险源', en: 'Hazard source' } },
  enterprise: { labels: { 'zh-CN': '企业', en: 'Enterprise' } },
  park: { labels: { 'zh-CN': '园区', en: 'Park' } },
  area: { labels: { 'zh-CN': '区域', en: 'Area' } },
} as const satisfies Record<string, { labels: Labels }>
export type ReportedEntity = keyof typeof REPORTED_ENTITIES
export const reportedEntitySchema = z.enum([
  'riskPoint',
  'hazardSource',
  'enterprise',
  'park',
  'area',
])

export const errorReportSchema = z.object({
  id: z.int().check(z.positive()),
  entity: reportedEntitySchema,
  code: z.string(),
  /** Name of what it is about, as it stands now. */
  name: z.string(),
  areaCode: areaCodeSchema,
  parkCode: z.nullable(z.string()),
  riskPointCode: z.nullable(z.string()),
  text: z.string(),
  reportedBy: z.string(),
  reportedAt: instantSchema,
  resolvedBy: z.nullable(z.string()),
  resolvedAt: z.nullable(instantSchema),
  resolution: z.nullable(z.string()),
})
export type ErrorReport = z.infer<typeof errorReportSchema>
