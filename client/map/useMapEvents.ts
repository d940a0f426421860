import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { watch } from 'vue'
import { useCameraStore } from '../stores/camera.ts'
import { useEditorStore } from '../stores/editor.ts'
import { useHoverStore, type HoveredPoint } from '../stores/hover.ts'
import { usePlaceStore } from '../stores/place.ts'
import { pickPosition } from './pickPosition.ts'
import { isAtLeast } from './scale.ts'

/** Finds the risk point drawn under a pixel, on the CPU; null where none is. */
export type PointAt = (x: number, y: number) => Promise<HoveredPoint | null> | HoveredPoint | null

type Hit = { area: string | null; park: string | null; parkArea: string | null }

/** What lies under a pixel besides the points: the park first, then the area of this scale. */
function hitAt(map: MapLibreMap, event: MapMouseEvent, parksShown: boolean, level: string): Hit {
  const features = map.queryRenderedFeatures(event.point, {
    layers: ['park-fill', 'park-name', 'demonstration-star', 'street-fill', 'community-fill'],
  })
  const park = features.find(
    ({ layer }) =>
      layer.id === 'demonstration-star' || (parksShown && layer.id.startsWith('park-')),
  )
  const area = features.find(({ properties }) => properties.level === level)
  return {
    park: (park?.properties.code as string | undefined) ?? null,
    parkArea: (park?.properties.areaCode as string | undefined) ?? null,
    area: (area?.properties.code as string | undefined) ?? null,
  }
}

/** Events come back only as actions of the stores. */
export function useMapEvents(
  map: MapLibreMap,
  pointAt: PointAt,
  openPoint: (point: HoveredPoint) => void,
) {
  const camera = useCameraStore()
  const hover = useHoverStore()
  const place = usePlaceStore()
  const editor = useEditorStore()

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

  const hit = (event: MapMouseEvent) =>
    hitAt(
      map,
      event,
      isAtLeast(camera.scale, 'street'),
      camera.scale === 'district' ? 'street' : 'community',
    )

  let frame = 0
  // While a position is being set the map is a sheet of paper: nothing on it lights up or opens.
  watch(
    () => editor.picking,
    () => {
      cancelAnimationFrame(frame)
      hover.set({})
    },
  )
  map.on('mousemove', (event) => {
    cancelAnimationFrame(frame)
    if (editor.picking) return
    frame = requestAnimationFrame(() => {
      void (async () => {
        const point = await pointAt(event.point.x, event.point.y)
        if (editor.picking) return
        const under = point ? { area: null, park: null } : hit(event)
        hover.set({ area: under.park ? null : under.area, park: under.park, point })
        map.getCanvas().style.cursor = point || under.park || under.area ? 'pointer' : ''
      })()
    })
  })
  map.on('mouseout', () => {
    cancelAnimationFrame(frame)
    hover.set({})
  })
  map.on('click', (event) => {
    if (editor.picking) return editor.pick(pickPosition(map, event.point.x, event.point.y))
    void (async () => {
      const point = await pointAt(event.point.x, event.point.y)
      if (point) return openPoint(point)
      const { park, parkArea, area } = hit(event)
      if (park && parkArea) place.open({ areaCode: parkArea, parkCode: park })
      else if (area) place.open({ areaCode: area })
    })()
  })

  return () => cancelAnimationFrame(frame)
}
