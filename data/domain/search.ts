import * as z from 'zod/mini'
import type { Labels } from './locales.ts'

/** What the search finds, in the order of the groups. */
export const SEARCH_KINDS = {
  area: { labels: { 'zh-CN': '街道、社区', en: 'Areas' } },
  park: { labels: { 'zh-CN': '园区', en: 'Parks' } },
  enterprise: { labels: { 'zh-CN': '企业', en: 'Enterprises' } },
  riskPoint: { labels: { 'zh-CN': '风险点', en: 'Risk points' } },
  siteFeature: { labels: { 'zh-CN': '园区设施', en: 'On site' } },
} as const satisfies Record<string, { labels: Labels }>
export type SearchKind = keyof typeof SEARCH_KINDS
export const searchKindSchema = z.enum(['area', 'park', 'enterprise', 'riskPoint', 'siteFeature'])
