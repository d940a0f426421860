import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { buildRiskPointLayers, type RiskPointLayersState } from './riskPointLayers.ts'

/** Marks of one scale fade into those of the next (UX.md: 150 to 250 ms, nothing pops). */
const FADE_MILLISECONDS = 200

const wantsStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * The points on the map, between its own layers. The marks shown last stay, at the size of their
 * scale, until those of another scale arrive, and fade out while these fade in: the positions are
 * on the GPU already, so a frame of the fade costs no upload.
 */
export function createPointsOverlay(map: MapLibreMap) {
  const overlay = new MapLibreOverlay({ interleaved: true, layers: [] })
  map.addControl(overlay)
  let shown: RiskPointLayersState | null = null
  let leaving: RiskPointLayersState | null = null
  let fadeStart = 0
  let frame = 0

  function draw() {
    frame = 0
    if (!shown) return
    const share = leaving ? Math.min(1, (performance.now() - fadeStart) / FADE_MILLISECONDS) : 1
    if (share === 1) leaving = null
    const fading = leaving && { ...leaving, selectedPosition: null, hoveredPosition: null }
    overlay.setProps({
      layers: [
        ...(fading ? buildRiskPointLayers({ ...fading, opacity: 1 - share }) : []),
        ...buildRiskPointLayers({ ...shown, opacity: share }),
      ],
    })
    if (leaving) frame = requestAnimationFrame(draw)
  }

  // While the style loads MapLibreOverlay forgets `beforeId` and would paint over the labels
  // (deck.gl issue 10733): told once more when the map is at rest, it finds the layer.
  map.once('idle', draw)

  return {
    show(state: RiskPointLayersState) {
      const sameMarks = state.marks === shown?.marks
      const next = { ...state, scale: sameMarks && shown ? shown.scale : state.scale }
      if (shown && next.scale !== shown.scale && !wantsStillness()) {
        leaving = shown
        fadeStart = performance.now()
      }
      shown = next
      cancelAnimationFrame(frame)
      draw()
    },
    dispose() {
      cancelAnimationFrame(frame)
      map.off('idle', draw)
      map.removeControl(overlay)
    },
  }
}
