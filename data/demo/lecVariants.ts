import type { LecInputs } from '../domain/riskPoints.ts'
import { lecLevel, lecScore } from '../grading/lec.ts'

/** The values of L and of E (DOMAIN.md 2.1); C belongs to what can happen and stays. */
const L_VALUES = [10, 6, 3, 1, 0.5, 0.2, 0.1]
const E_VALUES = [10, 6, 3, 2, 1, 0.5]

/** A variant scores at least half and at most twice as much. */
const FARTHEST = 2

/**
 * The given inputs and those at most one step of L and one of E away that give the same level and a
 * score not far off: two enterprises with the same machine seldom score alike.
 */
export function lecVariants(inputs: LecInputs): LecInputs[] {
  const score = lecScore(inputs)
  const others = neighbours(L_VALUES, inputs.l)
    .flatMap((l) => neighbours(E_VALUES, inputs.e).map((e) => ({ l, e, c: inputs.c })))
    .filter(({ l, e }) => l !== inputs.l || e !== inputs.e)
  return [
    inputs,
    ...others.filter((other) => {
      const ratio = lecScore(other) / score
      const isNear = ratio <= FARTHEST && ratio >= 1 / FARTHEST
      return isNear && lecLevel(lecScore(other)) === lecLevel(score)
    }),
  ]
}

function neighbours(values: readonly number[], value: number): number[] {
  const at = values.indexOf(value)
  return values.slice(Math.max(0, at - 1), at + 2)
}
