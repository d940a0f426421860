import {
  QUALITY_CHECK_ORDER,
  QUALITY_CHECKS,
  qualityCheckSchema,
  type QualityCheck,
} from '#data/domain/quality'
import type { QualityAnswer } from '#data/contract/quality'

/** What the page lists: the checks of the registry, and before them what waits for the district. */
export type PageCheck = 'pendingDowngrades' | QualityCheck

export const PAGE_CHECK_ORDER = ['pendingDowngrades', ...QUALITY_CHECK_ORDER] as const

export const GROUPS = ['work', 'data'] as const
export type Group = (typeof GROUPS)[number]

export const groupOf = (check: PageCheck): Group =>
  check === 'pendingDowngrades' ? 'work' : QUALITY_CHECKS[check].group

export function countOf(check: PageCheck, quality: QualityAnswer): number {
  return check === 'pendingDowngrades' ? quality.pendingDowngrades : quality.counts[check]
}

/** The check that an address names, if it names one. */
export function readPageCheck(text: unknown): PageCheck | null {
  if (text === 'pendingDowngrades') return text
  return qualityCheckSchema.safeParse(text).data ?? null
}

/** Without a choice, what has findings comes first. */
export function firstWithFindings(quality: QualityAnswer | undefined): PageCheck {
  const found = quality && PAGE_CHECK_ORDER.find((check) => countOf(check, quality) > 0)
  return found ?? PAGE_CHECK_ORDER[0]
}
