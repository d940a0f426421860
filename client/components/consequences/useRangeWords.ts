import type { InputRange } from '#data/grading/consequences/inputs'
import { useI18n } from 'vue-i18n'
import { useTerms } from '../../composables/useTerms.ts'

/** What an input takes, as a sentence: 须大于 0,不超过 100,000,000 kg。 */
export function useRangeWords() {
  const { t } = useI18n()
  const { figure } = useTerms()
  return ({ above, least, most, unit, whole }: InputRange): string => {
    const bounds = { least: figure(above ?? least ?? 0), most: figure(most), unit }
    const range =
      above === undefined ? t('grading.range.from', bounds) : t('grading.range.above', bounds)
    return whole ? `${range}${t('grading.range.whole')}` : range
  }
}
