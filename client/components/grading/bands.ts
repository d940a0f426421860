import type { GradingMethod } from '#data/domain/riskPoints'
import type { RiskLevel } from '#data/domain/riskLevels'
import { DEFAULT_THRESHOLDS } from '#data/grading/grade'
import { parseThresholds, type Bound, type Thresholds } from '#data/grading/thresholds'

export type Band = { level: RiskLevel; text: string }

const from = ({ value, inclusive }: Bound) => `${value} ${inclusive ? '≤' : '<'} `
const below = ({ value, inclusive }: Bound) => ` ${inclusive ? '<' : '≤'} ${value}`

/** What each level means in scores, the highest first: `D > 320`, `160 ≤ D ≤ 320` … */
export function bandsOf({ bounds }: Thresholds, symbol: string): Band[] {
  const { major, larger, general } = bounds
  return [
    { level: 'major', text: `${symbol} ${major.inclusive ? '≥' : '>'} ${major.value}` },
    { level: 'larger', text: from(larger) + symbol + below(major) },
    { level: 'general', text: from(general) + symbol + below(larger) },
    { level: 'low', text: symbol + below(general) },
  ]
}

/**
 * The bands that a stored version names: `LEC-2026.1(>300,>=160,>=70)`, or those of the product
 * where it names none of its own. Null for a version that this page does not know.
 */
export function thresholdsOfVersion(method: GradingMethod, version: string): Thresholds | null {
  const base = DEFAULT_THRESHOLDS[method]
  if (version === base.version) return base
  const [, name, bounds] = /^([^(]+)\((.+)\)$/.exec(version) ?? []
  if (name !== base.version || !bounds) return null
  try {
    return parseThresholds(bounds, base)
  } catch {
    return null
  }
}
