import { QUALITY_CHECKS, type QualityCheck } from '#data/domain/quality'
import { useI18n } from 'vue-i18n'
import { useTerms } from '../../composables/useTerms.ts'
import type { PageCheck } from './pageChecks.ts'

/** What the number of a finding counts; null where a check counts nothing. */
const MEASURES: Record<QualityCheck, 'overdue' | 'left' | 'outside' | 'alike' | 'waiting' | null> =
  {
    overdueReviews: 'overdue',
    reviewsSoon: 'left',
    errorReports: 'waiting',
    recentRetirements: null,
    missingCoordinates: null,
    missingPersons: null,
    outsidePark: 'outside',
    duplicatePoints: 'alike',
    duplicateEnterprises: 'alike',
    enterpriseGaps: null,
  }
const UNITS = {
  overdue: 'quality.csv.day',
  left: 'quality.csv.day',
  waiting: 'quality.csv.day',
  outside: 'quality.csv.metre',
  alike: 'quality.csv.record',
} as const

/** The fields whose gaps are found; the server names them as the record does. */
const GAPS: Readonly<Record<string, string>> = {
  responsiblePerson: 'riskPoint.person',
  guarantor: 'riskPoint.guarantor',
  safetyOfficer: 'quality.enterprise.safetyOfficer',
  buildingCode: 'quality.enterprise.building',
}

/** Checks and their findings in the reader's language. */
export function useCheckTerms() {
  const { t } = useI18n()
  const { term, words, figure } = useTerms()

  const gaps = (fields: string) =>
    fields
      .split(',')
      .map((field) => (GAPS[field] ? t(GAPS[field]) : field))
      .join(t('quality.text.and'))
  /** What the text of a finding says; a report stands as it was written. */
  const TEXTS: Partial<Record<QualityCheck, (text: string) => string>> = {
    overdueReviews: (day) => t('quality.text.due', { day }),
    reviewsSoon: (day) => t('quality.text.due', { day }),
    missingPersons: (fields) => t('quality.text.missing', { fields: gaps(fields) }),
    enterpriseGaps: (fields) => t('quality.text.missing', { fields: gaps(fields) }),
    duplicatePoints: (location) => t('quality.text.location', { location }),
  }

  return {
    findingText: (check: QualityCheck, text: string | null) =>
      text === null ? '' : (TEXTS[check]?.(text) ?? text),
    checkLabel: (check: PageCheck) =>
      check === 'pendingDowngrades' ? t('quality.pendingDowngrades') : term(QUALITY_CHECKS[check]),
    checkNote: (check: PageCheck) =>
      check === 'pendingDowngrades'
        ? t('quality.pendingDowngradesNote')
        : words(QUALITY_CHECKS[check].note),
    /** The number of a finding with its unit, "超期 12 天"; empty where there is none. */
    measureText: (check: QualityCheck, measure: number | null) => {
      const kind = MEASURES[check]
      if (kind === null || measure === null) return ''
      if (kind === 'left' && measure === 0) return t('quality.measure.today')
      return t(`quality.measure.${kind}`, { n: figure(Math.round(measure)) })
    },
    measureUnit: (check: QualityCheck) => {
      const kind = MEASURES[check]
      return kind === null ? '' : t(UNITS[kind])
    },
  }
}
