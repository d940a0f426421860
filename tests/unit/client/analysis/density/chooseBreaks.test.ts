import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BREAK_RULE_ORDER, POINT_WEIGHTS } from '#data/domain/analysis'
import { chooseBreaks } from '../../../../../client/analysis/density/chooseBreaks.ts'

const surfaces = fc
  .array(fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1e5, noNaN: true })), {
    maxLength: 300,
  })
  .map((values) => Float64Array.from(values))

describe('chooseBreaks', () => {
  it.each(BREAK_RULE_ORDER)('ascends strictly above 0, whatever the surface: %s', (rule) => {
    fc.assert(
      fc.property(surfaces, (values) => {
        const breaks = chooseBreaks(rule, 'count', values)
        const peak = Math.max(0, ...values)
        expect(breaks.length > 0).toBe(peak > 0)
        breaks.forEach((value, index) => expect(value).toBeGreaterThan(breaks[index - 1] ?? 0))
      }),
    )
  })

  it('keeps the fixed scale of the weight whatever the surface', () => {
    for (const peak of [0.001, 1e6]) {
      const breaks = chooseBreaks('fixed', 'riskValue', Float64Array.of(peak))
      expect(breaks).toEqual(POINT_WEIGHTS.riskValue.fixedBreaks)
    }
  })

  it('gives every quantile class as much of the surface above the floor', () => {
    const values = Float64Array.from({ length: 1_200 }, (_, node) => node)
    const breaks = chooseBreaks('quantile', 'count', values)
    const counts = breaks.map(
      (from, index) =>
        values.filter((v) => v >= from && v < (breaks[index + 1] ?? Infinity)).length,
    )
    for (const count of counts) expect(Math.abs(count - 198)).toBeLessThanOrEqual(6)
  })

  it('steps evenly up to the peak', () => {
    expect(chooseBreaks('equal', 'count', Float64Array.of(0, 70))).toEqual([10, 20, 30, 40, 50, 60])
  })

  it('has one class where the surface is level, and none where it is empty', () => {
    expect(chooseBreaks('quantile', 'count', new Float64Array(9).fill(5))).toEqual([5])
    expect(chooseBreaks('quantile', 'count', new Float64Array(9))).toEqual([])
    expect(chooseBreaks('equal', 'count', new Float64Array(0))).toEqual([])
  })
})
