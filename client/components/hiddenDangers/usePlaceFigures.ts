import type { HiddenDangerCounts } from '#data/contract/hiddenDangerResponses'
import { computed, type Ref } from 'vue'
import {
  useHiddenDangerCounts,
  useHiddenDangers,
  type HiddenDangerFilters,
} from '../../api/hiddenDangers.ts'

export type PlaceFigures = Record<'open' | 'overdue' | 'major', number | undefined>

/**
 * Open, overdue and major hidden dangers of a place. A park is counted in one question; of an
 * enterprise or a risk point the answer of a list says how many there are.
 */
export function usePlaceFigures(area: Ref<string>, place: Ref<HiddenDangerFilters>) {
  const park = computed(() => place.value.park)
  const isPark = computed(() => park.value !== undefined)
  const counts = useHiddenDangerCounts(area, park, isPark).data
  const countOf = (filter: HiddenDangerFilters) => {
    const { data } = useHiddenDangers(
      computed(() => ({ ...place.value, ...filter })),
      1,
      computed(() => !isPark.value),
    )
    return computed(() => data.value?.pages[0]?.total)
  }
  const listed = {
    open: countOf({ open: 'true' }),
    overdue: countOf({ overdue: 'true' }),
    major: countOf({ open: 'true', severity: 'major' }),
  }
  const of = (key: keyof PlaceFigures & keyof HiddenDangerCounts) =>
    isPark.value ? counts.value?.[key] : listed[key].value
  return computed<PlaceFigures>(() => ({
    open: of('open'),
    overdue: of('overdue'),
    major: of('major'),
  }))
}
