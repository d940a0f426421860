import type { AnalysisResult, AnalysisSettings } from '../../stores/analysis.ts'
import type { MapOverlay } from '../../stores/overlays.ts'
import { clusterOverlay } from './cluster.layers.ts'
import { heatOverlay } from './heat.layers.ts'
import { hexagonOverlay } from './hexagon.layers.ts'
import { hotspotOverlay } from './hotspot.layers.ts'
import type { OverlayStyle } from './overlayStyle.ts'

/** What an answer of the worker puts on the map. Pure. */
export function analysisOverlay(
  result: AnalysisResult,
  { extruded }: Pick<AnalysisSettings, 'extruded'>,
  style: OverlayStyle,
): MapOverlay {
  switch (result.mode) {
    case 'heat':
      return heatOverlay(result.answer, style)
    case 'hexagons':
      return hexagonOverlay(result.answer, { weight: result.weight, extruded }, style)
    case 'hotspots':
      return hotspotOverlay(result.answer, style)
    case 'clusters':
      return clusterOverlay(result.answer, style)
  }
}
