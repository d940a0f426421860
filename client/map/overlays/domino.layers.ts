import type { Domino } from '#data/contract/analysis/dominoResponses'
import { circle } from '@turf/turf'
import type { MapOverlay } from '../../stores/overlays.ts'
import { RING_COLOURS } from '../layers/consequence.layers.ts'
import { MAP_FONTS } from '../mapTheme.ts'
import {
  collection,
  isKind,
  labelPaint,
  pointedFeatures,
  pointedLayer,
  pointFeature,
  type OverlayLook,
} from './aroundStyle.ts'

export type DominoGroup = Domino['groups']['items'][number]

const ID = 'domino'
/** Corners of a circle of some hundred metres: a chord then leaves it by less than a metre. */
const STEPS = 64

function memberFeatures(group: DominoGroup): GeoJSON.Feature[] {
  return group.members.flatMap(({ code, name, longitude, latitude, radiusMetres }) => [
    circle([longitude, latitude], radiusMetres, {
      steps: STEPS,
      units: 'meters',
      properties: { kind: 'circle', code },
    }),
    pointFeature([longitude, latitude], { kind: 'member', code, name }),
  ])
}

/** From who reaches to who is reached; both heads where each reaches the other. */
function linkFeatures({ members, links }: DominoGroup): GeoJSON.Feature[] {
  const places = new Map(members.map((member) => [member.code, member]))
  return links.items.flatMap(({ from, to, distanceMetres, mutual }) => {
    const [start, end] = [places.get(from), places.get(to)]
    if (!start || !end) return []
    return [
      {
        type: 'Feature' as const,
        geometry: {
          type: 'LineString' as const,
          coordinates: [
            [start.longitude, start.latitude],
            [end.longitude, end.latitude],
          ],
        },
        properties: {
          kind: 'link',
          arrow: mutual ? '◀  ▶' : '▶',
          text: `${Math.round(distanceMetres)} m`,
        },
      },
    ]
  })
}

/** Groups with their circles, members and who reaches whom. Degrees WGS84. */
export function dominoFeatures(
  { groups }: Domino,
  title: (group: DominoGroup) => string,
): GeoJSON.FeatureCollection {
  return collection(
    groups.items.flatMap((group) => {
      const [first] = group.members
      return [
        {
          type: 'Feature' as const,
          geometry: group.geometry as GeoJSON.MultiPolygon,
          properties: { kind: 'group', number: group.number },
        },
        ...memberFeatures(group),
        ...linkFeatures(group),
        ...(first
          ? [pointFeature([first.longitude, first.latitude], { kind: 'title', text: title(group) })]
          : []),
      ]
    }),
  )
}

/** In the colour of the consequence circles, of which these are one kind. */
export function dominoOverlay(
  features: GeoJSON.FeatureCollection,
  pointed: readonly [number, number] | null,
  look: OverlayLook,
): MapOverlay {
  const { theme, textScale } = look
  const [colour] = RING_COLOURS[theme]
  const text = { 'text-font': MAP_FONTS, 'text-size': 12 * textScale }
  return {
    sources: { [ID]: features, [`${ID}-pointed`]: pointedFeatures(pointed) },
    below: [
      {
        id: `${ID}-fill`,
        type: 'fill',
        source: ID,
        filter: isKind('group'),
        paint: { 'fill-color': colour, 'fill-opacity': 0.14 },
      },
      {
        id: `${ID}-circle`,
        type: 'line',
        source: ID,
        filter: isKind('circle'),
        paint: { 'line-color': colour, 'line-width': 1 * textScale, 'line-opacity': 0.7 },
      },
      {
        id: `${ID}-outline`,
        type: 'line',
        source: ID,
        filter: isKind('group'),
        paint: { 'line-color': colour, 'line-width': 2.25 * textScale },
      },
      {
        id: `${ID}-link`,
        type: 'line',
        source: ID,
        filter: isKind('link'),
        minzoom: 12,
        paint: { 'line-color': colour, 'line-width': 2 * textScale },
      },
    ],
    above: [
      {
        id: `${ID}-arrow`,
        type: 'symbol',
        source: ID,
        filter: isKind('link'),
        minzoom: 14,
        layout: {
          ...text,
          'symbol-placement': 'line-center',
          'text-field': ['get', 'arrow'],
          'text-keep-upright': false,
          'text-rotation-alignment': 'map',
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: { ...labelPaint(theme), 'text-color': colour },
      },
      {
        id: `${ID}-distance`,
        type: 'symbol',
        source: ID,
        filter: isKind('link'),
        minzoom: 15.5,
        layout: {
          ...text,
          'symbol-placement': 'line-center',
          'text-field': ['get', 'text'],
          'text-offset': [0, -0.9],
        },
        paint: labelPaint(theme),
      },
      {
        id: `${ID}-member`,
        type: 'symbol',
        source: ID,
        filter: isKind('member'),
        minzoom: 15.5,
        layout: {
          ...text,
          'text-field': ['get', 'name'],
          'text-anchor': 'top',
          'text-offset': [0, 1],
          'text-max-width': 9,
        },
        paint: labelPaint(theme),
      },
      {
        id: `${ID}-title`,
        type: 'symbol',
        source: ID,
        filter: isKind('title'),
        maxzoom: 15.5,
        layout: {
          ...text,
          'text-field': ['get', 'text'],
          'text-anchor': 'bottom',
          'text-offset': [0, -1.2],
          'text-max-width': 14,
        },
        paint: labelPaint(theme),
      },
      pointedLayer(ID, `${ID}-pointed`, look),
    ],
    replacesAreaColours: false,
  }
}
