import { PARK_FEATURE_KIND_ORDER, type ParkFeatureKind } from '#data/domain/parkFeatures'
import type { LayerSpecification } from 'maplibre-gl'
import type { MapOverlay } from '../../../stores/overlays.ts'
import type { SiteVisibility } from '../../../stores/site.ts'
import { MARK_COLOURS } from '../../layers/markStyle.ts'
import { MAP_FONTS } from '../../mapTheme.ts'
import { labelPaint } from '../aroundStyle.ts'
import { house, store } from './houses.layers.ts'
import type { SITE_SIGNS } from './siteImages.ts'
import { siteImageName } from './siteImages.ts'
import { idOf, isOfKind, SITE, type KindBuilder, type SiteStyle } from './siteStyle.ts'
import { fireLane, road, route } from './ways.layers.ts'

type SignKind = keyof typeof SITE_SIGNS

/** A sign at its place, its name once there is room for it. */
const sign: KindBuilder = (kind, { theme, textScale }) => ({
  above: [
    {
      id: idOf(kind),
      type: 'symbol',
      source: SITE,
      filter: isOfKind(kind),
      layout: {
        'icon-image': siteImageName({ kind: kind as SignKind, theme }),
        'icon-size': ['interpolate', ['linear'], ['zoom'], 15, 0.6 * textScale, 17.5, textScale],
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'text-field': ['step', ['zoom'], '', 18.5, ['get', 'label']],
        'text-font': MAP_FONTS,
        'text-size': 11 * textScale,
        'text-anchor': 'top',
        'text-offset': [0, 1.1],
        'text-max-width': 8,
        'text-optional': true,
      },
      paint: labelPaint(theme),
    },
  ],
  opens: [idOf(kind)],
})

/** Every kind of the registry: one that is forgotten fails to compile. */
const KIND_BUILDERS: Record<ParkFeatureKind, KindBuilder> = {
  building: house,
  unit: house,
  dangerousGoodsStore: store,
  road,
  fireLane,
  evacuationRoute: route,
  gate: sign,
  hydrant: sign,
  microFireStation: sign,
  volunteerBrigade: sign,
  assemblyPoint: sign,
  gasIsolationPoint: sign,
  powerIsolationPoint: sign,
  camera: sign,
  alarm: sign,
  riskNoticeBoard: sign,
}

/** From the ground up: ways under houses; units before houses, whose walls would hide them. */
/** What there are many of lies under what there is one of: a gate is not to be lost at a hydrant. */
const DRAWN_LATER: readonly ParkFeatureKind[] = [
  'dangerousGoodsStore',
  'alarm',
  'camera',
  'hydrant',
]
const DRAWN_FIRST: readonly ParkFeatureKind[] = ['road', 'fireLane', 'evacuationRoute']
const housesOf = ({ extruded }: SiteStyle): readonly ParkFeatureKind[] =>
  extruded ? ['unit', 'building'] : ['building', 'unit']

function drawingOrder(style: SiteStyle): readonly ParkFeatureKind[] {
  const known = new Set<ParkFeatureKind>([...DRAWN_FIRST, 'building', 'unit', ...DRAWN_LATER])
  return [
    ...DRAWN_FIRST,
    ...housesOf(style),
    ...DRAWN_LATER,
    ...PARK_FEATURE_KIND_ORDER.filter((kind) => !known.has(kind)).toReversed(),
  ]
}

/** Around what is open in the card: a line about its edge or along it, a ring about a sign. */
function markedLayers(code: string, { theme, textScale }: SiteStyle): LayerSpecification[] {
  const { outline, selected } = MARK_COLOURS[theme]
  const isOpen = ['==', ['get', 'code'], code] as const
  const isSign = ['==', ['geometry-type'], 'Point'] as const
  return [
    ...([7, 3.5] as const).map((width, index): LayerSpecification => ({
      id: `${SITE}-marked-line-${index}`,
      type: 'line',
      source: SITE,
      filter: ['all', isOpen, ['!', isSign]] as never,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': index ? selected : outline, 'line-width': width * textScale },
    })),
    {
      id: `${SITE}-marked-ring`,
      type: 'circle',
      source: SITE,
      filter: ['all', isOpen, isSign] as never,
      paint: {
        'circle-radius': 17 * textScale,
        'circle-opacity': 0,
        'circle-stroke-color': selected,
        'circle-stroke-width': 3 * textScale,
      },
    },
  ]
}

/** The site of a park: pure, of its features (siteFeatures), what is switched on, and what is open. */
export function siteOverlay(
  features: GeoJSON.FeatureCollection,
  visibility: SiteVisibility,
  openCode: string | null,
  style: SiteStyle,
): MapOverlay {
  const drawn = drawingOrder(style)
    .filter((kind) => visibility[kind])
    .map((kind) => KIND_BUILDERS[kind](kind, style))
  return {
    sources: { [SITE]: features },
    below: [],
    onGrounds: drawn.flatMap(({ onGrounds = [] }) => onGrounds),
    above: [
      ...(openCode === null ? [] : markedLayers(openCode, style)),
      ...drawn.flatMap(({ above = [] }) => above),
    ],
    replacesAreaColours: false,
    replacesBuildings: true,
    opens: drawn.flatMap(({ opens }) => opens),
  }
}
