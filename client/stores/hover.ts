import type { RiskLevel } from '#data/domain/riskLevels'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

/** A risk point under the pointer: its identity, and where on the map it is drawn. */
export type HoveredPoint = {
  id: number
  longitude: number
  latitude: number
  x: number
  y: number
  /** As the map shows it: on a past day not what it is now. */
  level: RiskLevel
  /** The instant that the map shows it for; now without it. */
  asOf?: string
}

/** What the pointer rests on, on the map or in a list; both light up. */
export const useHoverStore = defineStore('hover', () => {
  const area = ref<string | null>(null)
  const park = ref<string | null>(null)
  const point = shallowRef<HoveredPoint | null>(null)

  return {
    area,
    park,
    point,
    set: (next: { area?: string | null; park?: string | null; point?: HoveredPoint | null }) => {
      area.value = next.area ?? null
      park.value = next.park ?? null
      point.value = next.point ?? null
    },
  }
})
