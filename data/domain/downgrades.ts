import * as z from 'zod/mini'
import { areaCodeSchema } from './areas.ts'
import { instantSchema } from './changes.ts'
import type { Labels } from './locales.ts'
import { reviewTriggerSchema } from './reviews.ts'
import { riskLevelSchema, RISK_LEVELS, type RiskLevel } from './riskLevels.ts'
import { gradingMethodSchema, levelOverrideSchema, riskPointSchema } from './riskPoints.ts'

/** Lowering a 重大 or 较大 risk point is asked for and decided by the district (CONTENT.md 2.5, 2.6). */
export const DOWNGRADE_STATES = {
  pending: { labels: { 'zh-CN': '待区级审批', en: 'Awaiting the district' } },
  approved: { labels: { 'zh-CN': '已批准', en: 'Approved' } },
  rejected: { labels: { 'zh-CN': '未批准', en: 'Rejected' } },
  superseded: { labels: { 'zh-CN': '已失效', en: 'Superseded' } },
} as const satisfies Record<string, { labels: Labels }>
export type DowngradeState = keyof typeof DOWNGRADE_STATES
export const downgradeStateSchema = z.enum(['pending', 'approved', 'rejected', 'superseded'])

/**
 * Whether a level may not take effect before the district has approved it: below the present 重大 or
 * 较大 level, or, by an override, below the 重大 or 较大 level that the inputs give.
 */
export function needsApproval(from: RiskLevel, to: RiskLevel): boolean {
  const isGrave = from === 'major' || from === 'larger'
  return isGrave && RISK_LEVELS[to].rank > RISK_LEVELS[from].rank
}

export const downgradeSchema = z.object({
  id: z.int().check(z.positive()),
  riskPointCode: z.string(),
  riskPointName: z.string(),
  parkCode: z.string(),
  parkName: z.string(),
  areaCode: areaCodeSchema,
  /** Version of the risk point that the request was made from. */
  fromVersion: z.int().check(z.positive()),
  fromLevel: riskLevelSchema,
  toLevel: riskLevelSchema,
  /** What the inputs give; `toLevel` is this one, or that of the override. */
  gradedLevel: riskLevelSchema,
  gradingMethod: gradingMethodSchema,
  gradingVersion: z.string(),
  gradingInputs: riskPointSchema.shape.gradingInputs,
  score: z.number(),
  levelOverride: z.nullable(levelOverrideSchema),
  trigger: reviewTriggerSchema,
  reason: z.string(),
  requestedBy: z.string(),
  requestedAt: instantSchema,
  state: downgradeStateSchema,
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(instantSchema),
  decisionReason: z.nullable(z.string()),
})
export type Downgrade = z.infer<typeof downgradeSchema>
