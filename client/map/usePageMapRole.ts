import type { QueryClient } from '@tanstack/vue-query'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Ref } from 'vue'
import { useCameraStore, type Bounds } from '../stores/camera.ts'
import { useCameraFlights, type Padding } from './useCameraFlights.ts'
import { useMapEvents, type PointAt } from './useMapEvents.ts'
import type { MapRole } from './useMapLifecycle.ts'

/** The points of a map that lies over this one; undefined where none does. */
export type PointAtFront = (x: number, y: number) => ReturnType<PointAt> | undefined

type PageMapNeeds = {
  bounds: Readonly<Ref<Bounds>>
  /** Room that the panels take from the map. */
  padding: Readonly<Ref<Padding>>
  pointAtFront: PointAtFront
  client: QueryClient
}

/** The map of the page: it reports to the stores, and flies where they want. */
export function usePageMapRole({ bounds, padding, pointAtFront, client }: PageMapNeeds): MapRole {
  const camera = useCameraStore()

  /** The zoom that scales count from: the whole district in this window. */
  function measureFit(map: MapLibreMap) {
    const [west, south, east, north] = bounds.value
    const fit = map.cameraForBounds([west, south, east, north], { padding: padding.value })
    if (fit?.zoom !== undefined) camera.fitZoom = fit.zoom
  }

  return {
    interactive: true,
    attach(map, pointAt) {
      measureFit(map)
      if (!camera.wanted) camera.want({ bounds: bounds.value })
      useCameraFlights(map, padding)
      const front: PointAt = (x, y) => {
        const found = pointAtFront(x, y)
        return found === undefined ? pointAt(x, y) : found
      }
      useMapEvents(map)
      let gone = false
      let stop = () => {
        gone = true
      }
      map.once('load', () => {
        void import('./useMapPointer.ts').then(({ useMapPointer }) => {
          if (!gone) stop = useMapPointer(map, front, client)
        }, console.error)
      })
      map.on('resize', () => {
        measureFit(map)
        camera.refit()
      })
      return () => stop()
    },
    keep() {
      if (camera.current) camera.want({ camera: camera.current })
    },
    settle(drawn) {
      if (drawn) performance.mark('longgang:first-frame')
      camera.settled = true
    },
  }
}
