import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { imageName } from '../images.ts'
import { MAP_THEMES } from '../mapTheme.ts'
import { areaPaints } from '../measureColours.ts'
import { isAtLeast } from '../scale.ts'
import type { BaseState } from '../scene.ts'

const FADE = { duration: 220, delay: 0 }

const ofLevel = (level: string): ExpressionSpecification => ['==', ['get', 'level'], level]

/** Colour by code: a paint change, so that a new measure or theme moves no geometry. */
function colourByCode(state: BaseState, level: 'street' | 'community') {
  const { land } = MAP_THEMES[state.theme]
  const painted = state.figures ? areaPaints(state.figures, level, state) : []
  const pairs = painted.flatMap(({ code, colour }) => (colour ? [code, colour] : []))
  return pairs.length
    ? (['match', ['get', 'code'], ...pairs, land] as unknown as ExpressionSpecification)
    : land
}

function fill(state: BaseState, level: 'street' | 'community'): LayerSpecification {
  const shown = state.visibility.measure && (level === 'street') === (state.scale === 'district')
  // Closer in, the marks speak and the colour of the area steps back.
  const strength = state.scale === 'park' ? 0.25 : state.scale === 'community' ? 0.5 : 0.9
  return {
    id: `${level}-fill`,
    type: 'fill',
    source: 'areas',
    filter: ofLevel(level),
    paint: {
      'fill-color': colourByCode(state, level),
      'fill-opacity': shown ? strength : 0,
      'fill-opacity-transition': FADE,
      'fill-color-transition': FADE,
      'fill-antialias': false,
    },
  }
}

function hatch(state: BaseState): LayerSpecification {
  const codes = state.figures
    ? areaPaints(state.figures, 'community', state)
        .filter(({ hatched }) => hatched)
        .map(({ code }) => code)
    : []
  return {
    id: 'community-hatch',
    type: 'fill',
    source: 'areas',
    filter: ['in', ['get', 'code'], ['literal', codes]],
    paint: {
      'fill-pattern': imageName({ kind: 'hatch', theme: state.theme }),
      'fill-opacity': state.visibility.measure && isAtLeast(state.scale, 'street') ? 1 : 0,
      'fill-opacity-transition': FADE,
    },
  }
}

export function areaFills(state: BaseState): LayerSpecification[] {
  return [fill(state, 'street'), fill(state, 'community'), hatch(state)]
}

/** Streets firm, communities thin and dashed: Voronoi edges are schematic and say so. */
export function areaOutlines(state: BaseState): LayerSpecification[] {
  const theme = MAP_THEMES[state.theme]
  const { areaCode, parkCode } = state.place
  const dark = state.theme === 'dark'
  const inside = isAtLeast(state.scale, 'street')
  return [
    {
      id: 'community-line',
      type: 'line',
      source: 'areas',
      filter: ofLevel('community'),
      paint: {
        'line-color': theme.communityLine,
        'line-width': state.textScale * (inside ? 1 : 0.6),
        'line-dasharray': [3, 2.5],
        'line-opacity': inside ? 0.9 : 0.45,
        'line-opacity-transition': FADE,
      },
    },
    {
      id: 'street-line',
      type: 'line',
      source: 'areas',
      filter: ofLevel('street'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': theme.streetLine,
        'line-width': state.textScale * (inside ? 2 : 1.4),
        'line-dasharray': [6, 2],
      },
    },
    {
      id: 'district-glow',
      type: 'line',
      source: 'areas',
      filter: ofLevel('district'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': theme.glow,
        'line-width': 12 * state.textScale,
        'line-blur': 12 * state.textScale,
        'line-opacity': dark ? 0.55 : 0.4,
      },
    },
    {
      id: 'district-line',
      type: 'line',
      source: 'areas',
      filter: ofLevel('district'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.districtLine, 'line-width': 2.4 * state.textScale },
    },
    {
      id: 'area-hovered',
      type: 'line',
      source: 'areas',
      filter: ['==', ['get', 'code'], state.hoveredArea ?? ''],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': theme.selected,
        'line-width': 1.6 * state.textScale,
        'line-opacity': 0.8,
      },
    },
    {
      id: 'area-selected',
      type: 'line',
      source: 'areas',
      filter: ['all', ['==', ['get', 'code'], areaCode], ['!=', ['get', 'level'], 'district']],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': theme.selected,
        'line-width': state.textScale * (parkCode ? 1.5 : 2.6),
        'line-opacity': parkCode ? 0.5 : 1,
      },
    },
  ]
}
