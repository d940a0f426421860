import type { FacilityKind } from '#data/domain/facilities'
import type { Theme } from '../../stores/session.ts'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { MARK_COLOURS } from '../layers/markStyle.ts'
import { MAP_FONTS, MAP_THEMES } from '../mapTheme.ts'

/** What the layers of a tool depend on besides their answer. */
export type OverlayLook = { theme: Theme; textScale: number }

/** One character says what a place is, on the map, in lists and on paper. */
export const FACILITY_SIGNS: Record<FacilityKind, string> = {
  microFireStation: '站',
  fireBrigade: '消',
  hospital: '医',
  shelter: '避',
  supplyStore: '物',
  school: '学',
  nursery: '幼',
  dormitory: '宿',
  oldPeoplesHome: '养',
}

/** Help in the accent of the page, places that need help in the colour of its text. */
export function signColours(theme: Theme) {
  return {
    help: MARK_COLOURS[theme].selected,
    sensitive: MAP_THEMES[theme].label,
    text: MAP_THEMES[theme].halo,
  }
}

type Filter = ExpressionSpecification
export const isKind = (kind: string): Filter => ['==', ['get', 'kind'], kind]

/** Signs of places with their names: the disc, the character in it, the name where there is room. */
export function signLayers(key: string, source: string, look: OverlayLook): LayerSpecification[] {
  const { theme, textScale } = look
  const colours = signColours(theme)
  const filter = isKind('place')
  return [
    {
      id: `${key}-place`,
      type: 'circle',
      source,
      filter,
      paint: {
        'circle-radius': 9 * textScale,
        'circle-color': ['case', ['get', 'sensitive'], colours.sensitive, colours.help],
        'circle-stroke-color': MAP_THEMES[theme].halo,
        'circle-stroke-width': 1.5 * textScale,
      },
    },
    {
      id: `${key}-place-sign`,
      type: 'symbol',
      source,
      filter,
      layout: {
        'text-field': ['get', 'sign'],
        'text-font': MAP_FONTS,
        'text-size': 11 * textScale,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': colours.text },
    },
    {
      id: `${key}-place-name`,
      type: 'symbol',
      source,
      filter,
      minzoom: 13,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': MAP_FONTS,
        'text-size': 12 * textScale,
        'text-anchor': 'top',
        'text-offset': [0, 0.9],
        'text-max-width': 9,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: {
        'text-color': MAP_THEMES[theme].label,
        'text-halo-color': MAP_THEMES[theme].halo,
        'text-halo-width': 1.6,
      },
    },
  ]
}

/** A ring around what a list points at. */
export function pointedLayer(key: string, source: string, look: OverlayLook): LayerSpecification {
  return {
    id: `${key}-pointed`,
    type: 'circle',
    source,
    paint: {
      'circle-radius': 16 * look.textScale,
      'circle-color': MARK_COLOURS[look.theme].selected,
      'circle-opacity': 0.18,
      'circle-stroke-color': MARK_COLOURS[look.theme].selected,
      'circle-stroke-width': 3 * look.textScale,
    },
  }
}

export const labelPaint = (theme: Theme) => ({
  'text-color': MAP_THEMES[theme].label,
  'text-halo-color': MAP_THEMES[theme].halo,
  'text-halo-width': 2,
})

export const pointFeature = (
  coordinates: readonly [number, number],
  properties: GeoJSON.GeoJsonProperties,
): GeoJSON.Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [...coordinates] },
  properties,
})

export const collection = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features,
})

export function pointedFeatures(at: readonly [number, number] | null): GeoJSON.FeatureCollection {
  return collection(at ? [pointFeature(at, {})] : [])
}
