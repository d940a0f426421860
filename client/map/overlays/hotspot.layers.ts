import type { ExpressionSpecification } from 'maplibre-gl'
import type { HotspotClass, Hotspots } from '../../analysis/analysisProtocol.ts'
import type { MapOverlay } from '../../stores/overlays.ts'
import { imageName } from '../images.ts'
import { MAP_THEMES } from '../mapTheme.ts'
import { ANALYSIS_COLOURS, hotspotColour } from './analysisColours.ts'
import { AT_ONCE, fillStrength, type OverlayStyle } from './overlayStyle.ts'

const SOURCE = 'analysis-hotspots'

/** From hot to cold: the order of legends. */
export const HOTSPOT_CLASSES = [99, 95, 90, 0, -90, -95, -99] as const satisfies HotspotClass[]
/** Width of the outline in pixels: the surer, the stronger, so that it is told without colour. */
export const HOTSPOT_LINES: Record<HotspotClass, number> = {
  99: 2.4,
  95: 1.4,
  90: 0.6,
  0: 0.3,
  [-90]: 0.6,
  [-95]: 1.4,
  [-99]: 2.4,
}

const SIGNIFICANCE: ExpressionSpecification = ['get', 'significance']

function bySignificance<Value>(valueOf: (significance: HotspotClass) => Value, other: Value) {
  const pairs = HOTSPOT_CLASSES.flatMap((each) => [each, valueOf(each)])
  return ['match', SIGNIFICANCE, ...pairs, other] as unknown as ExpressionSpecification
}

/** Hot full, cold hatched, the rest nearly empty; the surer, the stronger the outline. */
export function hotspotOverlay(
  { hexagons, edgeMetres }: Pick<Hotspots, 'hexagons' | 'edgeMetres'>,
  { theme, textScale, opacity }: OverlayStyle,
): MapOverlay {
  const { line, quiet } = ANALYSIS_COLOURS[theme]
  return {
    sources: { [SOURCE]: hexagons },
    below: [
      {
        id: 'analysis-hotspot-fill',
        type: 'fill',
        source: SOURCE,
        filter: ['!=', SIGNIFICANCE, 0],
        paint: {
          'fill-color': bySignificance((each) => hotspotColour(theme, each) ?? quiet, quiet),
          'fill-opacity': fillStrength(edgeMetres, opacity),
          'fill-opacity-transition': AT_ONCE,
          'fill-antialias': false,
        },
      },
      {
        id: 'analysis-hotspot-hatch',
        type: 'fill',
        source: SOURCE,
        filter: ['<', SIGNIFICANCE, 0],
        paint: {
          'fill-pattern': imageName({ kind: 'hatch', theme }),
          'fill-opacity': fillStrength(edgeMetres, 1),
        },
      },
      {
        id: 'analysis-hotspot-line',
        type: 'line',
        source: SOURCE,
        layout: { 'line-join': 'round', 'line-sort-key': ['abs', SIGNIFICANCE] },
        paint: {
          'line-color': bySignificance(
            (each) => (each === 0 ? quiet : each > 0 ? line : MAP_THEMES[theme].demonstration),
            quiet,
          ),
          'line-width': bySignificance((each) => HOTSPOT_LINES[each] * textScale, 0),
          'line-opacity': bySignificance((each) => (each === 0 ? 0.2 : 0.9), 0),
        },
      },
    ],
    above: [],
    replacesAreaColours: true,
  }
}
