import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  classifyTests,
  falseDiscoveryLimit,
} from '../../../../../client/analysis/hexagons/falseDiscovery.ts'

/** The 15 tests of the example in Benjamini & Hochberg 1995, section 3.2 (thrombolysis). */
const MYOCARDIAL = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
  0.6528, 0.759, 1,
]

describe('falseDiscoveryLimit', () => {
  it('finds the four that Benjamini and Hochberg find at 5 %', () => {
    expect(falseDiscoveryLimit(Float64Array.from(MYOCARDIAL), 0.05)).toBe(0.0095)
  })

  it('takes what stands under the line although a smaller one stands over its own', () => {
    // k/m·0.1 = 0.02, 0.04, 0.06, 0.08, 0.1: the second is over, the third under.
    const sorted = Float64Array.of(0.001, 0.05, 0.055, 0.2, 0.9)
    expect(falseDiscoveryLimit(sorted, 0.1)).toBe(0.055)
  })

  it('finds none among none', () => {
    expect(falseDiscoveryLimit(Float64Array.of(0.3, 0.6), 0.05)).toBe(-1)
    expect(falseDiscoveryLimit(new Float64Array(0), 0.05)).toBe(-1)
  })
})

describe('classifyTests', () => {
  const z = Float64Array.of(3, 2.2, 1.8, 0.1, -1.8, -3, 0)
  const p = Float64Array.of(0.0027, 0.0278, 0.0719, 0.92, 0.0719, 0.0027, 1)

  it('compares with the levels themselves when nothing is corrected', () => {
    expect(classifyTests(z, p, 'none')).toEqual([99, 95, 90, 0, -90, -99, 0])
  })

  it('is stricter when it is corrected, and each level has its own limit', () => {
    // 99 %: p(1), p(2) = 0.0027 ≤ 2/7·0.01; 95 %: 0.0278 > 3/7·0.05; 90 %: 0.0278 ≤ 3/7·0.1.
    expect(classifyTests(z, p, 'falseDiscoveryRate')).toEqual([99, 90, 0, 0, 0, -99, 0])
  })

  it('never puts a smaller p into a lower class, corrected or not', () => {
    const tests = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 })
    fc.assert(
      fc.property(
        tests,
        fc.constantFrom('falseDiscoveryRate' as const, 'none' as const),
        (all, how) => {
          const sorted = Float64Array.from(all).sort()
          const classes = classifyTests(new Float64Array(all.length).fill(1), sorted, how)
          expect(classes).toEqual(classes.toSorted((a, b) => b - a))
          const plain = classifyTests(new Float64Array(all.length).fill(1), sorted, 'none')
          classes.forEach((found, index) => expect(found).toBeLessThanOrEqual(plain[index]!))
        },
      ),
    )
  })
})
