/**
 * Getis-Ord Gi* as a standard score with binary weights: Ord & Getis 1995 (Geographical Analysis
 * 27(4), 286–306), equation 14 with the star, that is, a place is its own neighbour.
 *
 *   z = (Σ_j w·x − x̄·W) / (s·√((n·W − W²) / (n − 1))),  W = Σ_j w = Σ_j w²,  s² = Σx²/n − x̄²
 *
 * Over all ways to shuffle the values its mean is 0 and its variance 1 exactly.
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

/** Coefficients of the Chebyshev fit of erfc, Press et al., Numerical Recipes, 2nd ed., 6.2. */
const ERFC_FIT = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
]

/** Two-sided p of a standard score: erfc(|z| / √2), with a relative error under 1.2·10⁻⁷. */
export function twoSidedP(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  const exponent = ERFC_FIT.reduceRight((sum, coefficient) => sum * t + coefficient, 0)
  return Math.min(1, t * Math.exp(exponent - x * x))
}
