import type { HotspotClass, MultipleTesting } from '../analysisProtocol.ts'

/**
 * The greatest p that still counts at a level when as many tests are made as there are p: Benjamini
 * & Hochberg 1995 (J. R. Statist. Soc. B 57(1), 289–300), the largest p₍ₖ₎ ≤ k/m · level, under
 * which they expect at most that share of the finds to be false. -1 when none counts.
 * @param sorted all p, ascending
 */
export function falseDiscoveryLimit(sorted: Float64Array, level: number): number {
  for (let k = sorted.length; k > 0; k -= 1) {
    if (sorted[k - 1]! <= (k / sorted.length) * level) return sorted[k - 1]!
  }
  return -1
}

const CONFIDENCES = [99, 95, 90] as const

/**
 * The class of every test: the highest confidence at which it counts, negative below the mean. Each
 * level is corrected for itself, as ArcGIS's false discovery rate option does.
 */
export function classifyTests(
  z: Float64Array,
  p: Float64Array,
  correction: MultipleTesting,
): HotspotClass[] {
  const sorted = p.toSorted()
  const limits = CONFIDENCES.map((confidence) => {
    const level = (100 - confidence) / 100
    return correction === 'none' ? level : falseDiscoveryLimit(sorted, level)
  })
  return Array.from(z, (score, index) => {
    const found = CONFIDENCES.find((_, at) => p[index]! <= limits[at]!) ?? 0
    return score < 0 && found > 0 ? (-found as HotspotClass) : found
  })
}
