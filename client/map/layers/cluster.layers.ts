import { RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { imageName } from '../images.ts'
import { MAP_FONTS, MAP_THEMES } from '../mapTheme.ts'
import type { BaseState } from '../scene.ts'

/** Radii of a cluster's ring in pixels, by the least number that it stands for. */
const RADII = [
  [0, 9],
  [10, 11],
  [100, 14],
  [1000, 18],
  [10_000, 22],
] as const

/** The ring of a cluster: coloured by its highest level, wider by its number. */
function ringImage({ theme }: BaseState): ExpressionSpecification {
  const images = RISK_LEVEL_ORDER.flatMap((level) => {
    const [[, least], ...more] = RADII
    const image = (radius: number) => imageName({ kind: 'cluster', level, radius, theme })
    const steps = more.flatMap(([from, radius]) => [from, image(radius)])
    return [level, ['step', ['get', 'count'], image(least), ...steps]]
  })
  return ['match', ['get', 'level'], ...images, ''] as unknown as ExpressionSpecification
}

/**
 * Clusters of the points that are not drawn one by one. Ring and number are one symbol: where a
 * name needs the room both step back, so no ring stands empty and no number lies under a label.
 */
export function clusterCounts(state: BaseState): LayerSpecification[] {
  return [
    {
      id: 'cluster-count',
      type: 'symbol',
      source: 'clusters',
      layout: {
        visibility: state.visibility.riskPoints ? 'visible' : 'none',
        'icon-image': ringImage(state),
        'icon-size': state.textScale,
        'icon-padding': 0,
        'text-field': ['number-format', ['get', 'count'], {}],
        'text-font': MAP_FONTS,
        'text-size': 11 * state.textScale,
        'text-padding': 0,
        'symbol-sort-key': ['-', 0, ['get', 'count']],
      },
      paint: { 'text-color': MAP_THEMES[state.theme].label },
    },
  ]
}
