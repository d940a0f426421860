import type { LayerSpecification } from 'maplibre-gl'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** In the order in which they lie on one another. */
export const OVERLAY_ORDER = ['analysis', 'site', 'coverage', 'around', 'domino'] as const
export type OverlayKey = (typeof OVERLAY_ORDER)[number]

/** What a tool of a drawer adds to the picture, as specifications; ids begin with the key. */
export type MapOverlay = {
  sources: Readonly<Record<string, GeoJSON.FeatureCollection>>
  /** Below the points. */
  below: readonly LayerSpecification[]
  /** On the grounds of parks, below circles and points. */
  onGrounds?: readonly LayerSpecification[]
  /** Above the points, below the names. */
  above: readonly LayerSpecification[]
  /** True where it says by colour what areas say by theirs: these then go plain. */
  replacesAreaColours: boolean
  /** True where its own marks say at a glance what single points would: these then stay away. */
  replacesPoints?: true
  /** True where its own numbers say what those of the areas would: these then stay away. */
  replacesBadges?: true
  /** True where it draws the buildings of the open park itself. */
  replacesBuildings?: true
  /** Ids of its layers whose features are things of the site that can be opened, by their `code`. */
  opens?: readonly string[]
}

export type MapOverlays = Readonly<Partial<Record<OverlayKey, MapOverlay>>>

/** Whether an overlay says by colour what areas would: these then go plain, and marks step back. */
export const goesPlain = (overlays: MapOverlays) =>
  Object.values(overlays).some(({ replacesAreaColours }) => replacesAreaColours)

export const drawsBuildings = (overlays: MapOverlays) =>
  Object.values(overlays).some(({ replacesBuildings }) => replacesBuildings)

/** Whether the numbers of the areas stay away: where colours go plain, and where an overlay counts itself. */
export const hidesBadges = (overlays: MapOverlays) =>
  goesPlain(overlays) || Object.values(overlays).some(({ replacesBadges }) => replacesBadges)

/** Tools come after the first frame: the map knows only that there may be overlays. */
export const useOverlaysStore = defineStore('overlays', () => {
  const overlays = shallowRef<MapOverlays>({})

  return {
    overlays,
    show: (key: OverlayKey, overlay: MapOverlay | null) => {
      const next = { ...overlays.value }
      if (overlay) next[key] = overlay
      else delete next[key]
      overlays.value = next
    },
  }
})
