/**
 * Getis-Ord Gi* as a standard score with binary weights: Ord & Getis 1995 (Geographical Analysis
 * 27(4), 286–306), equation 14 with the star, that is, a place is its own neighbour.
 *
 *   z = (Σ_j w·x − x̄·W) / (s·√((n·W − W²) / (n − 1))),  W = Σ_j w = Σ_j w²,  s² = Σx²/n − x̄²
 *
 * Over all ways to shuffle the values its mean is 0 and its variance 1 exactly; its shape is that of
 * the values and not normal, so that a p is taken from `permutationNull.ts`.
 * @param values x of all n places, zeros among them
 * @param neighbourSums Σ_j w·x of every place, itself included
 * @param neighbourCounts W of every place, itself included
 * @returns z of every place; all 0 where all values are equal or everybody is a neighbour
 */
export function gStar(
  values: Float64Array,
  neighbourSums: Float64Array,
  neighbourCounts: Float64Array,
): Float64Array {
  const n = values.length
  const z = new Float64Array(n)
  const mean = meanOf(values)
  const deviation = Math.sqrt(varianceOf(values, mean))
  if (!(deviation > 0)) return z
  for (let index = 0; index < n; index += 1) {
    const neighbours = neighbourCounts[index]!
    const spread = (n * neighbours - neighbours ** 2) / (n - 1)
    if (!(spread > 0)) continue
    z[index] = (neighbourSums[index]! - mean * neighbours) / (deviation * Math.sqrt(spread))
  }
  return z
}

function meanOf(values: Float64Array): number {
  let sum = 0
  for (let index = 0; index < values.length; index += 1) sum += values[index]!
  return sum / values.length
}

/** In a second pass: Σx²/n − x̄² loses its digits when the values are large and alike. */
function varianceOf(values: Float64Array, mean: number): number {
  let sum = 0
  for (let index = 0; index < values.length; index += 1) sum += (values[index]! - mean) ** 2
  return sum / values.length
}
