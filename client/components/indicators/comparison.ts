import type { IndicatorsAnswer, IndicatorValue } from '#data/contract/indicatorResponses'
import { correctedValue } from '#data/domain/correctedValue'
import { INDICATORS, type IndicatorKey } from '#data/domain/indicators'
import type { IndicatorDefinition } from '#data/domain/indicatorTerms'

type Child = IndicatorsAnswer['children'][number]
export type ComparedRow = {
  code: string
  name: string
  kind: Child['kind']
  parks: number
  item: IndicatorValue
  /** 1 for the worst; null where it is not put in order. */
  rank: number | null
}

/**
 * Children by an indicator, the worse first; those with too few cases or none stand behind in code
 * order (CONTENT.md 2.6). An indicator that must not be ordered leaves them all in code order.
 */
export function compareChildren(children: readonly Child[], key: IndicatorKey): ComparedRow[] {
  const { direction, orderable }: IndicatorDefinition = INDICATORS[key]
  const rows = children.flatMap(({ code, name, kind, parks, items }) => {
    const item = items.find((each) => each.key === key)
    return item ? [{ code, name, kind, parks, item, rank: null }] : []
  })
  if (!orderable) return rows
  const isOrdered = ({ item }: { item: IndicatorValue }) =>
    correctedValue(item) !== null && !item.fewSamples
  const sign = direction === 'fallingIsWorse' ? 1 : -1
  const valueOf = ({ item }: { item: IndicatorValue }) => sign * (correctedValue(item) ?? 0)
  const ordered = rows.filter(isOrdered).toSorted((a, b) => valueOf(a) - valueOf(b))
  const ranked = ordered.map((row) => ({
    ...row,
    // Equal values share a rank.
    rank: ordered.findIndex((other) => valueOf(other) === valueOf(row)) + 1,
  }))
  return [...ranked, ...rows.filter((row) => !isOrdered(row))]
}
