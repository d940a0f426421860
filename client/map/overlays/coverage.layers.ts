import type { Coverage } from '#data/contract/analysis/coverageResponses'
import type { MapOverlay } from '../../stores/overlays.ts'
import { MAP_THEMES } from '../mapTheme.ts'
import {
  collection,
  FACILITY_SIGNS,
  isKind,
  pointedFeatures,
  pointedLayer,
  pointFeature,
  signLayers,
  type OverlayLook,
} from './aroundStyle.ts'

const ID = 'coverage'

/** What stations reach, the stations, and the 重大 and 较大 points that none reaches. Degrees WGS84. */
export function coverageFeatures(answer: Coverage): GeoJSON.FeatureCollection {
  const { geometry, stations, uncoveredPoints } = answer
  return collection([
    ...(geometry
      ? [
          {
            type: 'Feature' as const,
            geometry: geometry as GeoJSON.MultiPolygon,
            properties: { kind: 'reach' },
          },
        ]
      : []),
    ...stations.items.map(({ code, name, longitude, latitude }, rank) =>
      pointFeature([longitude, latitude], {
        kind: 'place',
        code,
        name,
        rank,
        sign: FACILITY_SIGNS.microFireStation,
        sensitive: false,
      }),
    ),
    ...uncoveredPoints.items.map(({ code, level, longitude, latitude }) =>
      pointFeature([longitude, latitude], { kind: 'uncovered', code, level }),
    ),
  ])
}

/**
 * Land that is reached as a quiet fill; the points that are not as double rings, which no other mark
 * of the map has.
 */
export function coverageOverlay(
  features: GeoJSON.FeatureCollection,
  pointed: readonly [number, number] | null,
  look: OverlayLook,
): MapOverlay {
  const { theme, textScale } = look
  const colours = MAP_THEMES[theme]
  return {
    sources: { [ID]: features, [`${ID}-pointed`]: pointedFeatures(pointed) },
    below: [
      {
        id: `${ID}-fill`,
        type: 'fill',
        source: ID,
        filter: isKind('reach'),
        paint: { 'fill-color': colours.demonstration, 'fill-opacity': 0.26 },
      },
      {
        id: `${ID}-outline`,
        type: 'line',
        source: ID,
        filter: isKind('reach'),
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': colours.demonstration,
          'line-width': 1.25 * textScale,
          'line-opacity': 0.8,
        },
      },
    ],
    above: [
      ...[15, 11].map((radius, index) => ({
        id: `${ID}-uncovered-${index}`,
        type: 'circle' as const,
        source: ID,
        filter: isKind('uncovered'),
        paint: {
          'circle-radius': radius * textScale,
          'circle-color': colours.label,
          'circle-opacity': 0,
          'circle-stroke-color': index ? colours.label : colours.halo,
          'circle-stroke-width': (index ? 2.5 : 4) * textScale,
          'circle-stroke-opacity': index ? 1 : 0.6,
        },
      })),
      ...signLayers(ID, ID, look).map((layer) => ({ ...layer, minzoom: 12 })),
      pointedLayer(ID, `${ID}-pointed`, look),
    ],
    // What is reached is said by colour, which would mix with that of the areas.
    replacesAreaColours: true,
  }
}
