import type { HiddenDangerEventBody } from '../contract/hiddenDangerBodies.ts'
import type { HandlingLevel, HiddenDangerSeverity, HiddenDangerState } from './hiddenDangers.ts'
import type { Labels } from './locales.ts'

/** What a step is judged by: the record as it stands before it. */
export type HiddenDangerFacts = {
  code: string
  parkCode: string
  state: HiddenDangerState
  severity: HiddenDangerSeverity
  suspectedMajor: boolean
  handlingLevel: HandlingLevel
  foundOn: string
  deadline: string
  extendedDeadline: string | null
  requestedDeadline: string | null
  /** Whether it was assigned before: from then on its deadline is the one of the statistics. */
  assignedBefore: boolean
  responsibleUnit: string | null
  responsiblePerson: string | null
  fiveRequirements: Readonly<Record<string, string>>
  rectificationPlan: Readonly<Record<string, string>>
  rectifiedOn: string | null
  /** Codes of those that were merged into it: what becomes of it becomes of them. */
  mergedFrom: readonly string[]
  supervision: { level: 'street' | 'district'; endedAt: string | null } | null
}

/** Beside the record: the civil day, and the one that it is to be merged into; null: there is none. */
export type GuardContext = { today: string; into?: HiddenDangerFacts | null }

export type Action = HiddenDangerEventBody['action']
export type BodyOf<A extends Action> = Extract<HiddenDangerEventBody, { action: A }>
/** One sentence, or nothing where nothing is missing. */
export type Missing = Labels | false
export type Guard<A extends Action> = (
  body: BodyOf<A>,
  facts: HiddenDangerFacts,
  context: GuardContext,
) => readonly Missing[]

export const say = (chinese: string, english: string): Labels => ({ 'zh-CN': chinese, en: english })
export const isSupervised = ({ supervision }: Pick<HiddenDangerFacts, 'supervision'>): boolean =>
  supervision !== null && supervision.endedAt === null

/** A deadline that ends before there was anything to rectify. */
export function beforeDiscovery(deadline: string, foundOn: string): Labels {
  return say(
    `整改期限 ${deadline} 早于发现日 ${foundOn},请改为发现日或以后。`,
    `The deadline ${deadline} is before the day of discovery ${foundOn}: choose that day or later.`,
  )
}
