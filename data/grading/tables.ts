import type { Labels } from '../domain/locales.ts'
import { GradingError } from './GradingError.ts'

/** A value that a factor can take, with its words. */
export type FactorValue = { value: number; labels: Labels }

/**
 * That a factor has one of the values of its table.
 * @throws GradingError for the parameter, naming the values.
 */
export function checkFactor(parameter: string, value: number, table: readonly FactorValue[]): void {
  if (table.some((entry) => entry.value === value)) return
  const values = table.map((entry) => entry.value).join(', ')
  throw new GradingError(parameter, `must be one of ${values}`)
}
