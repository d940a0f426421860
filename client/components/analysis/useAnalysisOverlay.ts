import { computed, onScopeDispose, watch } from 'vue'
import { measureSpan } from '../../analysis/measureSpan.ts'
import { useTextScale } from '../../composables/useWindow.ts'
import { analysisOverlay } from '../../map/overlays/analysisOverlay.ts'
import { useAnalysisStore } from '../../stores/analysis.ts'
import { useCameraStore } from '../../stores/camera.ts'
import { useOverlaysStore } from '../../stores/overlays.ts'
import { useRailStore } from '../../stores/rail.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useAnalysisExport } from './useAnalysisExport.ts'

/** Degrees that the camera leans while columns stand on the map. */
const TILT = 45

/** Puts the last answer on the map, marks the button of the drawer, and leans for columns. */
export function useAnalysisOverlay() {
  const analysis = useAnalysisStore()
  const camera = useCameraStore()
  const overlays = useOverlaysStore()
  const rail = useRailStore()
  const session = useSessionStore()
  const textScale = useTextScale()

  /** Closer in every point is a mark of its own, and clusters of the district would hide them. */
  const shown = computed(() => {
    const { result, settings } = analysis
    if (!result || result.mode !== settings.mode) return null
    return result.mode === 'clusters' && camera.scale !== 'district' ? null : result
  })
  useAnalysisExport(() => shown.value)
  const overlay = computed(() => {
    const result = shown.value
    const { opacity, extruded } = analysis.settings
    const style = { theme: session.theme, textScale: textScale.value, opacity }
    return (
      result && measureSpan('analysis.overlay', () => analysisOverlay(result, { extruded }, style))
    )
  })
  watch(overlay, (next) => overlays.show('analysis', next), { immediate: true })
  rail.mark('analysis', true)

  const leaning = computed(
    () => analysis.settings.mode === 'hexagons' && analysis.settings.extruded,
  )
  const lean = (on: boolean) => {
    if (on !== (camera.current?.pitch ?? 0) > 0) camera.want({ pitch: on ? TILT : 0 })
  }
  watch(leaning, lean)
  if (leaning.value) lean(true)

  onScopeDispose(() => {
    overlays.show('analysis', null)
    rail.mark('analysis', false)
    if (leaning.value) lean(false)
  })
}
