import type { LayerSpecification } from 'maplibre-gl'
import { MAP_FONTS, MAP_THEMES } from '../mapTheme.ts'
import type { BaseState } from '../scene.ts'

/** The ground, and the district's land on it: always there, whatever is switched off. */
export function ground(state: BaseState): LayerSpecification[] {
  const theme = MAP_THEMES[state.theme]
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': theme.ground } },
    {
      id: 'neighbour-fill',
      type: 'fill',
      source: 'neighbours',
      layout: { visibility: state.visibility.neighbours ? 'visible' : 'none' },
      paint: { 'fill-color': theme.neighbour },
    },
    {
      id: 'neighbour-line',
      type: 'line',
      source: 'neighbours',
      layout: { visibility: state.visibility.neighbours ? 'visible' : 'none' },
      paint: { 'line-color': theme.neighbourLine, 'line-width': 1 },
    },
    {
      id: 'land',
      type: 'fill',
      source: 'areas',
      filter: ['==', ['get', 'level'], 'district'],
      paint: { 'fill-color': theme.land },
    },
  ]
}

export function neighbourNames(state: BaseState): LayerSpecification[] {
  const theme = MAP_THEMES[state.theme]
  return [
    {
      id: 'neighbour-name',
      type: 'symbol',
      source: 'neighbourLabels',
      layout: {
        visibility: state.visibility.neighbours ? 'visible' : 'none',
        'text-field': ['get', 'name'],
        'text-font': MAP_FONTS,
        'text-size': 12 * state.textScale,
        'text-letter-spacing': 0.2,
        'text-padding': 20,
      },
      paint: { 'text-color': theme.labelSoft, 'text-opacity': 0.55 },
    },
  ]
}
