import type { LecInputs } from '../domain/riskPoints.ts'
import { lecLevel, lecScore } from '../grading/lec.ts'

/** The values of L and of E (DOMAIN.md 2.1); C belongs to what can happen and stays. */
const L_VALUES = [10, 6, 3, 1, 0.5, 0.2, 0.1]
const E_VALUES = [10, 6, 3, 2, 1, 0.5]

/**
 * The given inputs and those one step of L and one of E away that give the same level: two
 * enterprises with the same machine seldom score alike.
 */
export function lecVariants(inputs: LecInputs): LecInputs[] {
  const level = lecLevel(lecScore(inputs))
  const others = neighbours(L_VALUES, inputs.l).flatMap((l) =>
    neighbours(E_VALUES, inputs.e).map((e) => ({ l, e, c: inputs.c })),
  )
  return [
    inputs,
    ...others.filter(
      (other) =>
        lecLevel(lecScore(other)) === level && !(other.l === inputs.l && other.e === inputs.e),
    ),
  ]
}

function neighbours(values: readonly number[], value: number): number[] {
  const at = values.indexOf(value)
  return values.slice(Math.max(0, at - 1), at + 2)
}
