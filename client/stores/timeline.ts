import { defineStore } from 'pinia'
import { ref } from 'vue'

/** The day that the map is looked at for. */
export const useTimelineStore = defineStore('timeline', () => {
  /** Days from 1970-01-01 of a past day whose end is shown; null for now. */
  const day = ref<number | null>(null)

  return {
    day,
    show: (next: number | null) => {
      day.value = next
    },
  }
})
