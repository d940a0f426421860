import type { Map as MapLibreMap } from 'maplibre-gl'
import { onScopeDispose, shallowRef, watch } from 'vue'

type Placed = { longitude: number; latitude: number }
export type Pixel = { x: number; y: number }

/** Where places stand on the page while the map moves; those out of sight are left out. */
export function useProjection<P extends Placed>(map: MapLibreMap, places: () => readonly P[]) {
  const projected = shallowRef<{ place: P; pixel: Pixel }[]>([])
  let frame = 0

  function follow() {
    frame = 0
    const { clientWidth, clientHeight } = map.getContainer()
    projected.value = places().flatMap((place) => {
      const { x, y } = map.project([place.longitude, place.latitude])
      const isInSight = x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight
      return isInSight ? [{ place, pixel: { x, y } }] : []
    })
  }
  const schedule = () => {
    frame ||= requestAnimationFrame(follow)
  }
  watch(places, follow, { immediate: true })
  map.on('move', schedule)
  map.on('resize', schedule)
  onScopeDispose(() => {
    cancelAnimationFrame(frame)
    map.off('move', schedule)
    map.off('resize', schedule)
  })
  return projected
}
