import type { ConsequenceModel } from '#data/grading/consequences'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** A radius with what it stands for; the gravest first, as its model lists them. */
export type ConsequenceRing = { key: string; label: string; radiusMetres: number }

/** What somebody has estimated for a hazard source and wants to see on the map. */
export type ConsequenceCircles = {
  riskPointCode: string
  model: ConsequenceModel
  /** Degrees WGS84. */
  longitude: number
  latitude: number
  rings: readonly ConsequenceRing[]
  /** The rings as polygons and the points of their labels, made by `consequenceFeatures`. */
  features: GeoJSON.FeatureCollection
}

export const useConsequencesStore = defineStore('consequences', () => {
  /** One estimate at a time, or none. */
  const shown = shallowRef<ConsequenceCircles | null>(null)

  return {
    shown,
    show: (next: ConsequenceCircles) => {
      shown.value = next
    },
    clear: () => {
      shown.value = null
    },
  }
})
