import type { FiguresAnswer } from '#data/contract/responses'
import { civilDayOf, civilDayOfNumber, dayNumber, endOfCivilDay } from '#data/domain/clock'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { computed, watch, watchEffect, type Ref } from 'vue'
import { measureSpan } from '../analysis/measureSpan.ts'
import { createPointIndex } from '../analysis/pointIndex.ts'
import { createPointsWorkerClient } from '../analysis/pointsWorkerClient.ts'
import { troubleOf } from '../analysis/troubleOf.ts'
import { useCameraStore } from '../stores/camera.ts'
import { useFiltersStore } from '../stores/filters.ts'
import { useHoverStore, type HoveredPoint } from '../stores/hover.ts'
import { useLayersStore } from '../stores/layers.ts'
import { goesPlain, useOverlaysStore } from '../stores/overlays.ts'
import type { PointsState } from '../stores/points.ts'
import { usePlaceStore } from '../stores/place.ts'
import { useSessionStore } from '../stores/session.ts'
import { useSiteStore, type PointPlace } from '../stores/site.ts'
import { useTimelineStore } from '../stores/timeline.ts'
import { POINTS_BEFORE } from './buildScene.ts'
import { answerCurves } from './answerCurves.ts'
import { createPointsOverlay } from './layers/pointsOverlay.ts'
import { figuresOfPast } from './pastFigures.ts'
import { nearestRaised } from './raisedIndex.ts'

const endOfDay = (day: number) => endOfCivilDay(civilDayOfNumber(day)).toISOString()

/** How near a pointer must be to a mark, in CSS pixels; fingers get the same through the list. */
const REACH_PIXELS = 12

/** Of the marks' size while they step back. */
const QUIET_SCALE = 0.6

/** What the worker is to know of the points of the open site; nothing where none is drawn. */
function placesOf(places: readonly PointPlace[]) {
  if (!places.length) return {}
  return {
    places: {
      hidden: places.filter(({ shown }) => !shown).map(({ id }) => id),
      heights: places.map(({ id, heightMetres }) => [id, heightMetres] as const),
    },
  }
}

export type PointsNeeds = {
  /** Where the worker's answers go. */
  points: PointsState
  /** Days from 1970-01-01 of a past day whose end is shown; null for now, without it the timeline's. */
  day?: () => number | null
  selected: () => readonly [number, number] | null
  textScale: () => number
  figures: Readonly<Ref<FiguresAnswer | undefined>>
}

/** Asks the worker for marks whenever view, filters or day change, and gives them to deck.gl. */
export function usePoints(
  map: MapLibreMap,
  { points, day, selected, textScale, figures }: PointsNeeds,
) {
  const camera = useCameraStore()
  const filters = useFiltersStore()
  const layers = useLayersStore()
  const hover = useHoverStore()
  const session = useSessionStore()
  const timeline = useTimelineStore()
  const overlays = useOverlaysStore()
  const place = usePlaceStore()
  const site = useSiteStore()
  const worker = createPointsWorkerClient()
  const overlay = createPointsOverlay(map)

  async function load() {
    points.begin()
    try {
      points.finish(await worker.load())
    } catch (cause) {
      points.fail(troubleOf(cause))
    }
  }
  watch(() => points.requests, load)

  const request = computed(() => {
    const { loaded } = points
    const { bounds, current, scale } = camera
    if (!loaded || !bounds || !current) return null
    const asked = day ? day() : timeline.day
    const today = asked ?? dayNumber(civilDayOf(new Date(loaded.asOf)))
    const filter = { areaCode: null, parkCode: null, ...filters.filters, today }
    const view = { scale, bbox: bounds, zoom: current.zoom, showAll: filters.active }
    return { filter, day: asked, ...view, ...placesOf(site.pointPlaces) }
  })
  watch(request, async (next) => {
    if (!next) return
    try {
      const selection = await worker.select(next)
      if (selection) points.show(selection, next.day)
    } catch (cause) {
      points.fail(troubleOf(cause))
    }
  })
  if (!day) answerCurves(worker, points)
  watchEffect(() => {
    const { past } = points
    points.figures = past && figures.value ? figuresOfPast(figures.value, past) : null
  })

  /** At a glance over the district an analysis speaks, and the marks upon it step back. */
  const quiet = computed(() => camera.scale === 'district' && goesPlain(overlays.overlays))

  const replaced = computed(
    () =>
      camera.scale === 'district' &&
      Object.values(overlays.overlays).some(({ replacesPoints }) => replacesPoints),
  )
  const shown = computed(() => layers.visibility.riskPoints && !replaced.value)

  /** Where a mark of the open site is drawn: at its height while the map is tilted. */
  function drawnAt([longitude, latitude]: readonly [number, number], is: Partial<PointPlace>) {
    const known = site.pointPlaces.find(({ id, code }) => id === is.id || code === is.code)
    const height = site.tilted ? (known?.heightMetres ?? 0) : 0
    return [longitude, latitude, height] satisfies [number, number, number]
  }

  watchEffect(() => {
    const { marks } = points
    if (!marks) return
    const { hazardSources } = layers.visibility
    const { point } = hover
    const chosen = selected()
    const code = place.place.riskPointCode ?? ''
    measureSpan('points.layers', () =>
      overlay.show({
        marks,
        theme: session.theme,
        scale: camera.scale,
        visible: { riskPoints: shown.value, hazardSources: hazardSources && !replaced.value },
        selectedPosition: chosen && drawnAt(chosen, { code }),
        hoveredPosition: point && drawnAt([point.longitude, point.latitude], { id: point.id }),
        raised: site.tilted,
        beforeId: POINTS_BEFORE,
        pixelRatio: window.devicePixelRatio,
        textScale: textScale() * (quiet.value ? QUIET_SCALE : 1),
      }),
    )
  })

  const index = computed(() =>
    points.marks ? measureSpan('points.index', () => createPointIndex(points.marks!)) : null,
  )

  function nearestAt(x: number, y: number) {
    if (site.tilted && site.pointPlaces.length && points.marks) {
      return nearestRaised(map, points.marks, [x, y], REACH_PIXELS)
    }
    const { lng, lat } = map.unproject([x, y])
    return index.value?.nearest(lng, lat, REACH_PIXELS, map.getZoom()) ?? null
  }

  return {
    /** The drawn point nearest to a pixel, by the index on the CPU. */
    async pointAt(x: number, y: number): Promise<HoveredPoint | null> {
      if (!shown.value) return null
      const found = nearestAt(x, y)
      if (!found) return null
      // A worker that has ended is told of elsewhere; here nothing is under the pointer.
      const [described] = await worker.describe([found.row]).catch(() => [])
      const { longitude, latitude } = found
      if (!described) return null
      const past = points.day === null ? {} : { asOf: endOfDay(points.day) }
      return { id: described.id, level: described.level, longitude, latitude, x, y, ...past }
    },
    dispose() {
      worker.dispose()
      overlay.dispose()
    },
  }
}
