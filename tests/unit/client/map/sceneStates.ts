import { LAYER_ORDER } from '#data/domain/layers'
import type { FiguresAnswer } from '#data/contract/responses'
import { NO_HIDDEN_DANGERS } from '../../../helpers/noHiddenDangers.ts'
import { DEFAULT_VISIBILITY } from '../../../../client/stores/layers.ts'
import { HOME } from '../../../../client/stores/place.ts'
import type { SceneState } from '../../../../client/map/scene.ts'

export const square = (west: number, south: number, side = 0.01) => [
  [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ] as [number, number][],
]

const area = (code: string, level: 'district' | 'street' | 'community') => ({
  type: 'Feature' as const,
  geometry: { type: 'MultiPolygon' as const, coordinates: [square(114, 22.6)] },
  properties: {
    code,
    level,
    name: code,
    parentCode: null,
    geometryStatus: 'schematic' as const,
    officialAreaKm2: null,
    labelPoint: [114, 22.6] as [number, number],
  },
})

const figures = (total: number, major: number, larger: number, parks: number) => ({
  riskPoints: { total, major, larger, general: 0, low: total - major - larger },
  riskValue: 2 * major + larger,
  overdueReviews: 0,
  missingCoordinates: 0,
  hazardSources: 0,
  majorHazardSources: 0,
  parks,
  demonstrationParks: 0,
  enterprises: parks * 12,
  ...NO_HIDDEN_DANGERS,
})

export const FIGURES: FiguresAnswer = {
  asOf: '2026-11-23T09:00:00+08:00',
  areas: [
    { code: '440307', level: 'district', ...figures(1200, 2, 40, 6) },
    { code: '440307013', level: 'street', ...figures(1200, 2, 40, 6) },
    { code: '440307013002', level: 'community', ...figures(1200, 2, 12, 6) },
    { code: '440307013007', level: 'community', ...figures(0, 0, 0, 0) },
  ],
  parks: [{ code: 'P-1', areaCode: '440307013002', ...figures(1200, 0, 12, 1) }],
}

/** A small district: one street, a community with a park, one without. */
export const STATE: SceneState = {
  geography: {
    areas: {
      type: 'FeatureCollection',
      features: [
        area('440307', 'district'),
        area('440307013', 'street'),
        area('440307013002', 'community'),
        area('440307013007', 'community'),
      ],
    },
    neighbours: null,
    parks: null,
  },
  figures: FIGURES,
  counts: null,
  clusters: null,
  buildings: null,
  consequences: null,
  overlays: {},
  place: HOME,
  scale: 'district',
  theme: 'dark',
  textScale: 1,
  compact: false,
  measure: 'riskValue',
  visibility: DEFAULT_VISIBILITY,
  hoveredArea: null,
  hoveredPark: null,
}

export const NOTHING_VISIBLE = Object.fromEntries(
  LAYER_ORDER.map((key) => [key, false]),
) as SceneState['visibility']
