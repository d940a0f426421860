import { computed, toRaw } from 'vue'
import { measureSpan } from '../analysis/measureSpan.ts'
import { useAreas, useFigures, useNeighbours, usePark, useParks } from '../api/queries.ts'
import { useCameraStore } from '../stores/camera.ts'
import { useConsequencesStore } from '../stores/consequences.ts'
import { useFiltersStore } from '../stores/filters.ts'
import { useHoverStore } from '../stores/hover.ts'
import { useLayersStore } from '../stores/layers.ts'
import { goesPlain, hidesBadges, useOverlaysStore, type MapOverlays } from '../stores/overlays.ts'
import { usePlaceStore } from '../stores/place.ts'
import { usePointsStore, type PointsState } from '../stores/points.ts'
import { useSessionStore } from '../stores/session.ts'
import { buildBase, layOver } from './buildScene.ts'
import { clusterFeatures } from './clusterFeatures.ts'
import type { BaseState } from './scene.ts'

type SceneNeeds = {
  textScale: () => number
  compact: () => boolean
  /** Of the map of the page unless told otherwise. */
  points?: PointsState
  overlays?: () => MapOverlays
}

/** Everything the picture depends on, gathered from stores and remote reads; null until there are areas. */
export function useSceneState({
  textScale,
  compact,
  points = usePointsStore(),
  overlays = () => useOverlaysStore().overlays,
}: SceneNeeds) {
  const areas = useAreas()
  const neighbours = useNeighbours()
  const parks = useParks()
  const figures = useFigures()
  const place = usePlaceStore()
  const camera = useCameraStore()
  const session = useSessionStore()
  const layers = useLayersStore()
  const filters = useFiltersStore()
  const hover = useHoverStore()
  const consequences = useConsequencesStore()
  const park = usePark(computed(() => place.place.parkCode))

  // Answers are replaced, never changed: read as they are, for through Vue's proxies each of their
  // thousands of figures costs a look-up, and a scene is built at every step of a drag.
  const state = computed<BaseState | null>(() => {
    if (!areas.data.value) return null
    return {
      geography: {
        areas: toRaw(areas.data.value),
        neighbours: toRaw(neighbours.data.value) ?? null,
        parks: toRaw(parks.data.value) ?? null,
      },
      figures: points.figures ?? toRaw(figures.data.value) ?? null,
      counts: filters.active || points.figures ? points.byCode : null,
      clusters: points.marks ? clusterFeatures(points.marks) : null,
      buildings: toRaw(park.data.value)?.buildings ?? null,
      // Circles are those of today.
      consequences: points.figures ? null : (consequences.shown?.features ?? null),
      place: place.place,
      scale: camera.scale,
      theme: session.theme,
      textScale: textScale(),
      compact: compact(),
      measure: layers.measure,
      visibility: layers.visibility,
      hoveredArea: hover.area,
      hoveredPark: hover.park,
    }
  })

  const plain = computed(() => goesPlain(overlays()))
  const badges = computed(() => !hidesBadges(overlays()))
  const base = computed(() => {
    const current = state.value
    return current && measureSpan('buildScene', () => buildBase(current, plain.value, badges.value))
  })

  return {
    areas,
    parks,
    figures,
    scene: computed(() => base.value && layOver(base.value, overlays())),
  }
}
