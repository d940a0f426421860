import { RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import type { ExpressionSpecification } from 'maplibre-gl'
import type { Clusters } from '../../analysis/analysisProtocol.ts'
import type { MapOverlay } from '../../stores/overlays.ts'
import { imageName } from '../images.ts'
import { MAP_FONTS, MAP_THEMES } from '../mapTheme.ts'
import { levelCharacter, levelColour } from './levelMarks.layers.ts'
import type { OverlayStyle } from './overlayStyle.ts'

const SOURCE = 'analysis-clusters'

/** Radii of a cluster's ring in pixels, by the least number that it stands for. */
const RADII = [
  [1, 15],
  [10, 17],
  [100, 21],
  [1000, 25],
  [10_000, 30],
] as const

function ringImage({ theme }: OverlayStyle): ExpressionSpecification {
  const images = RISK_LEVEL_ORDER.flatMap((level) => {
    const [[, least], ...more] = RADII
    const image = (radius: number) => imageName({ kind: 'cluster', level, radius, theme })
    const steps = more.flatMap(([from, radius]) => [from, image(radius)])
    return [level, ['step', ['get', 'count'], image(least), ...steps]]
  })
  return ['match', ['get', 'highest'], ...images, ''] as unknown as ExpressionSpecification
}

/**
 * Rings with the highest level's shape over the number of points that they stand for. They are read one
 * by one, and always in full strength: the opacity of fills is not theirs. What they would lie on, the
 * points that they stand for and the numbers of the areas, gives way.
 */
export function clusterOverlay(
  { clusters }: Pick<Clusters, 'clusters'>,
  style: OverlayStyle,
): MapOverlay {
  return {
    sources: { [SOURCE]: clusters },
    below: [],
    above: [
      {
        id: 'analysis-cluster',
        type: 'symbol',
        source: SOURCE,
        layout: {
          'icon-image': ringImage(style),
          'icon-size': style.textScale,
          'icon-padding': 0,
          'icon-allow-overlap': true,
          'text-allow-overlap': true,
          'text-field': [
            'format',
            levelCharacter('highest'),
            { 'font-scale': 0.8, 'text-color': levelColour('highest', style) },
            '\n',
            {},
            ['number-format', ['get', 'count'], {}],
            {},
          ],
          'text-font': MAP_FONTS,
          'text-size': 12 * style.textScale,
          'text-line-height': 1,
          'text-padding': 0,
          'symbol-sort-key': ['get', 'count'],
        },
        paint: { 'text-color': MAP_THEMES[style.theme].label },
      },
    ],
    replacesAreaColours: false,
    replacesPoints: true,
    replacesBadges: true,
  }
}
