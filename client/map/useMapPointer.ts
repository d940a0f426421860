import type { QueryClient } from '@tanstack/vue-query'
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { watch } from 'vue'
import { useOpenPoint } from '../composables/useOpenPoint.ts'
import { useCameraStore } from '../stores/camera.ts'
import { useEditorStore } from '../stores/editor.ts'
import { useHoverStore } from '../stores/hover.ts'
import { useOverlaysStore } from '../stores/overlays.ts'
import { usePlaceStore } from '../stores/place.ts'
import { useSiteStore } from '../stores/site.ts'
import type { PointAt } from './useMapEvents.ts'
import { pickPosition } from './pickPosition.ts'
import { isAtLeast } from './scale.ts'

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

/** How far beside a small sign a finger may come down, in CSS pixels. */
const FINGER_PIXELS = 5

/** The code of the thing of the open site that is drawn uppermost under a pixel. */
function siteFeatureAt(map: MapLibreMap, { point }: MapMouseEvent, opens: readonly string[]) {
  const layers = opens.filter((id) => map.getLayer(id))
  if (!layers.length) return null
  const { x, y } = point
  const around: [[number, number], [number, number]] = [
    [x - FINGER_PIXELS, y - FINGER_PIXELS],
    [x + FINGER_PIXELS, y + FINGER_PIXELS],
  ]
  const [exact] = map.queryRenderedFeatures(point, { layers })
  const found = exact ?? map.queryRenderedFeatures(around, { layers })[0]
  return (found?.properties.code as string | undefined) ?? null
}

/**
 * What the pointer does on the map comes back only as actions of the stores. Its script comes after the
 * first frame, when there is something to point at.
 */
export function useMapPointer(map: MapLibreMap, pointAt: PointAt, client: QueryClient) {
  const camera = useCameraStore()
  const openPoint = useOpenPoint(client)
  const hover = useHoverStore()
  const place = usePlaceStore()
  const editor = useEditorStore()
  const overlays = useOverlaysStore()
  const site = useSiteStore()

  const hit = (event: MapMouseEvent) =>
    hitAt(
      map,
      event,
      isAtLeast(camera.scale, 'street'),
      camera.scale === 'district' ? 'street' : 'community',
    )

  const featureAt = (event: MapMouseEvent) =>
    siteFeatureAt(map, event, overlays.overlays.site?.opens ?? [])

  /** In the card of its park, which comes in place of that of a risk point. */
  function openFeature(code: string) {
    const { areaCode, parkCode, riskPointCode } = place.place
    if (riskPointCode) place.open({ areaCode, parkCode }, { fly: false })
    site.openFeature(code)
  }

  let frame = 0
  // While a position is being set the map is a sheet of paper: nothing on it lights up or opens.
  const stop = watch(
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
        const isOnSomething = point || under.park || under.area || featureAt(event)
        map.getCanvas().style.cursor = isOnSomething ? 'pointer' : ''
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
      if (point) return void openPoint(point)
      const feature = featureAt(event)
      if (feature) return openFeature(feature)
      const { park, parkArea, area } = hit(event)
      site.openFeature(null)
      if (park && parkArea) place.open({ areaCode: parkArea, parkCode: park })
      else if (area) place.open({ areaCode: area })
    })()
  })

  return () => {
    stop()
    cancelAnimationFrame(frame)
  }
}
