import type { RiskLevel } from '../domain/riskLevels.ts'
import type { LecInputs } from '../domain/riskPoints.ts'

/** Version of the bands below; a stored score names it. */
export const LEC_VERSION = 'LEC-2026.1'

/**
 * Bands of D = L·E·C. Sources leave the boundaries
 * open: 320 and 160 count as 较大 (orange) and 70 as 一般 (yellow).
 */
const BANDS: readonly { level: RiskLevel; isWithin: (score: number) => boolean }[] = [
  { level: 'major', isWithin: (score) => score > 320 },
  { level: 'larger', isWithin: (score) => score >= 160 },
  { level: 'general', isWithin: (score) => score >= 70 },
  { level: 'low', isWithin: (score) => score > 0 },
]

/** D = L·E·C, without unit, rounded to 1e-6 so that 0.1 × 3 × 7 is 2.1. */
export function lecScore({ l, e, c }: LecInputs): number {
  return Math.round(l * e * c * 1e6) / 1e6
}

/** @throws RangeError when the score is not above zero. */
export function lecLevel(score: number): RiskLevel {
  const band = BANDS.find(({ isWithin }) => isWithin(score))
  if (!band) throw new RangeError(`${score} is not a LEC score: it must be above 0`)
  return band.level
}
