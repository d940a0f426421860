import type { Map as MapLibreMap } from 'maplibre-gl'
import { watch, type Ref, type ShallowRef } from 'vue'
import { measureSpan } from '../analysis/measureSpan.ts'
import { useCameraStore } from '../stores/camera.ts'
import { applyScene } from './applyScene.ts'
import { drawImage, parseImageName, PIXEL_RATIO } from './images.ts'
import type { Scene } from './scene.ts'

/** Room that the panel and the bar take from the map, in pixels. */
export type Padding = { top: number; right: number; bottom: number; left: number }

/** Images are drawn when the style first names them: a badge for each count and level. */
function provideImages(map: MapLibreMap) {
  map.setMissingStyleImageResolver((id) => {
    const image = parseImageName(id)
    if (image && !map.hasImage(id)) map.addImage(id, drawImage(image), { pixelRatio: PIXEL_RATIO })
  })
}

/**
 * The only writer of the map: carries each new scene to it at most once a frame, and flies where
 * the camera store wants. `scene` changes are compared, not redrawn.
 */
export function useMapSync(
  map: MapLibreMap,
  scene: Readonly<Ref<Scene | null>>,
  first: Scene,
  padding: Readonly<ShallowRef<Padding>>,
) {
  const camera = useCameraStore()
  let applied = first
  let frame = 0
  /** The first view is simply there; only later ones are flown to. */
  let arrived = false
  provideImages(map)

  function apply() {
    frame = 0
    const next = scene.value
    if (!next || next === applied || !map.isStyleLoaded()) {
      if (next && next !== applied) schedule()
      return
    }
    const previous = applied
    measureSpan('applyScene', () => applyScene(map, previous, next))
    applied = next
  }
  function schedule() {
    frame ||= requestAnimationFrame(apply)
  }
  watch(scene, schedule, { immediate: true })

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
          padding: padding.value,
          maxZoom: 17.5,
          duration: arrived ? 700 : 0,
        })
      }
      arrived = true
    },
    { immediate: true },
  )

  return () => cancelAnimationFrame(frame)
}
