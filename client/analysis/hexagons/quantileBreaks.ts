/** Classes of a map of hexagons: as many as the eye tells apart in one hue. */
const CLASSES = 5

/**
 * Lower bounds of at most five classes with about as many of the values each, ascending and all
 * different. Where many values are equal, the next class begins at the next greater value: a few
 * heavy hexagons among many light ones still stand out. Values of 0 belong to none.
 */
export function quantileBreaks(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values.filter((value) => value > 0)).sort()
  const bounds: number[] = []
  for (let index = 0; index < CLASSES; index += 1) {
    const quantile = sorted[Math.floor((index * sorted.length) / CLASSES)]
    const last = bounds.at(-1) ?? 0
    const bound =
      quantile !== undefined && quantile > last ? quantile : sorted.find((value) => value > last)
    if (bound !== undefined) bounds.push(bound)
  }
  return bounds
}
