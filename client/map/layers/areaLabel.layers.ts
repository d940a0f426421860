import type { LayerSpecification } from 'maplibre-gl'
import { MAP_FONTS, MAP_THEMES } from '../mapTheme.ts'
import type { BaseState } from '../scene.ts'
import { badgeByCode } from './labels.ts'

function label(state: BaseState, level: 'street' | 'community'): LayerSpecification {
  const theme = MAP_THEMES[state.theme]
  const atDistrict = state.scale === 'district'
  const shown = level === 'street' ? atDistrict : !atDistrict && state.scale !== 'park'
  const street = level === 'street'
  return {
    id: `${level}-label`,
    type: 'symbol',
    source: 'areaLabels',
    // Inside a community its own name is in the panel; on the map it would cover its parks.
    filter: [
      'all',
      ['==', ['get', 'level'], level],
      ['!=', ['get', 'code'], state.scale === 'community' ? state.place.areaCode : ''],
    ],
    layout: {
      visibility: shown ? 'visible' : 'none',
      'text-field': ['get', 'name'],
      'text-font': MAP_FONTS,
      'text-size': (street && !state.compact ? 15 : 13) * state.textScale,
      'text-anchor': 'bottom',
      'text-offset': [0, -0.2],
      'text-padding': 2,
      // Eleven streets keep their names wherever there is room; communities yield to one another.
      'text-allow-overlap': street && !state.compact,
      'icon-allow-overlap': street && !state.compact,
      // Hundreds of badges that nobody sees would be made anew at every step of a filter.
      ...(!shown || (street && state.compact) ? {} : badgeByCode(state, level)),
    },
    paint: {
      'text-color': street || state.scale === 'street' ? theme.label : theme.labelSoft,
      'text-halo-color': theme.halo,
      'text-halo-width': 1.8,
    },
  }
}

export function areaLabels(state: BaseState): LayerSpecification[] {
  return [label(state, 'community'), label(state, 'street')]
}
