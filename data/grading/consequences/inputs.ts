import type { Labels } from '../../domain/locales.ts'
import { GradingError } from '../GradingError.ts'

/** An input of a model: its words, its unit and the range in which the model is asked at all. */
export type InputRange = {
  labels: Labels
  unit: string
  /** Excluded where `above` is given, included where `least` is. */
  above?: number
  least?: number
  most: number
  whole?: true
}

/** The correlations are good for two or three digits; whatever comes after six is noise. */
export function sixDigits(value: number): number {
  return Number(value.toPrecision(6))
}

/** @throws GradingError for the first input that is not a number in its range. */
export function checkRanges<Key extends string>(
  inputs: Readonly<Record<Key, number>>,
  ranges: Readonly<Record<Key, InputRange>>,
): void {
  for (const [parameter, range] of Object.entries<InputRange>(ranges)) {
    const value = inputs[parameter as Key]
    const { above = -Infinity, least = -Infinity, most, whole } = range
    const isWithin = Number.isFinite(value) && value > above && value >= least && value <= most
    if (!isWithin || (whole && !Number.isInteger(value))) {
      throw new GradingError(parameter, `must be ${describeRange(range)}`)
    }
  }
}

function describeRange({ above, least, most, whole, unit }: InputRange): string {
  const kind = whole ? 'a whole number' : 'a number'
  const start = above === undefined ? `from ${least} to` : `above ${above} and at most`
  return `${kind} ${start} ${most} ${unit}`.trimEnd()
}

/** More than any tank or cloud holds: the largest ships carry about 1e8 kg. */
export const MASS_RANGE = {
  labels: { 'zh-CN': '质量', en: 'Mass' },
  unit: 'kg',
  above: 0,
  most: 1e8,
} as const satisfies InputRange

/** Hydrogen, the richest, has 120,000 net and 142,000 gross; the poorest solvents some 10,000. */
export const HEAT_OF_COMBUSTION_RANGE = {
  labels: { 'zh-CN': '燃烧热', en: 'Heat of combustion' },
  unit: 'kJ/kg',
  least: 1000,
  most: 150_000,
} as const satisfies InputRange
