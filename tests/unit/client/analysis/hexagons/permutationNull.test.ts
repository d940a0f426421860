import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  permutationNull,
  wholeSteps,
} from '../../../../../client/analysis/hexagons/permutationNull.ts'
import { randomNumbers } from './pointsAt.ts'

/** Sums of all samples of a size, one by one. */
function allSums(values: readonly number[], drawn: number): number[] {
  if (drawn === 0) return [0]
  return values.flatMap((value, index) =>
    allSums(values.slice(index + 1), drawn - 1).map((sum) => sum + value),
  )
}

/** Twice the share of samples that are at least as far out on their side of the mean. */
function countedP(values: readonly number[], sum: number, drawn: number): number {
  const mean = (values.reduce((total, value) => total + value, 0) / values.length) * drawn
  const sums = allSums(values, drawn)
  const out = sums.filter((each) => (sum >= mean ? each >= sum : each <= sum)).length
  return Math.min(1, (2 * out) / sums.length)
}

describe('permutationNull', () => {
  it('equals the count over every sample', () => {
    const small = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 9 })
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 4 }), (values, drawn) => {
        const { twoSidedP } = permutationNull(Float64Array.from(values), 4)
        for (const sum of new Set(allSums(values, drawn))) {
          expect(twoSidedP(sum, drawn)).toBeCloseTo(countedP(values, sum, drawn), 10)
        }
      }),
    )
  })

  it('equals drawing at random from skewed values, in the middle and far out', () => {
    const random = randomNumbers(41)
    const values = Float64Array.from({ length: 900 }, () =>
      random() < 0.8 ? 0 : 1 + Math.floor(12 * random() ** 3),
    )
    const DRAWS = 40_000
    const DRAWN = 19
    const sums = Array.from({ length: DRAWS }, () => {
      const taken = new Set<number>()
      while (taken.size < DRAWN) taken.add(Math.floor(random() * values.length))
      return [...taken].reduce((sum, index) => sum + values[index]!, 0)
    })
    const { twoSidedP } = permutationNull(values, DRAWN)
    const mean = (values.reduce((sum, value) => sum + value, 0) / values.length) * DRAWN
    for (const sum of [5, 20, 30, 40].filter((each) => each >= mean)) {
      const share = sums.filter((each) => each >= sum).length / DRAWS
      const error = 4 * Math.sqrt(share / DRAWS) + 1 / DRAWS
      expect(Math.abs(twoSidedP(sum, DRAWN) / 2 - share)).toBeLessThan(error)
    }
    expect(twoSidedP(40, DRAWN)).toBeLessThan(0.05)
  })

  it('keeps the digits of a share that nobody would ever draw', () => {
    // One sample of C(3000, 7) has all seven that are not 0.
    const values = new Float64Array(3000).fill(1, 0, 7)
    const ways = [1, 2, 3, 4, 5, 6, 7].reduce((all, k) => (all * (3000 - 7 + k)) / k, 1)
    expect(permutationNull(values, 19).twoSidedP(7, 7) / (2 / ways)).toBeCloseTo(1, 9)
  })

  it('finds nothing in one heavy place: what touches it is as rare as the place itself', () => {
    const values = new Float64Array(900)
    values[5] = 80
    expect(permutationNull(values, 7).twoSidedP(80, 7)).toBeCloseTo((2 * 7) / 900, 12)
  })
})

describe('wholeSteps', () => {
  it('leaves whole numbers as they are while there are few', () => {
    const values = Float64Array.of(0, 3, 12)
    expect(wholeSteps(values, 19)).toBe(values)
  })

  it('rounds others to a step that is a small part of them, and is bounded in its sum', () => {
    const random = randomNumbers(8)
    const values = Float64Array.from({ length: 900 }, () => (random() < 0.7 ? 0 : random() * 1e6))
    const steps = wholeSteps(values, 19)
    const total = steps.reduce((sum, step) => sum + step, 0)
    expect(total).toBeLessThan(25_000)
    expect(steps.every(Number.isInteger)).toBe(true)
    const perStep = values.reduce((sum, value) => sum + value, 0) / total
    values.forEach((value, index) => {
      expect(Math.abs(steps[index]! * perStep - value)).toBeLessThan(perStep)
    })
  })
})
