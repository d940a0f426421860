import { ACCIDENT_TYPES, type AccidentType } from '#data/domain/accidentTypes'
import type { Labels } from '#data/domain/locales'
import { REVIEW_TRIGGERS, type ReviewTrigger } from '#data/domain/reviews'
import { RISK_LEVELS, type RiskLevel } from '#data/domain/riskLevels'
import {
  CONTROL_LEVELS,
  COORDINATE_ORIGINS,
  type ControlLevel,
  type LevelOverride,
} from '#data/domain/riskPoints'
import type { Grading } from '#data/grading/grade'
import { workingOf } from '../grading/factors.ts'

/** What the texts of a record need of the page: its language, and the names behind codes. */
export type Words = {
  t: (key: string, values?: Record<string, unknown>) => string
  words: (labels: Labels) => string
  isEnglish: boolean
  nameOf: (code: string) => string
}

/** Values of a record as they are read on screen; an empty one says so. */
export function recordTexts({ t, words, isEnglish, nameOf }: Words) {
  const none = () => t('records.none')
  const text = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) || none() : none()
  const listed = (items: readonly string[]) => items.join(isEnglish ? ', ' : '、') || none()
  const typeName = (type: AccidentType) =>
    isEnglish ? (ACCIDENT_TYPES.find(({ name }) => name === type)?.english ?? type) : type
  return {
    none,
    text,
    listed,
    level: (level: RiskLevel) => words(RISK_LEVELS[level].labels),
    override: (override: LevelOverride | null) =>
      override ? `${words(RISK_LEVELS[override.level].labels)} · ${override.reason}` : none(),
    control: (control: ControlLevel | null) =>
      control ? words(CONTROL_LEVELS[control].labels) : none(),
    trigger: (trigger: ReviewTrigger | null) =>
      trigger ? words(REVIEW_TRIGGERS[trigger].labels) : none(),
    origin: (origin: keyof typeof COORDINATE_ORIGINS | null) =>
      origin ? words(COORDINATE_ORIGINS[origin].labels) : none(),
    accidentTypes: (types: readonly AccidentType[]) => listed(types.map(typeName)),
    /** L × E × C and what they give; the method shows in which inputs there are. */
    working: (inputs: Grading['inputs']) => {
      const score = Object.values(inputs).reduce((product, value) => product * value, 1)
      return workingOf('l' in inputs ? 'LEC' : 'LS', inputs, Number(score.toFixed(6)))
    },
    metres: (metres: number | null) =>
      metres === null ? none() : t('records.metres', { n: metres }),
    named: (code: string | null) => (code ? nameOf(code) : none()),
  }
}
export type RecordTexts = ReturnType<typeof recordTexts>
