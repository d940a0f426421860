import type { Map as MapLibreMap } from 'maplibre-gl'
import { watch, type Ref } from 'vue'
import { measureSpan } from '../analysis/measureSpan.ts'
import { applyScene } from './applyScene.ts'
import { drawImage, PIXEL_RATIO } from './images.ts'
import type { Scene } from './scene.ts'

/** Images are drawn when the style first names them: a badge for each count and level. */
function provideImages(map: MapLibreMap) {
  map.setMissingStyleImageResolver((id) => {
    if (map.hasImage(id)) return
    const image = drawImage(id)
    if (image) map.addImage(id, image, { pixelRatio: PIXEL_RATIO })
  })
}

/**
 * The only writer of a map: carries each new scene to it at most once a frame. `scene` changes are
 * compared, not redrawn.
 */
export function useMapSync(map: MapLibreMap, scene: Readonly<Ref<Scene | null>>, first: Scene) {
  let applied = first
  let frame = 0
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

  return () => cancelAnimationFrame(frame)
}
