import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { scaleAt } from '../map/scale.ts'

/** Where the map looks: degrees WGS84, zoom as MapLibre counts it, bearing and pitch in degrees. */
export type Camera = {
  longitude: number
  latitude: number
  zoom: number
  bearing: number
  pitch: number
}

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number]

/**
 * A camera of a link, bounds to fly to, a step of the zoom, north up, or a tilt in degrees.
 */
export type Wanted =
  | { camera: Camera }
  | { bounds: Bounds }
  | { zoomBy: number }
  | { northUp: true }
  | { pitch: number }

export const useCameraStore = defineStore('camera', () => {
  /** What the map shows now; null until it has shown something. */
  const current = shallowRef<Camera | null>(null)
  const bounds = shallowRef<Bounds | null>(null)
  /** What somebody asked for: the map consumes it. */
  const wanted = shallowRef<Wanted | null>(null)
  /** The last bounds flown to, until somebody moves the map by hand: a new size fits them again. */
  let fitted: Wanted | null = null
  /** Pixels at the right edge that an open drawer covers: bounds are fitted beside it. */
  const covered = ref(0)
  /** The zoom at which the whole district fits this window: scales count from it, walls included. */
  const fitZoom = ref(11)

  /** The first frame is drawn, or never will be: what surrounds the map may come. */
  const settled = ref(false)

  /** Names of the areas whose labels are drawn, for readers who do not see the canvas. */
  const labels = shallowRef<readonly string[]>([])

  const moving = ref(false)

  const refit = () => {
    if (fitted) wanted.value = { ...fitted }
  }

  return {
    settled,
    moving,
    labels,
    current,
    bounds,
    wanted,
    covered,
    fitZoom,
    scale: computed(() => scaleAt((current.value?.zoom ?? fitZoom.value) - fitZoom.value)),
    report: (camera: Camera, visible: Bounds) => {
      current.value = camera
      bounds.value = visible
    },
    want: (next: Wanted) => {
      fitted = 'bounds' in next ? next : null
      wanted.value = next
    },
    /** The map was moved by hand: a new size of the window leaves it where it is. */
    release: () => {
      fitted = null
    },
    refit,
    /** A drawer opens or closes: what was fitted is fitted anew, what was moved by hand stays. */
    cover: (pixels: number) => {
      if (pixels === covered.value) return
      covered.value = pixels
      refit()
    },
  }
})
