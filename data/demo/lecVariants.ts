import type { RiskLevel } from '../domain/riskLevels.ts'
import type { LecInputs } from '../domain/riskPoints.ts'
import { gradeLec, LEC_TABLES } from '../grading/lec.ts'

/** C belongs to what can happen and stays. */
const L_VALUES = LEC_TABLES.l.map(({ value }) => value)
const E_VALUES = LEC_TABLES.e.map(({ value }) => value)

/** A variant scores at least half and at most twice as much. */
const FARTHEST = 2

/**
 * The given inputs and those at most one step of L and one of E away that give the same level and a
 * score not far off: two enterprises with the same machine seldom score alike.
 */
export function lecVariants(inputs: LecInputs): LecInputs[] {
  const { score, level } = gradeLec(inputs)
  const others = neighbours(L_VALUES, inputs.l)
    .flatMap((l) => neighbours(E_VALUES, inputs.e).map((e) => ({ l, e, c: inputs.c })))
    .filter(({ l, e }) => l !== inputs.l || e !== inputs.e)
  return [
    inputs,
    ...others.filter((other) => {
      const graded = gradeLec(other)
      const ratio = graded.score / score
      const isNear = ratio <= FARTHEST && ratio >= 1 / FARTHEST
      return isNear && graded.level === level
    }),
  ]
}

/**
 * Inputs of another level with the same consequence, and the same exposure where that can be: what is
 * mended makes an accident less likely. As near to the present score as can be.
 */
export function inputsOfLevel(inputs: LecInputs, level: RiskLevel): LecInputs | null {
  const distance = (score: number) => Math.abs(Math.log(score / gradeLec(inputs).score))
  const changed = ({ e }: LecInputs) => Number(e !== inputs.e)
  const candidates = L_VALUES.flatMap((l) => E_VALUES.map((e) => ({ l, e, c: inputs.c })))
    .map((candidate) => ({ candidate, ...gradeLec(candidate) }))
    .filter((graded) => graded.level === level)
    .sort(
      (a, b) =>
        changed(a.candidate) - changed(b.candidate) || distance(a.score) - distance(b.score),
    )
  return candidates[0]?.candidate ?? null
}

function neighbours(values: readonly number[], value: number): number[] {
  const at = values.indexOf(value)
  return values.slice(Math.max(0, at - 1), at + 2)
}
