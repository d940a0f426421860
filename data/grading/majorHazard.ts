import type { HazardSourceSubstance, MajorHazardGrade } from '../domain/hazardSources.ts'

/** α by the people within 500 m outside the boundary (GB 18218-2018 table 5). */
const EXPOSURE_FACTORS = [
  { people: 100, alpha: 2 },
  { people: 50, alpha: 1.5 },
  { people: 30, alpha: 1.2 },
  { people: 1, alpha: 1 },
  { people: 0, alpha: 0.5 },
] as const

/** Lower bounds of R for the grades (GB 18218-2018 table 6). */
const GRADE_BOUNDS = [
  { r: 100, grade: 1 },
  { r: 50, grade: 2 },
  { r: 10, grade: 3 },
] as const

export type MajorHazard = {
  /** Σ q/Q, without unit. */
  s: number
  /** α · Σ β·q/Q, without unit. */
  r: number
  alpha: number
  /** Null while S < 1: the unit is no 重大危险源, whatever R says. */
  grade: MajorHazardGrade | null
}

type Quantity = Pick<HazardSourceSubstance, 'designedQuantityTonnes' | 'criticalTonnes' | 'beta'>

/** @throws RangeError when the number of people is negative or not a number. */
export function exposureFactor(exposedPeople: number): number {
  const factor = EXPOSURE_FACTORS.find(({ people }) => exposedPeople >= people)
  if (!factor) throw new RangeError(`${exposedPeople} is not a number of people`)
  return factor.alpha
}

/**
 * Identification and grade of a unit after GB 18218-2018 4.2 and 4.3: S = Σ q/Q, R = α·Σ β·q/Q with
 * quantities in tonnes; both rounded to 1e-6, so that 1.4/1 · 1.5 · 2 is 4.2.
 * @throws RangeError without substances: such a unit is outside the standard.
 */
export function majorHazard(substances: readonly Quantity[], exposedPeople: number): MajorHazard {
  if (substances.length === 0) throw new RangeError('a unit without substances has no S and no R')
  const alpha = exposureFactor(exposedPeople)
  let s = 0
  let weighted = 0
  for (const { designedQuantityTonnes, criticalTonnes, beta } of substances) {
    s += designedQuantityTonnes / criticalTonnes
    weighted += (beta * designedQuantityTonnes) / criticalTonnes
  }
  s = Math.round(s * 1e6) / 1e6
  const r = Math.round(alpha * weighted * 1e6) / 1e6
  return { s, r, alpha, grade: s >= 1 ? gradeOf(r) : null }
}

function gradeOf(r: number): MajorHazardGrade {
  return GRADE_BOUNDS.find((bound) => r >= bound.r)?.grade ?? 4
}
