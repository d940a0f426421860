import type { HighRiskClass } from '#data/domain/enterprises'
import { RISK_LEVEL_ORDER, type RiskLevel } from '#data/domain/riskLevels'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

export const FILTER_FLAGS = ['hazardSourcesOnly', 'majorHazardsOnly', 'reviewOverdueOnly'] as const
export type FilterFlag = (typeof FILTER_FLAGS)[number]

/** What the points on the map and the counts on it are narrowed to; everything at first. */
export type Filters = {
  levels: readonly RiskLevel[]
  highRiskClasses: readonly HighRiskClass[]
} & Record<FilterFlag, boolean>

export const NO_FILTERS: Filters = {
  levels: RISK_LEVEL_ORDER,
  highRiskClasses: [],
  hazardSourcesOnly: false,
  majorHazardsOnly: false,
  reviewOverdueOnly: false,
}

export const isNarrowed = (filters: Filters): boolean =>
  filters.levels.length < RISK_LEVEL_ORDER.length ||
  filters.highRiskClasses.length > 0 ||
  FILTER_FLAGS.some((flag) => filters[flag])

function toggled<T>(list: readonly T[], item: T, order: readonly T[]): T[] {
  return order.filter((each) => (each === item ? !list.includes(each) : list.includes(each)))
}

export const useFiltersStore = defineStore('filters', () => {
  const filters = shallowRef<Filters>(NO_FILTERS)

  return {
    filters,
    active: computed(() => isNarrowed(filters.value)),
    replace: (next: Filters) => {
      filters.value = next
    },
    reset: () => {
      filters.value = NO_FILTERS
    },
    toggleLevel: (level: RiskLevel) => {
      const levels = toggled(filters.value.levels, level, RISK_LEVEL_ORDER)
      filters.value = { ...filters.value, levels }
    },
    toggleClass: (highRiskClass: HighRiskClass, order: readonly HighRiskClass[]) => {
      const highRiskClasses = toggled(filters.value.highRiskClasses, highRiskClass, order)
      filters.value = { ...filters.value, highRiskClasses }
    },
    toggleFlag: (flag: FilterFlag) => {
      filters.value = { ...filters.value, [flag]: !filters.value[flag] }
    },
  }
})
