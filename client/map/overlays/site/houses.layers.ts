import type { ParkFeatureKind } from '#data/domain/parkFeatures'
import { RISK_LEVELS, RISK_LEVEL_ORDER, type RiskLevel } from '#data/domain/riskLevels'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { MAP_FONTS, MAP_THEMES } from '../../mapTheme.ts'
import { AT_ONCE } from '../overlayStyle.ts'
import { labelPaint } from '../aroundStyle.ts'
import { siteImageName } from './siteImages.ts'
import { idOf, isOfKind, SITE, type KindBuilder, type SiteStyle } from './siteStyle.ts'

const byLevel = (
  colour: (level: RiskLevel) => string,
  otherwise: string,
): ExpressionSpecification =>
  [
    'match',
    ['get', 'level'],
    ...RISK_LEVEL_ORDER.flatMap((level) => [level, colour(level)]),
    otherwise,
  ] as unknown as ExpressionSpecification

const ifDim = <T>(dim: T, otherwise: T) =>
  ['case', ['get', 'dim'], dim, otherwise] as unknown as ExpressionSpecification

/** A house of a level in its shade for this ground; one without points, or seen through, neutral. */
const fillColour = ({ theme }: SiteStyle) => {
  const { building, levelFill } = MAP_THEMES[theme]
  return ifDim(building as never, byLevel((level) => levelFill[level], building) as never)
}

/** The pure colour of the level is carried by the line. */
const lineColour = ({ theme }: SiteStyle) =>
  byLevel((level) => RISK_LEVELS[level].colours[theme], MAP_THEMES[theme].buildingLine)

function flat(kind: ParkFeatureKind, style: SiteStyle): LayerSpecification[] {
  return [
    {
      id: idOf(kind),
      type: 'fill',
      source: SITE,
      filter: isOfKind(kind),
      paint: {
        'fill-color': fillColour(style),
        'fill-opacity': ifDim(0.45, 0.86),
        'fill-opacity-transition': AT_ONCE,
      },
    },
    {
      id: `${idOf(kind)}-line`,
      type: 'line',
      source: SITE,
      filter: isOfKind(kind),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': lineColour(style),
        'line-width': (kind === 'building' ? 1.6 : 1.1) * style.textScale,
      },
    },
  ]
}

const standing = (kind: ParkFeatureKind, style: SiteStyle): LayerSpecification => ({
  id: idOf(kind),
  type: 'fill-extrusion',
  source: SITE,
  filter: isOfKind(kind),
  paint: {
    'fill-extrusion-color': fillColour(style),
    'fill-extrusion-base': ['get', 'base'],
    'fill-extrusion-height': ['get', 'top'],
    'fill-extrusion-opacity': kind === 'building' ? 0.82 : 0.92,
    'fill-extrusion-vertical-gradient': true,
  },
})

const houseLabel = (
  kind: ParkFeatureKind,
  { theme, textScale }: SiteStyle,
): LayerSpecification => ({
  id: `${idOf(kind)}-label`,
  type: 'symbol',
  source: SITE,
  filter: isOfKind(kind),
  minzoom: kind === 'building' ? 15 : 17.5,
  layout: {
    'text-field': ['get', 'label'],
    'text-font': MAP_FONTS,
    'text-size': (kind === 'building' ? 12 : 11) * textScale,
    'text-max-width': 9,
    'text-padding': 1,
    'text-line-height': 1.25,
  },
  paint: labelPaint(theme),
})

/** 四色: buildings and units in the colour of the highest level in them, with its sign in the label. */
export const house: KindBuilder = (kind, style) => ({
  // A layer of another type cannot take the place of one with the same id: each has its own.
  onGrounds: style.extruded
    ? [{ ...standing(kind, style), id: `${idOf(kind)}-standing` } as LayerSpecification]
    : flat(kind, style),
  above: [houseLabel(kind, style)],
  opens: [idOf(kind), `${idOf(kind)}-standing`],
})

/** Hatched crosswise: dangerous goods are no level. */
export const store: KindBuilder = (kind, style) => ({
  onGrounds: [
    {
      id: idOf(kind),
      type: 'fill',
      source: SITE,
      filter: isOfKind(kind),
      paint: { 'fill-pattern': siteImageName({ kind: 'hatch', theme: style.theme }) },
    },
    {
      id: `${idOf(kind)}-line`,
      type: 'line',
      source: SITE,
      filter: isOfKind(kind),
      paint: { 'line-color': MAP_THEMES[style.theme].label, 'line-width': 2 * style.textScale },
    },
  ],
  above: [{ ...houseLabel(kind, style), minzoom: 17 } as LayerSpecification],
  opens: [idOf(kind)],
})
