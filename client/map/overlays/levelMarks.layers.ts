import { RISK_LEVELS, RISK_LEVEL_ORDER, type RiskLevel } from '#data/domain/riskLevels'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { MAP_FONTS, MAP_THEMES } from '../mapTheme.ts'
import { roomFrom, type OverlayStyle } from './overlayStyle.ts'

/** The shapes of the levels as characters, which every system font for Chinese has. */
export const LEVEL_CHARACTERS: Record<(typeof RISK_LEVELS)[RiskLevel]['shape'], string> = {
  square: '■',
  triangle: '▲',
  diamond: '◆',
  circle: '●',
}

const byLevel = (
  key: 'highest' | 'highestRank',
  valueOf: (level: RiskLevel) => string,
): ExpressionSpecification =>
  [
    'match',
    ['get', key],
    ...RISK_LEVEL_ORDER.flatMap((level) => [
      key === 'highest' ? level : RISK_LEVELS[level].rank,
      valueOf(level),
    ]),
    '',
  ] as unknown as ExpressionSpecification

/** The shape of the highest level, as text. */
export const levelCharacter = (key: 'highest' | 'highestRank') =>
  byLevel(key, (level) => LEVEL_CHARACTERS[RISK_LEVELS[level].shape])

export const levelColour = (key: 'highest' | 'highestRank', { theme }: OverlayStyle) =>
  ['to-color', byLevel(key, (level) => RISK_LEVELS[level].colours[theme]), '#000000'] as never

/** Hexagons with a 重大 point in the colour of that level, at every scale. */
export function levelOutlines(
  source: string,
  { theme, textScale }: OverlayStyle,
): LayerSpecification {
  return {
    id: `${source}-outline`,
    type: 'line',
    source,
    filter: ['==', ['get', 'highestRank'], RISK_LEVELS.major.rank],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': RISK_LEVELS.major.colours[theme], 'line-width': 1.6 * textScale },
  }
}

/**
 * The highest level of each hexagon as shape and colour in its middle: 重大 at every scale, the
 * others once a hexagon has room for them, so that the density stays readable behind them.
 */
export function levelMarks(
  source: string,
  edgeMetres: number,
  style: OverlayStyle,
): LayerSpecification {
  const room = roomFrom(edgeMetres)
  const { major, larger, low } = RISK_LEVELS
  const shownTo = ['step', ['zoom'], major.rank, room - 1.5, larger.rank, room, low.rank]
  return {
    id: `${source}-mark`,
    type: 'symbol',
    source,
    filter: [
      'all',
      ['>', ['get', 'highestRank'], 0],
      ['<=', ['get', 'highestRank'], shownTo],
    ] as unknown as ExpressionSpecification,
    layout: {
      'text-field': levelCharacter('highestRank'),
      'text-font': MAP_FONTS,
      'text-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        room - 2,
        9 * style.textScale,
        room + 1,
        16 * style.textScale,
      ],
      'text-padding': 0,
      'symbol-sort-key': ['get', 'highestRank'],
    },
    paint: {
      'text-color': levelColour('highestRank', style),
      'text-halo-color': MAP_THEMES[style.theme].halo,
      'text-halo-width': 1.2,
    },
  }
}
