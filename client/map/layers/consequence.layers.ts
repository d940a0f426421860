import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Theme } from '../../stores/session.ts'
import { MAP_FONTS, MAP_THEMES } from '../mapTheme.ts'
import type { BaseState } from '../scene.ts'

type Colours = readonly [string, string, string, string, string]

/**
 * From the gravest ring to the mildest: amber to violet, none of the four level colours, and apart
 * by their dashes without any colour.
 */
export const RING_COLOURS: Record<Theme, Colours> = {
  dark: ['#ff9de6', '#e6a6ff', '#cbb0ff', '#d9c6a0', '#b8b8d8'],
  light: ['#a3116f', '#86219c', '#6540b0', '#7a5c1e', '#5a5f80'],
}
/** In widths of the line; the gravest is drawn through. */
export const RING_DASHES: readonly (readonly [number, number] | null)[] = [
  null,
  [6, 2],
  [3, 2],
  [1.5, 1.5],
  [0.5, 2],
]

const isKind = (kind: 'ring' | 'label' | 'note'): ExpressionSpecification => [
  '==',
  ['get', 'kind'],
  kind,
]
const shownIf = ({ visibility }: BaseState) =>
  visibility.consequences ? ('visible' as const) : ('none' as const)

/** Rings around a hazard source, below points and labels. */
export function consequenceRings(state: BaseState): LayerSpecification[] {
  return [
    {
      id: 'consequence-fill',
      type: 'fill',
      source: 'consequences',
      filter: isKind('ring'),
      layout: { visibility: shownIf(state) },
      // Rings lie in one another: the nearer, the denser.
      paint: { 'fill-color': RING_COLOURS[state.theme][0], 'fill-opacity': 0.08 },
    },
    ...RING_DASHES.map((dashes, rank): LayerSpecification => {
      return {
        id: `consequence-ring-${rank}`,
        type: 'line',
        source: 'consequences',
        filter: ['all', isKind('ring'), ['==', ['get', 'rank'], rank]],
        layout: { visibility: shownIf(state), 'line-join': 'round' },
        paint: {
          'line-color': RING_COLOURS[state.theme][rank]!,
          'line-width': 2 * state.textScale,
          ...(dashes ? { 'line-dasharray': [...dashes] } : {}),
        },
      }
    }),
  ]
}

/** What each ring stands for, with its radius, and that it is no risk assessment. */
export function consequenceLabels(state: BaseState): LayerSpecification[] {
  const theme = MAP_THEMES[state.theme]
  const text = {
    visibility: shownIf(state),
    'text-field': ['get', 'text'] as ExpressionSpecification,
    'text-font': MAP_FONTS,
    'text-size': 13 * state.textScale,
    'text-max-width': 16,
  }
  return [
    {
      id: 'consequence-note',
      type: 'symbol',
      source: 'consequences',
      filter: isKind('note'),
      layout: {
        ...text,
        'text-anchor': 'bottom',
        'text-offset': [0, -0.4],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': theme.label, 'text-halo-color': theme.halo, 'text-halo-width': 2 },
    },
    {
      id: 'consequence-label',
      type: 'symbol',
      source: 'consequences',
      filter: isKind('label'),
      layout: { ...text, 'symbol-sort-key': ['get', 'rank'] },
      paint: { 'text-color': theme.label, 'text-halo-color': theme.halo, 'text-halo-width': 2 },
    },
  ]
}
