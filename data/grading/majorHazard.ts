import type { HazardSourceSubstance, MajorHazardGrade } from '../domain/hazardSources.ts'
import { GradingError } from './GradingError.ts'
import {
  identifySubstance,
  type IdentifiedSubstance,
  type SubstanceIdentity,
} from './identifySubstance.ts'

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

/** More than any unit holds: the largest tank farms stay below. Kilograms typed as tonnes do not. */
export const MOST_TONNES = 10_000_000
/** More than live within 500 m of anything. */
export const MOST_PEOPLE = 10_000_000
export const MOST_SUBSTANCES = 100

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

export type MajorHazardInput = {
  /** People within 500 m outside the boundary, who decide α. */
  exposedPeople: number
  substances: readonly (SubstanceIdentity & {
    /** Designed maximum quantity q. */
    quantityTonnes: number
  })[]
}

/** @throws RangeError when the number of people is negative or not a number. */
export function exposureFactor(exposedPeople: number): number {
  const factor = EXPOSURE_FACTORS.find(({ people }) => exposedPeople >= people)
  if (!factor) throw new RangeError(`${exposedPeople} is not a number of people`)
  return factor.alpha
}

/**
 * Identification and grade of a unit after GB 18218-2018 4.2 and 4.3: S = Σ q/Q, R = α·Σ β·q/Q with
 * quantities in tonnes. Both are rounded to 12 significant digits, so that 1.4/1 · 1.5 · 2 is 4.2 and
 * ten tenths are 1, but 0.9999996 stays below 1.
 * @throws RangeError without substances: such a unit is outside the standard; GradingError for a
 * number of people that is none.
 */
export function majorHazard(substances: readonly Quantity[], exposedPeople: number): MajorHazard {
  if (substances.length === 0) throw new RangeError('a unit without substances has no S and no R')
  checkPeople(exposedPeople)
  const alpha = exposureFactor(exposedPeople)
  let sum = 0
  let weighted = 0
  for (const { designedQuantityTonnes, criticalTonnes, beta } of substances) {
    sum += designedQuantityTonnes / criticalTonnes
    weighted += (beta * designedQuantityTonnes) / criticalTonnes
  }
  const s = withoutNoise(sum)
  const r = withoutNoise(alpha * weighted)
  return { s, r, alpha, grade: s >= 1 ? gradeOf(r) : null }
}

/**
 * `majorHazard` for substances given by CAS number or hazard class.
 * @throws GradingError naming the input that is missing, unknown or out of its range.
 */
export function gradeMajorHazard({
  exposedPeople,
  substances,
}: MajorHazardInput): MajorHazard & { substances: IdentifiedSubstance[] } {
  checkPeople(exposedPeople)
  if (substances.length === 0 || substances.length > MOST_SUBSTANCES) {
    throw new GradingError('substances', `must hold 1 to ${MOST_SUBSTANCES} substances`)
  }
  const identified = substances.map(({ quantityTonnes, ...identity }, index) => {
    const path = `substances.${index}.`
    checkQuantity(quantityTonnes, `${path}quantityTonnes`)
    return identifySubstance(identity, path)
  })
  const quantities = identified.map(({ criticalTonnes, beta }, index) => ({
    designedQuantityTonnes: substances[index]!.quantityTonnes,
    criticalTonnes,
    beta,
  }))
  return { ...majorHazard(quantities, exposedPeople), substances: identified }
}

function checkPeople(exposedPeople: number): void {
  if (Number.isInteger(exposedPeople) && exposedPeople >= 0 && exposedPeople <= MOST_PEOPLE) return
  throw new GradingError('exposedPeople', `must be a whole number from 0 to ${MOST_PEOPLE}`)
}

function checkQuantity(tonnes: number, parameter: string): void {
  if (!(Number.isFinite(tonnes) && tonnes > 0)) {
    throw new GradingError(parameter, 'must be a number of tonnes above 0')
  }
  if (tonnes > MOST_TONNES) {
    throw new GradingError(
      parameter,
      `must be at most ${MOST_TONNES}: no unit holds more; quantities are in tonnes`,
    )
  }
}

function gradeOf(r: number): MajorHazardGrade {
  return GRADE_BOUNDS.find((bound) => r >= bound.r)?.grade ?? 4
}

function withoutNoise(value: number): number {
  return Number(value.toPrecision(12))
}
