import type { Map as MapLibreMap } from 'maplibre-gl'
import { watch, type Ref } from 'vue'
import { useCameraStore } from '../stores/camera.ts'

/** Room that the panel and the bar take from the map, in pixels. */
export type Padding = { top: number; right: number; bottom: number; left: number }

/** Takes the map where the camera store wants it. */
export function useCameraFlights(map: MapLibreMap, padding: Readonly<Ref<Padding>>) {
  const camera = useCameraStore()
  /** The first view is simply there; only later ones are flown to. */
  let arrived = false

  watch(
    () => camera.wanted,
    (wanted) => {
      if (!wanted) return
      if ('camera' in wanted) {
        const { longitude, latitude, zoom, bearing, pitch } = wanted.camera
        map.jumpTo({ center: [longitude, latitude], zoom, bearing, pitch })
      } else if ('zoomBy' in wanted) {
        map.zoomTo(map.getZoom() + wanted.zoomBy)
      } else if ('northUp' in wanted) {
        map.easeTo({ bearing: 0, pitch: 0 })
      } else if ('pitch' in wanted) {
        map.easeTo({ pitch: wanted.pitch })
      } else {
        const [west, south, east, north] = wanted.bounds
        map.fitBounds([west, south, east, north], {
          padding: { ...padding.value, right: padding.value.right + camera.covered },
          maxZoom: 17.5,
          duration: arrived ? 700 : 0,
        })
      }
      arrived = true
    },
    { immediate: true },
  )
}
