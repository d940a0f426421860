import type { ExpressionSpecification } from 'maplibre-gl'
import type { Surface } from '../../analysis/analysisProtocol.ts'
import type { MapOverlay } from '../../stores/overlays.ts'
import { ANALYSIS_COLOURS, bandColour } from './analysisColours.ts'
import { AT_ONCE, type OverlayStyle } from './overlayStyle.ts'

export const HEAT_SOURCE = 'analysis-heat'

/** The colour of each class by the number of its band, the last one the strongest. */
export function colourByBand(
  { theme }: Pick<OverlayStyle, 'theme'>,
  value: ExpressionSpecification,
  classes: number,
): ExpressionSpecification | string {
  if (classes < 2) return bandColour(theme, 0, classes)
  const [first = '', ...more] = Array.from({ length: classes }, (_, band) =>
    bandColour(theme, band, classes),
  )
  return ['step', value, first, ...more.flatMap((colour, index) => [index + 1, colour])] as never
}

/** The bands of a heat surface with thin lines between them, below the points and all names. */
export function heatOverlay(
  { bands, breaks }: Pick<Surface, 'bands' | 'breaks'>,
  style: OverlayStyle,
): MapOverlay {
  const { theme, textScale, opacity } = style
  return {
    sources: { [HEAT_SOURCE]: bands },
    below: [
      {
        id: 'analysis-heat-fill',
        type: 'fill',
        source: HEAT_SOURCE,
        paint: {
          'fill-color': colourByBand(style, ['get', 'band'], breaks.length),
          'fill-opacity': opacity,
          'fill-opacity-transition': AT_ONCE,
          // Neighbouring bands share their edges: softened twice, a seam would shine through.
          'fill-antialias': false,
        },
      },
      {
        id: 'analysis-heat-line',
        type: 'line',
        source: HEAT_SOURCE,
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': ANALYSIS_COLOURS[theme].line,
          'line-width': 0.7 * textScale,
          'line-opacity': 0.4 * opacity,
        },
      },
    ],
    above: [],
    replacesAreaColours: true,
  }
}
