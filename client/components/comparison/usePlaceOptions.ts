import { AREA_LEVELS } from '#data/domain/areas'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAreas, useParks } from '../../api/queries.ts'
import { useTerms } from '../../composables/useTerms.ts'
import type { Option } from '../forms/SearchSelect.vue'

/** Streets, communities and parks to choose from; two communities share a name, so each says where. */
export function usePlaceOptions() {
  const { t } = useI18n()
  const { term } = useTerms()
  const areas = useAreas()
  const parks = useParks()

  const names = computed(
    () => new Map(areas.data.value?.features.map(({ properties: { code, name } }) => [code, name])),
  )
  const nameOf = (code: string) => names.value.get(code) ?? code

  const options = computed((): Option[] => {
    const places = areas.data.value?.features.map(({ properties }) => properties) ?? []
    const ofLevel = (level: 'street' | 'community') =>
      places.filter((place) => place.level === level)
    return [
      ...ofLevel('street').map(({ code, name }) => ({
        value: code,
        label: name,
        keywords: code,
        group: term(AREA_LEVELS.street),
      })),
      ...ofLevel('community').map(({ code, name, parentCode }) => ({
        value: code,
        label: name,
        keywords: `${code} ${nameOf(parentCode ?? '')}`,
        group: nameOf(parentCode ?? ''),
      })),
      ...(parks.data.value?.features ?? []).map(({ properties: { code, name, areaCode } }) => ({
        value: code,
        label: name,
        keywords: `${code} ${nameOf(areaCode)}`,
        group: `${t('comparison.park')} · ${nameOf(areaCode)}`,
      })),
    ]
  })
  return { options, error: computed(() => areas.error.value ?? parks.error.value) }
}
