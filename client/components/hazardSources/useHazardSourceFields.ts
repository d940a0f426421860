import {
  hazardSourceSubstanceSchema,
  MAJOR_HAZARD_GRADE_LABELS,
  majorHazardGradeSchema,
  UNIT_KINDS,
  unitKindSchema,
} from '#data/domain/hazardSources'
import { useI18n } from 'vue-i18n'
import * as z from 'zod/mini'
import { dateTime } from '../../composables/formatTime.ts'
import { useTerms } from '../../composables/useTerms.ts'

const LABELS: Readonly<Record<string, string>> = {
  name: 'quality.hazardSource.name',
  unitKind: 'quality.hazardSource.unitKind',
  exposedPeople: 'quality.hazardSource.exposedPeople',
  substances: 'quality.hazardSource.substances',
  majorHazardGrade: 'quality.hazardSource.grade',
  retiredAt: 'quality.action.retire',
}
const SYMBOLS: Readonly<Record<string, string>> = { s: 'S', r: 'R', alpha: 'α' }
const substancesSchema = z.array(
  z.pick(hazardSourceSubstanceSchema, { name: true, designedQuantityTonnes: true }),
)

/** The fields of a hazard source and their values in the reader's language, for the history. */
export function useHazardSourceFields() {
  const { t } = useI18n()
  const { term, words, figure } = useTerms()

  const TEXTS: Readonly<Record<string, (value: unknown) => string | null>> = {
    unitKind: (value) => {
      const kind = unitKindSchema.safeParse(value)
      return kind.success ? term(UNIT_KINDS[kind.data]) : null
    },
    exposedPeople: (value) =>
      typeof value === 'number' ? t('quality.enterprise.people', { n: figure(value) }) : null,
    majorHazardGrade: (value) => {
      const grade = majorHazardGradeSchema.safeParse(value)
      return grade.success ? words(MAJOR_HAZARD_GRADE_LABELS[grade.data]) : null
    },
    substances: (value) => {
      const substances = substancesSchema.safeParse(value).data ?? []
      return substances
        .map(({ name, designedQuantityTonnes }) => `${name} ${designedQuantityTonnes} t`)
        .join(', ')
    },
    retiredAt: (value) => (typeof value === 'string' ? dateTime(value) : null),
  }

  return {
    fieldLabel: (field: string): string =>
      SYMBOLS[field] ?? (LABELS[field] ? t(LABELS[field]) : field),
    fieldText: (field: string, value: unknown): string => {
      if (value === null || value === undefined) return t('quality.form.unknown')
      const text = TEXTS[field]?.(value) ?? (typeof value === 'number' ? figure(value) : null)
      return (text ?? String(value)) || t('quality.form.unknown')
    },
  }
}
