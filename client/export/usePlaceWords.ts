import { useI18n } from 'vue-i18n'
import { HIGH_RISK_CLASSES } from '#data/domain/enterprises'
import { RISK_LEVELS, RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import { computed } from 'vue'
import { useAreas, useParks } from '../api/queries.ts'
import { useListWords } from '../composables/useListWords.ts'
import { useTerms } from '../composables/useTerms.ts'
import { FILTER_FLAGS, useFiltersStore } from '../stores/filters.ts'
import { usePlaceStore } from '../stores/place.ts'

/** The open place and the filters of the map as words, for titles and files. */
export function usePlaceWords() {
  const { t } = useI18n()
  const { term } = useTerms()
  const list = useListWords()
  const place = usePlaceStore()
  const filters = useFiltersStore()
  const { data: areas } = useAreas()
  const { data: parks } = useParks()

  const areaName = (code: string) =>
    areas.value?.features.find(({ properties }) => properties.code === code)?.properties.name ??
    code

  const placeName = computed(() => {
    const { areaCode, parkCode } = place.place
    const park = parks.value?.features.find(({ properties }) => properties.code === parkCode)
    return park ? park.properties.name : areaName(areaCode)
  })

  const filterWords = computed(() => {
    if (!filters.active) return t('export.picture.everything')
    const { levels, highRiskClasses } = filters.filters
    if (!levels.length) return t('export.picture.noLevel')
    const all = levels.length === RISK_LEVEL_ORDER.length
    const parts = [
      ...(all ? [] : [list(levels.map((level) => term(RISK_LEVELS[level])))]),
      ...FILTER_FLAGS.filter((flag) => filters.filters[flag]).map((flag) => t(`filters.${flag}`)),
    ]
    if (highRiskClasses.length) {
      const classes = list(highRiskClasses.map((key) => term(HIGH_RISK_CLASSES[key])))
      parts.push(t('export.picture.classes', { classes }))
    }
    return t('export.picture.filtered', { filters: list(parts) })
  })

  return { placeName, areaName, filterWords }
}
