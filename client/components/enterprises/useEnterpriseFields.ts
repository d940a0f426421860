import { HIGH_RISK_CLASSES, highRiskClassSchema, OWNERSHIP_CHAIN } from '#data/domain/enterprises'
import { industryOf } from '#data/domain/industries'
import { useI18n } from 'vue-i18n'
import { dateTime } from '../../composables/formatTime.ts'
import { useTerms } from '../../composables/useTerms.ts'

const LABELS: Readonly<Record<string, string>> = {
  name: 'quality.enterprise.name',
  industry: 'quality.enterprise.industry',
  highRiskClass: 'quality.enterprise.highRiskClass',
  headcount: 'quality.enterprise.headcount',
  dustWorkers: 'quality.enterprise.dustWorkers',
  safetyOfficer: 'quality.enterprise.safetyOfficer',
  safetyPhone: 'quality.enterprise.safetyPhone',
  buildingCode: 'quality.enterprise.building',
  floor: 'quality.enterprise.floor',
  retiredAt: 'quality.action.retire',
}
const CHAIN: Readonly<Record<string, (typeof OWNERSHIP_CHAIN)[keyof typeof OWNERSHIP_CHAIN]>> =
  OWNERSHIP_CHAIN

/** The fields of an enterprise and their values in the reader's language, for card and history. */
export function useEnterpriseFields() {
  const { t, locale } = useI18n()
  const { term, figure } = useTerms()

  const industryText = (industry: string) => {
    const found = industryOf(industry)
    return locale.value === 'en' && found ? `${found.code} ${found.english}` : industry
  }

  return {
    industryText,
    fieldLabel: (field: string): string => {
      if (CHAIN[field]) return term(CHAIN[field])
      return LABELS[field] ? t(LABELS[field]) : field
    },
    fieldText: (field: string, value: unknown): string => {
      if (value === null || value === undefined) return t('quality.form.unknown')
      if (field === 'industry') return industryText(String(value))
      if (field === 'retiredAt') return dateTime(String(value))
      if (typeof value === 'number') return t('quality.enterprise.people', { n: figure(value) })
      const highRiskClass = highRiskClassSchema.safeParse(value)
      return field === 'highRiskClass' && highRiskClass.success
        ? term(HIGH_RISK_CLASSES[highRiskClass.data])
        : String(value)
    },
  }
}
