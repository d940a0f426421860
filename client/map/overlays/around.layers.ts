import type { Around } from '#data/contract/analysis/aroundResponses'
import { FACILITY_KINDS } from '#data/domain/facilities'
import type { MapOverlay } from '../../stores/overlays.ts'
import { boundsOf } from '../geometry.ts'
import { MARK_COLOURS } from '../layers/markStyle.ts'
import { MAP_FONTS } from '../mapTheme.ts'
import {
  collection,
  FACILITY_SIGNS,
  isKind,
  labelPaint,
  pointedFeatures,
  pointedLayer,
  pointFeature,
  signLayers,
  type OverlayLook,
} from './aroundStyle.ts'
import { wayLabels } from './wayLabels.ts'

export type NearestWords = (nearest: {
  name: string
  distanceMetres: number
  minutes: number
}) => string

type Position = readonly [number, number]
const ID = 'around'

const lineFeature = (from: Position, to: Position): GeoJSON.Feature => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: [[...from], [...to]] },
  properties: { kind: 'way' },
})

/** The nearest help, each once: a station may also be in the list of what lies inside. */
function nearestOf({ nearest }: Around) {
  return Object.values(nearest).filter((each) => each !== null)
}

/** What was searched, the ways to the nearest help, and the places inside. Degrees WGS84. */
export function aroundFeatures(answer: Around, words: NearestWords): GeoJSON.FeatureCollection {
  const { area, facilities } = answer
  const nearest = nearestOf(answer)
  const box = area.geometry && boundsOf(area.geometry.coordinates)
  const ends = nearest.map(({ longitude, latitude }) => [longitude, latitude] as const)
  const labels = wayLabels(area.centre, ends, box)
  const known = new Set(nearest.map(({ code }) => code))
  const places = [...nearest, ...facilities.list.items.filter(({ code }) => !known.has(code))]
  return collection([
    ...(area.geometry
      ? [
          {
            type: 'Feature' as const,
            geometry: area.geometry as GeoJSON.MultiPolygon,
            properties: { kind: 'area' },
          },
        ]
      : []),
    ...ends.map((end) => lineFeature(area.centre, end)),
    ...labels.map(({ at, anchor }, index) =>
      pointFeature(at, { kind: 'wayLabel', anchor, text: words(nearest[index]!) }),
    ),
    ...places.map(({ code, name, kind, longitude, latitude }, rank) =>
      pointFeature([longitude, latitude], {
        kind: 'place',
        code,
        name,
        rank,
        sign: FACILITY_SIGNS[kind],
        sensitive: FACILITY_KINDS[kind].sensitive,
      }),
    ),
    pointFeature(area.centre, { kind: 'centre' }),
  ])
}

/** Layers of around here; the ring of what a list points at comes with it. */
export function aroundOverlay(
  features: GeoJSON.FeatureCollection,
  pointed: Position | null,
  look: OverlayLook,
): MapOverlay {
  const { theme, textScale } = look
  const accent = MARK_COLOURS[theme].selected
  return {
    sources: { [ID]: features, [`${ID}-pointed`]: pointedFeatures(pointed) },
    below: [
      {
        id: `${ID}-fill`,
        type: 'fill',
        source: ID,
        filter: isKind('area'),
        paint: { 'fill-color': accent, 'fill-opacity': 0.12 },
      },
      {
        id: `${ID}-outline`,
        type: 'line',
        source: ID,
        filter: isKind('area'),
        layout: { 'line-join': 'round' },
        paint: { 'line-color': accent, 'line-width': 2 * textScale, 'line-dasharray': [4, 2] },
      },
      {
        id: `${ID}-way`,
        type: 'line',
        source: ID,
        filter: isKind('way'),
        paint: { 'line-color': accent, 'line-width': 2 * textScale },
      },
    ],
    above: [
      {
        id: `${ID}-centre`,
        type: 'circle',
        source: ID,
        filter: isKind('centre'),
        paint: {
          'circle-radius': 4 * textScale,
          'circle-color': accent,
          'circle-stroke-color': labelPaint(theme)['text-halo-color'],
          'circle-stroke-width': 2 * textScale,
        },
      },
      ...signLayers(ID, ID, look),
      {
        id: `${ID}-way-label`,
        type: 'symbol',
        source: ID,
        filter: isKind('wayLabel'),
        layout: {
          'text-field': ['get', 'text'],
          'text-font': MAP_FONTS,
          'text-size': 12 * textScale,
          'text-max-width': 16,
          // Level whatever the way's direction, on the side where no other way is.
          // Where a badge stands there already, any other side is better than no label.
          'text-variable-anchor-offset': [
            'match',
            ['get', 'anchor'],
            'right',
            ['literal', ['right', [-1.1, 0], 'bottom', [0, -1.1], 'left', [1.1, 0]]],
            ['literal', ['left', [1.1, 0], 'bottom', [0, -1.1], 'right', [-1.1, 0]]],
          ],
          'text-justify': 'auto',
        },
        paint: labelPaint(theme),
      },
      pointedLayer(ID, `${ID}-pointed`, look),
    ],
    replacesAreaColours: false,
  }
}
