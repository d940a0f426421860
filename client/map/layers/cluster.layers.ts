import type { LayerSpecification } from 'maplibre-gl'
import { MAP_FONTS, MAP_THEMES } from '../mapTheme.ts'
import type { SceneState } from '../scene.ts'

/** Numbers on the clusters that deck.gl draws. */
export function clusterCounts(state: SceneState): LayerSpecification[] {
  return [
    {
      id: 'cluster-count',
      type: 'symbol',
      source: 'clusters',
      layout: {
        visibility: state.visibility.riskPoints ? 'visible' : 'none',
        'text-field': ['number-format', ['get', 'count'], {}],
        'text-font': MAP_FONTS,
        'text-size': 11 * state.textScale,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': MAP_THEMES[state.theme].label },
    },
  ]
}
