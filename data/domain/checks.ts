import * as z from 'zod/mini'
import type { Labels } from './locales.ts'
import type { ParkGrade } from './parks.ts'

export const CHECK_KINDS = {
  routine: { labels: { 'zh-CN': '日常检查', en: 'Routine check' } },
  campaign: { labels: { 'zh-CN': '专项检查', en: 'Campaign check' } },
  spotCheck: { labels: { 'zh-CN': '区级抽查', en: 'Spot check by the district' } },
  thirdParty: { labels: { 'zh-CN': '第三方抽查', en: 'Spot check by a third party' } },
  selfCheck: { labels: { 'zh-CN': '企业自查', en: 'Check by the enterprise itself' } },
} as const satisfies Record<string, { labels: Labels }>
export type CheckKind = keyof typeof CHECK_KINDS
export const checkKindSchema = z.enum(Object.keys(CHECK_KINDS) as [CheckKind, ...CheckKind[]])
/** What a plan asks for is done by the area or for it, never by the enterprise itself. */
export const PLANNED_CHECK_KINDS = ['routine', 'campaign'] as const satisfies readonly CheckKind[]

/** The four answers of a visit (CONTENT.md 1.2). A visit may find several things: the gravest counts. */
export const CHECK_OUTCOMES = {
  nothingFound: { labels: { 'zh-CN': '未发现问题', en: 'Nothing found' } },
  rectifiedOnTheSpot: { labels: { 'zh-CN': '当场整改', en: 'Rectified on the spot' } },
  deadlineSet: { labels: { 'zh-CN': '限期整改', en: 'Deadline set' } },
  suspectedMajor: { labels: { 'zh-CN': '疑似重大', en: 'Suspected major hidden danger' } },
} as const satisfies Record<string, { labels: Labels }>
export type CheckOutcome = keyof typeof CHECK_OUTCOMES
export const CHECK_OUTCOME_ORDER = [
  'nothingFound',
  'rectifiedOnTheSpot',
  'deadlineSet',
  'suspectedMajor',
] as const satisfies readonly CheckOutcome[]
export const checkOutcomeSchema = z.enum(CHECK_OUTCOME_ORDER)
/** What one finding of a visit can be. */
export const findingOutcomeSchema = z.enum(['rectifiedOnTheSpot', 'deadlineSet', 'suspectedMajor'])
export type FindingOutcome = z.infer<typeof findingOutcomeSchema>

/** Every so many months an enterprise is visited, by the grade of its park (建议值). */
export const CHECK_INTERVAL_MONTHS = { A: 12, B: 6, C: 3, D: 1 } as const satisfies Record<
  ParkGrade,
  number
>
