/** Steps of time that the whole distribution may take: about 10 ms. */
const MOST_STEPS = 4_000_000

/**
 * Values in whole steps, so that their sums can be counted out: as they are where they are whole
 * numbers and few enough, else rounded to the finest step that is affordable. The test of rounded
 * values is exact in itself; of what it could find, rounding takes next to nothing.
 * @param values none negative
 * @param mostDrawn how many are summed at most
 */
export function wholeSteps(values: Float64Array, mostDrawn: number): Float64Array {
  const total = values.reduce((sum, value) => sum + value, 0)
  // A value of v steps takes at most v·(1 + 2 + … + (most − 1)) additions, see below.
  const mostTotal = Math.floor((2 * MOST_STEPS) / Math.max(2, mostDrawn * (mostDrawn - 1)))
  if (total <= mostTotal && values.every(Number.isInteger)) return values
  return values.map((value) => Math.round((value / total) * mostTotal))
}

/** Of `drawn` of the values taken at random, each at most once: how often so much comes together. */
export type PermutationNull = {
  /**
   * Two-sided p of a sum: twice the share of samples at least as far out on its side of the mean,
   * the sum itself among them, at most 1. The side is that of z, so that no p contradicts its sign.
   */
  twoSidedP: (sum: number, drawn: number) => number
}

/** The greatest sum of 0, 1, … of the ascending values. */
function greatestSums(ascending: Float64Array, mostDrawn: number): number[] {
  const sums = [0]
  for (let drawn = 1; drawn <= mostDrawn; drawn += 1) {
    sums.push(sums[drawn - 1]! + (ascending[ascending.length - drawn] ?? 0))
  }
  return sums
}

/**
 * Of every number drawn how many samples have each sum, times odds^drawn, which keeps the numbers in
 * the range of a double. Value by value: a sample either has it or not. In ascending order what has
 * been reached stays short, and zeros cost nothing.
 */
function countSums(ascending: Float64Array, mostDrawn: number): Float64Array[] {
  const counts = greatestSums(ascending, mostDrawn).map((most) => new Float64Array(most + 1))
  counts[0]![0] = 1
  const odds = mostDrawn / ascending.length
  const reached = new Float64Array(mostDrawn + 1)
  for (let index = 0; index < ascending.length; index += 1) {
    const value = ascending[index]!
    for (let drawn = Math.min(index + 1, mostDrawn); drawn > 0; drawn -= 1) {
      const without = counts[drawn - 1]!
      const withIt = counts[drawn]!
      const last = reached[drawn - 1]!
      for (let sum = 0; sum <= last; sum += 1) withIt[sum + value]! += odds * without[sum]!
      reached[drawn] = last + value
    }
  }
  return counts
}

/** Shares of samples with at least each sum; from the far end, so that small ones keep their digits. */
function upperTails(counts: Float64Array): Float64Array {
  const tails = new Float64Array(counts.length + 1)
  for (let sum = counts.length - 1; sum >= 0; sum -= 1) tails[sum] = tails[sum + 1]! + counts[sum]!
  const all = tails[0]!
  return tails.map((tail) => tail / all)
}

/**
 * The permutation distribution of Gi*: what lies around a place is a random sample of all values,
 * drawn without replacement (Ord & Getis 1995; Anselin 1995, Geographical Analysis 27(2), 93–115,
 * for pseudo-p by shuffling). Weights of risks are so skewed that the normal curve calls chance
 * significant: one heavy hexagon makes all around it "hot".
 *
 * Not sampled but counted out, all of it, by the shift algorithm (Streitberg & Röhmel 1986,
 * Exact distributions for permutation and rank tests; Pagano & Tritchler 1983, J. Am. Statist. Assoc. 78,
 * 435–440): no draw limits how small p can be, and the same values always give the same.
 * @param steps whole numbers of `wholeSteps`
 * @param mostDrawn how many are summed at most, up to all of them
 */
export function permutationNull(steps: Float64Array, mostDrawn: number): PermutationNull {
  const counts = countSums(steps.toSorted(), mostDrawn)
  const tails = new Map<number, Float64Array>()
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length

  function twoSidedP(sum: number, drawn: number): number {
    const upper = tails.get(drawn) ?? upperTails(counts[drawn]!)
    tails.set(drawn, upper)
    const outwards = sum >= mean * drawn ? upper[sum]! : 1 - upper[sum + 1]!
    return Math.min(1, 2 * outwards)
  }
  return { twoSidedP }
}
