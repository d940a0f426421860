import type { Map as MapLibreMap } from 'maplibre-gl'
import { useCameraStore } from '../stores/camera.ts'
import type { HoveredPoint } from '../stores/hover.ts'

/** Finds the risk point drawn under a pixel, on the CPU; null where none is. */
export type PointAt = (x: number, y: number) => Promise<HoveredPoint | null> | HoveredPoint | null

/** What the map shows is reported to the camera store. */
export function useMapEvents(map: MapLibreMap) {
  const camera = useCameraStore()

  const report = () => {
    const { lng, lat } = map.getCenter()
    const bounds = map.getBounds()
    camera.report(
      {
        longitude: lng,
        latitude: lat,
        zoom: map.getZoom(),
        bearing: map.getBearing(),
        pitch: map.getPitch(),
      },
      [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    )
  }
  map.on('movestart', ({ originalEvent }) => {
    camera.moving = true
    if (originalEvent) camera.release()
  })
  map.on('moveend', () => {
    camera.moving = false
    report()
  })
  map.on('resize', report)
  map.once('load', report)
  map.on('idle', () => {
    const drawn = map.queryRenderedFeatures({ layers: ['street-label', 'community-label'] })
    camera.labels = [...new Set(drawn.map(({ properties }) => String(properties.name)))].sort()
  })
}
