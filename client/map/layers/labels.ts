import { highestLevel, NO_COUNTS, type LevelCounts } from '#data/domain/riskLevels'
import type { ExpressionSpecification } from 'maplibre-gl'
import { imageName } from '../images.ts'
import type { BaseState } from '../scene.ts'

type Badged = 'street' | 'community' | 'park'

/** Counts of areas or parks: those that follow the filters, else those of the figures. */
function countsByCode({ figures, counts }: BaseState, of: Badged): Map<string, LevelCounts> {
  const entries =
    of === 'park' ? figures?.parks : figures?.areas.filter(({ level }) => level === of)
  return new Map(
    entries?.map(({ code, riskPoints }) => [
      code,
      counts ? (counts.get(code) ?? NO_COUNTS) : riskPoints,
    ]),
  )
}

/**
 * Layout of the count badge under a label: an image a code, coloured and shaped by the highest
 * level that is counted. Name and badge are one symbol, so they appear or hide together.
 */
export function badgeByCode(state: BaseState, of: Badged) {
  if (!state.visibility.badges) return {}
  const pairs = [...countsByCode(state, of)].flatMap(([code, counts]) => {
    const level = highestLevel(counts)
    if (!level) return []
    const text = counts.total.toLocaleString('en-US')
    return [code, imageName({ kind: 'badge', level, text, theme: state.theme })]
  })
  if (!pairs.length) return {}
  return {
    'icon-image': ['match', ['get', 'code'], ...pairs, ''] as unknown as ExpressionSpecification,
    'icon-anchor': 'top' as const,
    'icon-size': state.textScale,
    'icon-padding': 2,
  }
}
