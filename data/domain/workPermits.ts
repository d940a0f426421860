import * as z from 'zod/mini'
import type { Labels } from './locales.ts'

/**
 * Temporary dangerous work that is told beforehand (作业报备). `mostHours`: how long one report may
 * last (建议值; GB 30871-2022 has 8 h for hot work of the special and first class, 24 h for confined
 * space and 7 days at height, for chemical works). `sign` is what the map writes.
 */
export const WORK_PERMIT_KINDS = {
  hotWork: { mostHours: 8, sign: '火', labels: { 'zh-CN': '动火作业', en: 'Hot work' } },
  confinedSpace: {
    mostHours: 24,
    sign: '限',
    labels: { 'zh-CN': '有限空间作业', en: 'Confined space' },
  },
  workAtHeight: { mostHours: 168, sign: '高', labels: { 'zh-CN': '高处作业', en: 'At height' } },
  lifting: { mostHours: 24, sign: '吊', labels: { 'zh-CN': '吊装作业', en: 'Lifting' } },
  oddJob: { mostHours: 24, sign: '零', labels: { 'zh-CN': '零星作业', en: 'Odd job' } },
} as const satisfies Record<string, { mostHours: number; sign: string; labels: Labels }>
export type WorkPermitKind = keyof typeof WORK_PERMIT_KINDS
export const WORK_PERMIT_KIND_ORDER = Object.keys(WORK_PERMIT_KINDS) as [
  WorkPermitKind,
  ...WorkPermitKind[],
]
export const workPermitKindSchema = z.enum(WORK_PERMIT_KIND_ORDER)

/** Computed from the clock, never stored. */
export const WORK_PERMIT_STATES = {
  ongoing: { labels: { 'zh-CN': '进行中', en: 'Going on' } },
  reported: { labels: { 'zh-CN': '已报备', en: 'Reported' } },
  ended: { labels: { 'zh-CN': '已结束', en: 'Ended' } },
  cancelled: { labels: { 'zh-CN': '已取消', en: 'Cancelled' } },
} as const satisfies Record<string, { labels: Labels }>
export type WorkPermitState = keyof typeof WORK_PERMIT_STATES
export const WORK_PERMIT_STATE_ORDER = Object.keys(WORK_PERMIT_STATES) as [
  WorkPermitState,
  ...WorkPermitState[],
]
export const workPermitStateSchema = z.enum(WORK_PERMIT_STATE_ORDER)

/** From the first instant of the work to its end, which is no part of it. */
export function workPermitState(
  permit: { startsAt: Date; endsAt: Date; endedAt: Date | null; cancelledAt: Date | null },
  now: Date,
): WorkPermitState {
  if (permit.cancelledAt) return 'cancelled'
  if (now < permit.startsAt) return 'reported'
  return now < (permit.endedAt ?? permit.endsAt) ? 'ongoing' : 'ended'
}

const HOUR_MILLISECONDS = 3_600_000

/** Why a report may not last so long; null when it may. */
export function tooLong(kind: WorkPermitKind, startsAt: Date, endsAt: Date): Labels | null {
  const { mostHours, labels } = WORK_PERMIT_KINDS[kind]
  const hours = (endsAt.getTime() - startsAt.getTime()) / HOUR_MILLISECONDS
  if (hours <= mostHours) return null
  return {
    'zh-CN': `${labels['zh-CN']}一次报备不超过 ${mostHours} 小时(建议值)。请缩短时间,或分次报备。`,
    en: `One report of “${labels.en}” lasts at most ${mostHours} hours (proposed value): shorten it or report it in parts.`,
  }
}

/** Work nearer than this at the same time is in the same place (建议值), in metres. */
export const SAME_PLACE_METRES = 30
