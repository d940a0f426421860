import { POINT_WEIGHTS, type PointWeight } from '#data/domain/analysis'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Hexagons } from '../../analysis/analysisProtocol.ts'
import type { MapOverlay } from '../../stores/overlays.ts'
import { ANALYSIS_COLOURS, bandColour } from './analysisColours.ts'
import { hexagonCentres } from './hexagonCentres.ts'
import { levelMarks, levelOutlines } from './levelMarks.layers.ts'
import { AT_ONCE, fillStrength, type OverlayStyle } from './overlayStyle.ts'

export const HEXAGON_SOURCE = 'analysis-hexagons'
const CENTRE_SOURCE = 'analysis-hexagon-centres'

/**
 * Columns that begin the highest fixed class are so high, on every day and in every place. Of single
 * hexagons the densest has some eight times that.
 */
const TOP_CLASS_METRES = 500

/** Metres of height for 1 of the weight per km². */
export const metresPerUnit = (weight: PointWeight) =>
  TOP_CLASS_METRES / POINT_WEIGHTS[weight].fixedBreaks.at(-1)!

/** The colour of the class that the density of a hexagon lies in. */
function colourByDensity({ theme }: OverlayStyle, breaks: readonly number[]) {
  const [first, ...more] = breaks.map((from, index) => ({
    from,
    colour: bandColour(theme, index, breaks.length),
  }))
  if (!first || more.length === 0) return bandColour(theme, 0, 1)
  return [
    'step',
    ['get', 'perSquareKilometre'],
    first.colour,
    ...more.flatMap(({ from, colour }) => [from, colour]),
  ] as unknown as ExpressionSpecification
}

function flat(
  { breaks, edgeMetres }: Pick<Hexagons, 'breaks' | 'edgeMetres'>,
  style: OverlayStyle,
): LayerSpecification[] {
  const { theme, textScale, opacity } = style
  const weighs: ExpressionSpecification = ['>', ['get', 'perSquareKilometre'], 0]
  return [
    {
      id: 'analysis-hexagon-fill',
      type: 'fill',
      source: HEXAGON_SOURCE,
      filter: weighs,
      paint: {
        'fill-color': colourByDensity(style, breaks),
        'fill-opacity': fillStrength(edgeMetres, opacity),
        'fill-opacity-transition': AT_ONCE,
        'fill-antialias': false,
      },
    },
    {
      id: 'analysis-hexagon-line',
      type: 'line',
      source: HEXAGON_SOURCE,
      filter: weighs,
      paint: {
        'line-color': ANALYSIS_COLOURS[theme].line,
        'line-width': 0.6 * textScale,
        'line-opacity': 0.35 * opacity,
      },
    },
  ]
}

/** MapLibre draws what comes after columns over them, so that they stand above lines and points. */
function upright(
  breaks: readonly number[],
  style: OverlayStyle,
  weight: PointWeight,
): LayerSpecification {
  return {
    id: 'analysis-hexagon-column',
    type: 'fill-extrusion',
    source: HEXAGON_SOURCE,
    filter: ['>', ['get', 'perSquareKilometre'], 0],
    paint: {
      'fill-extrusion-color': colourByDensity(style, breaks),
      'fill-extrusion-height': ['*', metresPerUnit(weight), ['get', 'perSquareKilometre']],
      'fill-extrusion-opacity': style.opacity,
      'fill-extrusion-opacity-transition': AT_ONCE,
      'fill-extrusion-vertical-gradient': true,
    },
  }
}

/** Hexagons by density, flat or upright, each with the highest level that lies inside. */
export function hexagonOverlay(
  { hexagons, breaks, edgeMetres }: Pick<Hexagons, 'hexagons' | 'breaks' | 'edgeMetres'>,
  { weight, extruded }: { weight: PointWeight; extruded: boolean },
  style: OverlayStyle,
): MapOverlay {
  return {
    sources: { [HEXAGON_SOURCE]: hexagons, [CENTRE_SOURCE]: hexagonCentres(hexagons) },
    below: extruded ? [] : flat({ breaks, edgeMetres }, style),
    // The foot of a column is hidden by its neighbours: a mark there would name the wrong one.
    above: extruded
      ? [upright(breaks, style, weight)]
      : [levelOutlines(HEXAGON_SOURCE, style), levelMarks(CENTRE_SOURCE, edgeMetres, style)],
    replacesAreaColours: true,
    replacesPoints: true,
  }
}
