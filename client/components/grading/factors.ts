import type { GradingMethod } from '#data/domain/riskPoints'
import { GRADING_METHODS, type Grading } from '#data/grading/grade'
import { LEC_TABLES } from '#data/grading/lec'
import { RISK_MATRIX_TABLES } from '#data/grading/riskMatrix'
import type { FactorValue } from '#data/grading/tables'

export type FactorKey = 'l' | 'e' | 'c' | 'likelihood' | 'severity'
export type Factor = { key: FactorKey; symbol: string; table: readonly FactorValue[] }

/** The factors of each method in the order of its formula. */
export const FACTORS: Record<GradingMethod, readonly Factor[]> = {
  LEC: [
    { key: 'l', symbol: 'L', table: LEC_TABLES.l },
    { key: 'e', symbol: 'E', table: LEC_TABLES.e },
    { key: 'c', symbol: 'C', table: LEC_TABLES.c },
  ],
  LS: [
    { key: 'likelihood', symbol: 'L', table: RISK_MATRIX_TABLES.likelihood },
    { key: 'severity', symbol: 'S', table: RISK_MATRIX_TABLES.severity },
  ],
}

/** What somebody has chosen so far. */
export type FactorValues = Partial<Record<FactorKey, number>>

/** The symbol of a score: D of LEC, R of the risk matrix. */
export const scoreSymbol = (method: GradingMethod) => GRADING_METHODS[method].formula.charAt(0)

/** Each factor with its value and the row of the table that it stands for; null where none does. */
export function chosenRows(method: GradingMethod, inputs: Grading['inputs']) {
  const values = inputs as FactorValues
  return FACTORS[method].map((factor) => {
    const value = values[factor.key] ?? NaN
    return { ...factor, value, row: factor.table.find((row) => row.value === value) ?? null }
  })
}

/** `D = L × E × C = 3 × 6 × 15 = 270` */
export function workingOf(method: GradingMethod, inputs: Grading['inputs'], score: number): string {
  const values = chosenRows(method, inputs).map(({ value }) => value)
  return `${GRADING_METHODS[method].formula} = ${values.join(' × ')} = ${score}`
}
