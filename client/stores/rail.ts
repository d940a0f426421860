import { defineStore } from 'pinia'
import { ref } from 'vue'

export const RAIL_ORDER = ['layers', 'analysis', 'around', 'time', 'export'] as const
export type RailKey = (typeof RAIL_ORDER)[number]

/** The drawers at the right edge: at most one is open. A closed drawer keeps what it put on the map. */
export const useRailStore = defineStore('rail', () => {
  const open = ref<RailKey | null>(null)
  /** Tools that have something on the map: their buttons carry a dot. */
  const busy = ref<readonly RailKey[]>([])

  return {
    open,
    busy,
    toggle: (key: RailKey) => {
      open.value = open.value === key ? null : key
    },
    show: (key: RailKey) => {
      open.value = key
    },
    close: () => {
      open.value = null
    },
    mark: (key: RailKey, isBusy: boolean) => {
      busy.value = RAIL_ORDER.filter((each) => (each === key ? isBusy : busy.value.includes(each)))
    },
  }
})
