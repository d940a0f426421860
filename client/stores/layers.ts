import { LAYER_ORDER, LAYERS, type LayerKey } from '#data/domain/layers'
import type { MeasureKey } from '#data/domain/measures'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

export type LayerVisibility = Readonly<Record<LayerKey, boolean>>

export const DEFAULT_VISIBILITY = Object.fromEntries(
  LAYER_ORDER.map((key) => [key, LAYERS[key].visible]),
) as LayerVisibility

export const DEFAULT_MEASURE: MeasureKey = 'riskValue'

export const useLayersStore = defineStore('layers', () => {
  const visibility = shallowRef<LayerVisibility>(DEFAULT_VISIBILITY)
  const measure = ref<MeasureKey>(DEFAULT_MEASURE)

  return {
    visibility,
    measure,
    toggle: (key: LayerKey) => {
      visibility.value = { ...visibility.value, [key]: !visibility.value[key] }
    },
    replace: (next: LayerVisibility) => {
      visibility.value = next
    },
    choose: (next: MeasureKey) => {
      measure.value = next
    },
  }
})
