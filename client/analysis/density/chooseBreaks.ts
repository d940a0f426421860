import { POINT_WEIGHTS, type BreakRule, type PointWeight } from '#data/domain/analysis'

/** As many classes as the fixed scales have. */
const CLASSES = 6
/** Below this share of the peak there is next to nothing: no class of the quantiles goes there. */
const FLOOR = 0.01

/** Three digits are what a legend can show; the break is what it shows. */
const readable = (value: number) => Number(value.toPrecision(3))

/** Strictly ascending and above 0; a break rounded above the peak would be a class of nothing. */
function distinct(breaks: readonly number[], peak: number): number[] {
  return breaks
    .map((value) => Math.min(readable(value), peak))
    .filter((value, index, all) => value > (all[index - 1] ?? 0))
}

/** Nodes that quantiles are taken from: more move no break by a digit that is shown. */
const MOST_SORTED = 20_000

function quantileBreaks(values: Float64Array, peak: number): number[] {
  const stride = Math.ceil(values.length / MOST_SORTED)
  const above = values.filter((value, node) => node % stride === 0 && value >= peak * FLOOR)
  const sorted = above.length > 0 ? above.sort() : Float64Array.of(peak)
  const at = (share: number) => sorted[Math.floor(share * sorted.length)]!
  return distinct(
    Array.from({ length: CLASSES }, (_, index) => at(index / CLASSES)),
    peak,
  )
}

/** As many equal steps up to the peak and one more, which stays blank: next to nothing is no class. */
function equalBreaks(peak: number): number[] {
  const step = peak / (CLASSES + 1)
  return distinct(
    Array.from({ length: CLASSES }, (_, index) => (index + 1) * step),
    peak,
  )
}

/**
 * Lower bounds of the classes in weight per km², strictly ascending; none without any weight.
 *
 * - fixed: those of the registry, whatever the surface, so that months and streets compare;
 * - quantile: every class covers as much of the district where there is anything to speak of;
 * - equal: classes of equal height up to the peak.
 * @param values the surface at the nodes inside the district
 */
export function chooseBreaks(rule: BreakRule, weight: PointWeight, values: Float64Array): number[] {
  let peak = 0
  for (let node = 0; node < values.length; node += 1) peak = Math.max(peak, values[node]!)
  if (peak === 0) return []
  if (rule === 'fixed') return [...POINT_WEIGHTS[weight].fixedBreaks]
  return rule === 'quantile' ? quantileBreaks(values, peak) : equalBreaks(peak)
}
