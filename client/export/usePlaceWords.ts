import { useI18n } from 'vue-i18n'
import { HIGH_RISK_CLASSES } from '#data/domain/enterprises'
import { RISK_LEVELS, RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import { computed } from 'vue'
import { useListWords } from '../composables/useListWords.ts'
import { usePlaceName } from '../composables/usePlaceName.ts'
import { useTerms } from '../composables/useTerms.ts'
import { FILTER_FLAGS, isNarrowed, useFiltersStore, type Filters } from '../stores/filters.ts'
import { usePlaceStore } from '../stores/place.ts'

/** The open place and the filters of the map as words, for titles and files. */
export function usePlaceWords() {
  const { t } = useI18n()
  const { term } = useTerms()
  const list = useListWords()
  const place = usePlaceStore()
  const filters = useFiltersStore()
  const { areaName, nameOf } = usePlaceName()

  const placeName = computed(() => nameOf(place.place))

  /** What a set of filters leaves, of which the map's own are one. */
  function wordsOf(narrowed: Filters): string {
    if (!isNarrowed(narrowed)) return t('export.picture.everything')
    const { levels, highRiskClasses } = narrowed
    if (!levels.length) return t('export.picture.noLevel')
    const all = levels.length === RISK_LEVEL_ORDER.length
    const parts = [
      ...(all ? [] : [list(levels.map((level) => term(RISK_LEVELS[level])))]),
      ...FILTER_FLAGS.filter((flag) => narrowed[flag]).map((flag) => t(`filters.${flag}`)),
    ]
    if (highRiskClasses.length) {
      const classes = list(highRiskClasses.map((key) => term(HIGH_RISK_CLASSES[key])))
      parts.push(t('export.picture.classes', { classes }))
    }
    return t('export.picture.filtered', { filters: list(parts) })
  }
  const filterWords = computed(() => wordsOf(filters.filters))

  return { placeName, areaName, nameOf, filterWords, wordsOf }
}
