import * as z from 'zod/mini'
import { areaCodeSchema } from './areas.ts'
import { instantSchema } from './changes.ts'
import type { Labels } from './locales.ts'

/** What a leader or an office says about an item (CONTENT.md 2.5, 6.10). 回告 answers one of the others. */
export const DECISION_KINDS = {
  instruction: { labels: { 'zh-CN': '批示', en: 'Instruction' } },
  referral: { labels: { 'zh-CN': '转办', en: 'Referral' } },
  urging: { labels: { 'zh-CN': '催办', en: 'Urging' } },
  reply: { labels: { 'zh-CN': '回告', en: 'Reply' } },
} as const satisfies Record<string, { labels: Labels }>
export type DecisionKind = keyof typeof DECISION_KINDS
export const decisionKindSchema = z.enum(['instruction', 'referral', 'urging', 'reply'])

/** The items that a decision can be about. */
export const DECIDED_ENTITIES = {
  area: { labels: { 'zh-CN': '区域', en: 'Area' } },
  park: { labels: { 'zh-CN': '园区', en: 'Park' } },
  enterprise: { labels: { 'zh-CN': '企业', en: 'Enterprise' } },
  riskPoint: { labels: { 'zh-CN': '风险点', en: 'Risk point' } },
  hiddenDanger: { labels: { 'zh-CN': '隐患', en: 'Hidden danger' } },
  campaign: { labels: { 'zh-CN': '专项行动', en: 'Campaign' } },
} as const satisfies Record<string, { labels: Labels }>
export type DecidedEntity = keyof typeof DECIDED_ENTITIES
export const decidedEntitySchema = z.enum(
  Object.keys(DECIDED_ENTITIES) as [DecidedEntity, ...DecidedEntity[]],
)

export const decisionSchema = z.object({
  id: z.int().check(z.positive()),
  entity: decidedEntitySchema,
  code: z.string(),
  /** Name of the item as it stands now. */
  name: z.string(),
  areaCode: areaCodeSchema,
  /** Where the item lies in words: street and community, or the street. */
  context: z.string(),
  parkCode: z.nullable(z.string()),
  kind: decisionKindSchema,
  text: z.string(),
  /** Who is to act; null for a reply. */
  toUnit: z.nullable(z.string()),
  /** Day by which a reply is wanted. */
  dueOn: z.nullable(z.string()),
  /** The decision that a reply answers. */
  answers: z.nullable(z.int()),
  by: z.string(),
  at: instantSchema,
  /** How many replies it has. */
  replies: z.int(),
  /** A reply is wanted and has not come in time. */
  overdue: z.boolean(),
  fictitious: z.boolean(),
})
export type Decision = z.infer<typeof decisionSchema>
