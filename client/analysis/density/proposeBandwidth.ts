import { BANDWIDTH_METRES } from '#data/domain/analysis'
import type { PlaneColumns } from './planeColumns.ts'

/** More than that changes no quartile by a metre that anybody could see. */
const MOST_SORTED = 100_000
/** Interquartile range of the normal distribution in standard deviations. */
const NORMAL_QUARTILES = 1.349
/** Where there is nothing to judge by. */
const WITHOUT_POINTS = 800

/** The smaller of standard deviation and scaled interquartile range; the larger where one is 0. */
function robustSpread(sorted: Float32Array): number {
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const deviation = Math.sqrt(squares / sorted.length)
  const quartile = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!
  const quartiles = (quartile(0.75) - quartile(0.25)) / NORMAL_QUARTILES
  return Math.min(deviation, quartiles) || Math.max(deviation, quartiles)
}

/** Every so many-th number, sorted. */
function sortedSample(values: Float32Array, located: number): Float32Array {
  const stride = Math.ceil(located / MOST_SORTED)
  let seen = 0
  return values.filter((value) => Number.isFinite(value) && seen++ % stride === 0).sort()
}

/**
 * Scott's rule for a Gaussian kernel in two dimensions, h = σ · n^(−1/6) (Scott 1992, Multivariate
 * Density Estimation, eq. 6.42 with d = 2), with σ the geometric mean of both axes' spread and the
 * spread Silverman's robust one, min(s, IQR/1.349) (Silverman 1986, section 3.4.2). Within the
 * slider and on its step.
 * @returns metres
 */
export function proposeBandwidth({ x, y }: PlaneColumns): number {
  const { least, most, step } = BANDWIDTH_METRES
  const located = x.reduce((count, value) => count + (Number.isFinite(value) ? 1 : 0), 0)
  if (located === 0) return WITHOUT_POINTS
  const spread = Math.sqrt(
    robustSpread(sortedSample(x, located)) * robustSpread(sortedSample(y, located)),
  )
  const metres = Math.round((spread * located ** (-1 / 6)) / step) * step
  return Math.min(most, Math.max(least, metres))
}
