import { civilDayOf, dayNumber } from '#data/domain/clock'
import { DISTRICT_CODE } from '#data/domain/areas'
import { computed, onScopeDispose, watch } from 'vue'
import { createAnalysisWorkerClient } from '../../analysis/analysisWorkerClient.ts'
import type { WeightedSelection } from '../../analysis/analysisProtocol.ts'
import { troubleOf } from '../../analysis/troubleOf.ts'
import { useDistrictLand } from '../../composables/useDistrictLand.ts'
import { useAnalysisStore } from '../../stores/analysis.ts'
import { useCameraStore } from '../../stores/camera.ts'
import { useFiltersStore } from '../../stores/filters.ts'
import { usePlaceStore } from '../../stores/place.ts'
import { usePointsStore } from '../../stores/points.ts'
import { useTimelineStore } from '../../stores/timeline.ts'
import { analysisRequest, askAnalysis, type AnalysisRequest } from './analysisRequests.ts'

/** After so long without a change the answer is worked out in full. */
const REST_MILLISECONDS = 250
/** Two dates can be compared on one scale only. */
const SAME_CLASSES = { breakRule: 'fixed' } as const

/**
 * What a worker is to be asked now: settings, filters, place, day and zoom; null before loading. While
 * two dates are compared a surface has the fixed classes, whatever is chosen for one date.
 */
export function useAnalysisRequest(dayOf: () => number | null) {
  const analysis = useAnalysisStore()
  const timeline = useTimelineStore()
  const camera = useCameraStore()
  const filters = useFiltersStore()
  const place = usePlaceStore()

  const selection = computed<WeightedSelection | null>(() => {
    const { loaded, settings } = analysis
    if (!loaded) return null
    const { areaCode, parkCode } = place.place
    const day = dayOf()
    const confined = settings.confined
      ? { areaCode: areaCode === DISTRICT_CODE ? null : areaCode, parkCode }
      : { areaCode: null, parkCode: null }
    const today = day ?? dayNumber(civilDayOf(new Date(loaded.asOf)))
    return { filter: { ...filters.filters, ...confined, today }, weight: settings.weight, day }
  })
  const zoom = computed(() => Math.floor(camera.current?.zoom ?? camera.fitZoom))

  return computed<AnalysisRequest | null>((previous) => {
    const { mode } = analysis.settings
    if (!mode || !selection.value || !analysis.loaded) return null
    const next = analysisRequest({
      settings: { ...analysis.settings, ...(timeline.comparing && SAME_CLASSES), mode },
      selection: selection.value,
      proposedBandwidthMetres: analysis.loaded.proposedBandwidthMetres,
      zoom: mode === 'clusters' ? zoom.value : 0,
    })
    // What changes only how it looks, as opacity does, asks for nothing.
    return JSON.stringify(previous) === JSON.stringify(next) ? previous! : next
  })
}

/**
 * Owns the worker of the analyses: loads it with the outline of the district, and asks anew whenever
 * settings, filters, place, day or data change; at once at the pace of a drag, then in full at rest.
 */
export function useAnalysis(start = createAnalysisWorkerClient) {
  const analysis = useAnalysisStore()
  const points = usePointsStore()
  const district = useDistrictLand()
  const worker = start()
  const timeline = useTimelineStore()
  const request = useAnalysisRequest(() => timeline.day)
  let timer = 0
  let isGone = false
  const fail = (cause: unknown) => {
    // What waited when the analysis was closed fails with its worker: no trouble of anybody's.
    if (!isGone) analysis.fail(troubleOf(cause))
  }

  async function load() {
    if (!district.value) return
    analysis.begin()
    try {
      analysis.finishLoading(await worker.load(district.value))
    } catch (cause) {
      fail(cause)
    }
  }
  watch([district, () => points.loaded?.dataVersion, () => analysis.requests], () => void load(), {
    immediate: true,
  })

  async function ask(asked: AnalysisRequest, pace: 'drag' | 'rest') {
    analysis.begin()
    try {
      const result = await askAnalysis(worker, asked, pace)
      if (result && result.mode === analysis.settings.mode) analysis.show(result)
    } catch (cause) {
      fail(cause)
    }
  }
  // A new table in the worker makes the same request another one.
  watch([request, () => analysis.loaded], ([next]) => {
    clearTimeout(timer)
    if (!next) return analysis.rest()
    void ask(next, 'drag')
    if (next.mode !== 'heat') return
    timer = window.setTimeout(() => void ask(next, 'rest'), REST_MILLISECONDS)
  })

  onScopeDispose(() => {
    clearTimeout(timer)
    isGone = true
    worker.dispose()
    analysis.forget()
  })
}
