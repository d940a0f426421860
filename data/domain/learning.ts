import * as z from 'zod/mini'
import { ACCEPTANCE_ASPECT_ORDER } from './acceptance.ts'
import type { Labels } from './locales.ts'
import { parkFeatureCodeSchema } from './parkFeatures.ts'
import { problemTagSchema } from './parks.ts'
import { civilDaySchema } from './riskPoints.ts'

export const acceptanceAspectSchema = z.enum(ACCEPTANCE_ASPECT_ORDER)

const day = z.nullable(civilDaySchema)

/** 问题 → 措施 → 成效: one thing that the rectification of a park found, did and reached. */
export const rectificationSchema = z.object({
  id: z.int().check(z.positive()),
  /** Which of the plan's problems it belongs to; null where none. */
  problemTag: z.nullable(problemTagSchema),
  aspect: acceptanceAspectSchema,
  problem: z.string(),
  measure: z.string(),
  /** Null until it is reached. */
  result: z.nullable(z.string()),
  foundOn: civilDaySchema,
  startedOn: day,
  finishedOn: day,
  /** Spent, in yuan; null where nobody says. */
  costYuan: z.nullable(z.int().check(z.nonnegative())),
  /** The thing of the site that it changed; null where it changed rules or people. */
  featureCode: z.nullable(parkFeatureCodeSchema),
  /** What another park needs in order to copy it; null where it is not offered for copying. */
  copyNote: z.nullable(z.string()),
})
export type Rectification = z.infer<typeof rectificationSchema>

export const RECTIFICATION_SIDES = {
  before: { labels: { 'zh-CN': '整改前', en: 'Before' } },
  after: { labels: { 'zh-CN': '整改后', en: 'After' } },
} as const satisfies Record<string, { labels: Labels }>
export type RectificationSide = keyof typeof RECTIFICATION_SIDES
export const rectificationSideSchema = z.enum(['before', 'after'])

/** How others came to learn from a demonstration park. */
export const EXCHANGE_KINDS = {
  exchangeMeeting: { labels: { 'zh-CN': '现场交流会', en: 'Exchange meeting' } },
  visit: { labels: { 'zh-CN': '参观学习', en: 'Visit' } },
} as const satisfies Record<string, { labels: Labels }>
export const exchangeKindSchema = z.enum(
  Object.keys(EXCHANGE_KINDS) as [keyof typeof EXCHANGE_KINDS, ...(keyof typeof EXCHANGE_KINDS)[]],
)

export const exchangeSchema = z.object({
  id: z.int().check(z.positive()),
  kind: exchangeKindSchema,
  heldOn: civilDaySchema,
  topic: z.string(),
  /** Who came, in words: "平湖街道 12 家园区". */
  visitors: z.string(),
  people: z.int().check(z.positive()),
})
export type Exchange = z.infer<typeof exchangeSchema>
