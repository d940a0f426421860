import { computed } from 'vue'
import { useTextScale } from '../../composables/useWindow.ts'
import { analysisOverlay } from '../../map/overlays/analysisOverlay.ts'
import { useAnalysisStore, type AnalysisResult } from '../../stores/analysis.ts'
import { useCameraStore } from '../../stores/camera.ts'
import { useOverlaysStore, type MapOverlays } from '../../stores/overlays.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useTimelineStore } from '../../stores/timeline.ts'
import { useRightAnalysis } from './useRightAnalysis.ts'

/** Hexagons have classes of their own answer: at the right those of the left, so that both compare. */
function onClassesOf(left: AnalysisResult | null, right: AnalysisResult): AnalysisResult {
  if (left?.mode !== 'hexagons' || right.mode !== 'hexagons') return right
  return { ...right, answer: { ...right.answer, breaks: left.answer.breaks } }
}

/**
 * What tools add to the right map: the analysis of its own date, and what has no date; `failure` tells
 * why the analysis is missing.
 */
export function useRightOverlays() {
  const store = useOverlaysStore()
  const analysis = useAnalysisStore()
  const camera = useCameraStore()
  const session = useSessionStore()
  const textScale = useTextScale()
  const { result: right, failure, retry } = useRightAnalysis()
  const timeline = useTimelineStore()

  const overlay = computed(() => {
    const { settings, result } = analysis
    if (!right.value || right.value.mode !== settings.mode) return null
    // As on the left: closer in every point is a mark of its own.
    if (settings.mode === 'clusters' && camera.scale !== 'district') return null
    const { opacity, extruded } = settings
    const style = { theme: session.theme, textScale: textScale.value, opacity }
    return analysisOverlay(onClassesOf(result, right.value), { extruded }, style)
  })
  const overlays = computed<MapOverlays>(() => {
    const others = { ...store.overlays }
    delete others.analysis
    return overlay.value ? { ...others, analysis: overlay.value } : others
  })
  /** Whether the analysis, if one is on, is of the day that the right map shows. */
  const isAnswered = computed(() => {
    const { mode } = analysis.settings
    return mode === null || (right.value?.mode === mode && right.value.day === timeline.right)
  })
  return { overlays, isAnswered, failure, retry }
}
