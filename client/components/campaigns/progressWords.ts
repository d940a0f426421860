import { BEHIND_POINTS } from '#data/domain/campaignTargets'
import { useI18n } from 'vue-i18n'

type Progress = { completion: number | null; difference: number | null }

/** Rates and differences in words; 分母为零 has neither. */
export function useProgressWords() {
  const { t } = useI18n()
  return {
    percent: (share: number | null) => (share === null ? '–' : `${(100 * share).toFixed(1)}%`),
    difference: ({ difference }: Progress) => {
      if (difference === null) return t('campaigns.noTargets')
      const points = Math.abs(difference).toFixed(1)
      return t(difference < 0 ? 'campaigns.behind' : 'campaigns.ahead', { n: points })
    },
    isBehind: ({ difference }: Progress) => difference !== null && difference < -BEHIND_POINTS,
  }
}
