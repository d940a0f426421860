import type { ComparedPlace } from '#data/contract/analysis/comparisonSchemas'
import {
  COMPARED_COUNT_ORDER,
  COMPARED_COUNTS,
  COMPARED_RATIO_ORDER,
  COMPARED_RATIOS,
  comparedRatio,
  RATIO_GAPS,
} from '#data/domain/comparison'
import { INDICATORS, judgeChange, toTenth, type IndicatorKey } from '#data/domain/indicators'
import { INDICATOR_GAPS } from '#data/domain/indicatorTerms'
import type { Labels } from '#data/domain/locales'
import { FEWEST_SAMPLES } from '#data/domain/samples'

export type ComparedCell = {
  value: number | null
  /** Why there is no value. */
  gap: Labels | null
  /** What is above and below the line of a rate; the number of cases of a median. */
  numerator: number | null
  denominator: number | null
  fewSamples: boolean
}

export type ComparedRow = {
  key: string
  labels: Labels
  unit: Labels
  left: ComparedCell
  right: ComparedCell
  /** Left less right; null where a side has no value. */
  difference: number | null
  /** Which side is better, only where better is defined and both have cases enough. */
  better: 'left' | 'right' | null
}

type Sides = { left: ComparedPlace; right: ComparedPlace }

const plain = (value: number | null, gap: Labels | null = null): ComparedCell => ({
  value,
  gap,
  numerator: null,
  denominator: null,
  fewSamples: false,
})

const minus = (left: ComparedCell, right: ComparedCell) =>
  left.value === null || right.value === null ? null : toTenth(left.value - right.value)

/** Counts as they are: which is larger is told, which is better is not. */
export function countRows({ left, right }: Sides): ComparedRow[] {
  const bothParks = left.kind === 'park' && right.kind === 'park'
  return COMPARED_COUNT_ORDER.filter((key) => key !== 'parks' || !bothParks).map((key) => {
    const { labels, unit, value } = COMPARED_COUNTS[key]
    const cells = { left: plain(value(left)), right: plain(value(right)) }
    return { key, labels, unit, ...cells, difference: minus(cells.left, cells.right), better: null }
  })
}

/** The same by size: per hundred enterprises, and per km² where an area was published. */
export function ratioRows({ left, right }: Sides): ComparedRow[] {
  const cellOf = (key: (typeof COMPARED_RATIO_ORDER)[number], place: ComparedPlace) => {
    const { value, gap } = comparedRatio(key, place)
    return plain(value === null ? null : toTenth(value), gap && RATIO_GAPS[gap].labels)
  }
  return COMPARED_RATIO_ORDER.map((key) => {
    const { labels, unit } = COMPARED_RATIOS[key]
    const cells = { left: cellOf(key, left), right: cellOf(key, right) }
    return { key, labels, unit, ...cells, difference: minus(cells.left, cells.right), better: null }
  })
}

function indicatorCell(key: IndicatorKey, { indicators }: ComparedPlace): ComparedCell {
  const item = indicators.find((indicator) => indicator.key === key)
  if (!item) return plain(null)
  const { value, numerator, denominator, fewSamples, gap } = item
  return { value, numerator, denominator, fewSamples, gap: gap && INDICATOR_GAPS[gap].labels }
}

/** Rates and medians with their cases; the better side is named where the indicator says which. */
export function rateRows({ left, right }: Sides): ComparedRow[] {
  return left.indicators.map(({ key }) => {
    const { labels, unit } = INDICATORS[key]
    const cells = { left: indicatorCell(key, left), right: indicatorCell(key, right) }
    const difference = minus(cells.left, cells.right)
    const comparable = difference !== null && !cells.left.fewSamples && !cells.right.fewSamples
    const judged = comparable ? judgeChange(key, difference) : null
    const better = judged === null ? null : judged === 'better' ? 'left' : 'right'
    return { key, labels, unit, ...cells, difference, better }
  })
}

/** Progress of every campaign in both places; few targets say so. */
export function campaignRows({ left, right }: Sides) {
  return left.campaigns.map((campaign) => ({
    ...campaign,
    sides: [left, right].map(({ code, campaigns }) => {
      const own = campaigns.find((each) => each.code === campaign.code)
      const targets = own?.targets ?? 0
      const accepted = own?.accepted ?? 0
      const completion = targets === 0 ? null : accepted / targets
      return { code, targets, accepted, completion, few: targets < FEWEST_SAMPLES }
    }),
  }))
}
