import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { metresPerPixel } from '../../metresPerPixel.ts'
import { MAP_FONTS, MAP_THEMES } from '../../mapTheme.ts'
import { labelPaint } from '../aroundStyle.ts'
import { colourOf, idOf, isOfKind, SITE, type KindBuilder, type SiteStyle } from './siteStyle.ts'

/** Where the district lies; across it a metre differs by less than 0.2 % in pixels. */
const LATITUDE = 22.72
const [FROM, TO] = [10, 22] as const

/** True to the ground: as many metres across as the thing says, at least a hair on the screen. */
const trueWidth = (hair: number): ExpressionSpecification => {
  const at = (zoom: number) => [
    'max',
    hair,
    ['/', ['get', 'widthMetres'], metresPerPixel(LATITUDE, zoom)],
  ]
  return [
    'interpolate',
    ['exponential', 2],
    ['zoom'],
    FROM,
    at(FROM),
    TO,
    at(TO),
  ] as unknown as ExpressionSpecification
}

const wayName = (
  kind: Parameters<KindBuilder>[0],
  { theme, textScale }: SiteStyle,
): LayerSpecification => ({
  id: `${idOf(kind)}-label`,
  type: 'symbol',
  source: SITE,
  filter: isOfKind(kind),
  minzoom: 17.5,
  layout: {
    'symbol-placement': 'line',
    'symbol-spacing': 320,
    'text-field': ['get', 'label'],
    'text-font': MAP_FONTS,
    'text-size': 11 * textScale,
  },
  paint: labelPaint(theme),
})

/** A carriageway as wide as it is. */
export const road: KindBuilder = (kind, style) => ({
  onGrounds: [
    {
      id: idOf(kind),
      type: 'line',
      source: SITE,
      filter: isOfKind(kind),
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paint: {
        'line-color': MAP_THEMES[style.theme].labelSoft,
        'line-opacity': 0.3,
        'line-width': trueWidth(1.5),
      },
    },
  ],
  above: [wayName(kind, style)],
  opens: [idOf(kind)],
})

/** A carriageway as wide as it is, with a dashed line in its middle: told from a road without colour. */
export const fireLane: KindBuilder = (kind, style) => ({
  onGrounds: [
    {
      id: idOf(kind),
      type: 'line',
      source: SITE,
      filter: isOfKind(kind),
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paint: {
        'line-color': colourOf(kind, style.theme),
        'line-opacity': 0.3,
        'line-width': trueWidth(2.5),
      },
    },
    {
      id: `${idOf(kind)}-middle`,
      type: 'line',
      source: SITE,
      filter: isOfKind(kind),
      paint: {
        'line-color': colourOf(kind, style.theme),
        'line-width': 1.5 * style.textScale,
        'line-dasharray': [8, 4],
      },
    },
  ],
  above: [wayName(kind, style)],
  opens: [idOf(kind)],
})

/** Dashes with heads in the direction in which one runs. */
export const route: KindBuilder = (kind, style) => {
  const { theme, textScale } = style
  const colour = colourOf(kind, theme)
  return {
    onGrounds: [
      {
        id: idOf(kind),
        type: 'line',
        source: SITE,
        filter: isOfKind(kind),
        layout: { 'line-join': 'round' },
        paint: { 'line-color': colour, 'line-width': 3 * textScale, 'line-dasharray': [2, 1.2] },
      },
    ],
    above: [
      {
        id: `${idOf(kind)}-arrow`,
        type: 'symbol',
        source: SITE,
        filter: isOfKind(kind),
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 70,
          'text-field': '▶',
          'text-font': MAP_FONTS,
          'text-size': 13 * textScale,
          'text-keep-upright': false,
          'text-rotation-alignment': 'map',
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: { ...labelPaint(theme), 'text-color': colour },
      },
    ],
    opens: [idOf(kind)],
  }
}
