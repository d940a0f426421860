import * as z from 'zod/mini'
import type { Labels } from './locales.ts'

/** An instant with its offset, `2026-11-23T09:00:00+08:00`. */
export const instantSchema = z.iso.datetime({ offset: true })

/** The records that are edited, each with versions and a history. */
export const EDITED_ENTITIES = {
  riskPoint: { labels: { 'zh-CN': '风险点', en: 'Risk point' } },
  hazardSource: { labels: { 'zh-CN': '危险源', en: 'Hazard source' } },
  enterprise: { labels: { 'zh-CN': '企业', en: 'Enterprise' } },
  park: { labels: { 'zh-CN': '园区', en: 'Park' } },
} as const satisfies Record<string, { labels: Labels }>
export type EditedEntity = keyof typeof EDITED_ENTITIES

/** What somebody did to a record; every version names one. */
export const CHANGE_KINDS = {
  load: { labels: { 'zh-CN': '载入', en: 'Loaded' } },
  create: { labels: { 'zh-CN': '登记', en: 'Registered' } },
  edit: { labels: { 'zh-CN': '修改', en: 'Edited' } },
  move: { labels: { 'zh-CN': '移动', en: 'Moved' } },
  regrade: { labels: { 'zh-CN': '重新评估', en: 'Re-graded' } },
  downgrade: { labels: { 'zh-CN': '降级(已审批)', en: 'Lowered (approved)' } },
  reviewCall: { labels: { 'zh-CN': '要求复评', en: 'Review called' } },
  retire: { labels: { 'zh-CN': '注销', en: 'Retired' } },
  restore: { labels: { 'zh-CN': '恢复', en: 'Restored' } },
  undo: { labels: { 'zh-CN': '撤销', en: 'Undone' } },
} as const satisfies Record<string, { labels: Labels }>
export type ChangeKind = keyof typeof CHANGE_KINDS
export const changeKindSchema = z.enum(Object.keys(CHANGE_KINDS) as [ChangeKind, ...ChangeKind[]])

/** The change that made a version of a record: who, when, what and why. */
export const changeSchema = z.object({
  kind: changeKindSchema,
  at: instantSchema,
  by: z.string(),
  reason: z.nullable(z.string()),
})
export type Change = z.infer<typeof changeSchema>

/** One field before and after, as the record has it; null where there was none. */
export const fieldChangeSchema = z.object({
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
})
export type FieldChange = z.infer<typeof fieldChangeSchema>
