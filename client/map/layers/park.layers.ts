import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { imageName } from '../images.ts'
import { MAP_FONTS, MAP_THEMES } from '../mapTheme.ts'
import { isAtLeast } from '../scale.ts'
import type { BaseState } from '../scene.ts'
import { badgeByCode } from './labels.ts'

const FADE = { duration: 220, delay: 0 }
const isDemonstration: ExpressionSpecification = ['==', ['get', 'demonstration'], true]

/** Park grounds from the scale of a street on; buildings of the open park. */
export function parkGrounds(state: BaseState): LayerSpecification[] {
  const theme = MAP_THEMES[state.theme]
  const shown = isAtLeast(state.scale, 'street')
  const { parks, demonstrationParks } = state.visibility
  const filter: ExpressionSpecification = [
    'any',
    ['all', parks, ['!', isDemonstration]],
    ['all', parks || demonstrationParks, isDemonstration],
  ]
  const colour: ExpressionSpecification = [
    'case',
    isDemonstration,
    theme.demonstration,
    theme.parkLine,
  ]
  return [
    {
      id: 'park-fill',
      type: 'fill',
      source: 'parks',
      filter,
      paint: {
        'fill-color': ['case', isDemonstration, theme.demonstration, theme.park],
        'fill-opacity': shown ? (state.scale === 'park' ? 0.18 : 0.4) : 0,
        'fill-opacity-transition': FADE,
      },
    },
    {
      id: 'building',
      type: 'fill',
      source: 'buildings',
      paint: {
        'fill-color': theme.building,
        'fill-outline-color': theme.buildingLine,
        'fill-opacity': isAtLeast(state.scale, 'community') ? 0.55 : 0,
        'fill-opacity-transition': FADE,
      },
    },
    {
      id: 'park-line',
      type: 'line',
      source: 'parks',
      filter,
      paint: {
        'line-color': colour,
        'line-width': isAtLeast(state.scale, 'community') ? 1.4 : 0.8,
        'line-opacity': shown ? 0.9 : 0,
        'line-opacity-transition': FADE,
      },
    },
    {
      id: 'park-marked',
      type: 'line',
      source: 'parks',
      filter: [
        'in',
        ['get', 'code'],
        ['literal', [state.place.parkCode ?? '', state.hoveredPark ?? '']],
      ],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.selected, 'line-width': 2.4 },
    },
  ]
}

/** Names of parks with their counts, from the scale of a community on. */
export function parkNames(state: BaseState): LayerSpecification[] {
  const theme = MAP_THEMES[state.theme]
  const shown = state.visibility.parks && isAtLeast(state.scale, 'community')
  return [
    {
      id: 'park-name',
      type: 'symbol',
      source: 'parkLabels',
      layout: {
        visibility: shown ? 'visible' : 'none',
        'text-field': ['get', 'name'],
        'text-font': MAP_FONTS,
        'text-size': 12 * state.textScale,
        'text-max-width': 8,
        'text-padding': 4,
        'text-anchor': 'bottom',
        'text-offset': [0, -0.25],
        ...(shown ? badgeByCode(state, 'park') : {}),
      },
      paint: { 'text-color': theme.label, 'text-halo-color': theme.halo, 'text-halo-width': 1.6 },
    },
  ]
}

/** The demonstration parks: a star at every scale, the name once there is room for it. */
export function demonstrationStars(state: BaseState): LayerSpecification[] {
  const theme = MAP_THEMES[state.theme]
  const named = state.scale === 'street'
  // Closer in the park has a label with its count; the star stands above it.
  const above = isAtLeast(state.scale, 'community')
  return [
    {
      id: 'demonstration-star',
      type: 'symbol',
      source: 'parkLabels',
      filter: isDemonstration,
      layout: {
        visibility: state.visibility.demonstrationParks ? 'visible' : 'none',
        'icon-image': imageName({ kind: 'star', theme: state.theme }),
        'icon-size': (state.scale === 'district' ? 0.85 : 1) * state.textScale,
        'icon-offset': above ? [0, -32] : [0, 0],
        'icon-allow-overlap': true,
        'icon-ignore-placement': !named,
        'text-field': named ? ['get', 'name'] : '',
        'text-font': MAP_FONTS,
        'text-size': 12 * state.textScale,
        'text-anchor': 'top',
        'text-offset': [0, 0.9],
        'text-optional': true,
      },
      paint: {
        'text-color': theme.demonstration,
        'text-halo-color': theme.halo,
        'text-halo-width': 1.6,
      },
    },
  ]
}
