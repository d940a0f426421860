import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RISK_LEVELS } from '#data/domain/riskLevels'
import {
  formatThresholds,
  LEC_THRESHOLDS,
  levelOfScore,
  parseThresholds,
  RISK_MATRIX_THRESHOLDS,
} from '#data/grading/thresholds'

test.each([
  [10_000, 'major'],
  [320.000001, 'major'],
  [320, 'larger'],
  [319.999999, 'larger'],
  [160, 'larger'],
  [159.999999, 'general'],
  [70, 'general'],
  [69.999999, 'low'],
  [0.005, 'low'],
])('a LEC score of %d is %s', (score, level) => {
  expect(levelOfScore(score, LEC_THRESHOLDS)).toBe(level)
})

test.each([
  [25, 'major'],
  [20, 'major'],
  [16, 'larger'],
  [15, 'larger'],
  [12, 'general'],
  [10, 'general'],
  [9, 'general'],
  [8, 'low'],
  [1, 'low'],
])('a product of %d in the matrix is %s', (score, level) => {
  expect(levelOfScore(score, RISK_MATRIX_THRESHOLDS)).toBe(level)
})

test.each([0, -1, Number.NaN, Infinity])('%d is no score', (score) => {
  expect(() => levelOfScore(score, LEC_THRESHOLDS)).toThrow(/must be a number above 0/)
})

test('the bounds of the method keep its version, others become part of it', () => {
  expect(parseThresholds('>320,>=160,>=70', LEC_THRESHOLDS)).toEqual(LEC_THRESHOLDS)
  expect(parseThresholds(' > 320 , >= 160.0,>=70 ', LEC_THRESHOLDS)).toEqual(LEC_THRESHOLDS)
  const stricter = parseThresholds('>=320, >=160, >70', LEC_THRESHOLDS)
  expect(stricter.version).toBe('LEC-2026.1(>=320,>=160,>70)')
  expect(levelOfScore(320, stricter)).toBe('major')
  expect(levelOfScore(70, stricter)).toBe('low')
})

test.each([
  ['', /has 1 parts.*>320,>=160,>=70/],
  ['>320,>=160', /has 2 parts/],
  ['>320,>=160,>=70,>=20', /has 4 parts/],
  ['>160,>=160,>=70', /does not descend/],
  ['>70,>=160,>=320', /does not descend/],
  ['320,160,70', /"320" is not > or >=/],
  ['>320,>=160,>=0', /">=0" is not/],
  ['>320,>=160,>=-5', /is not/],
  ['>320,<160,>=70', /"<160" is not/],
  ['>1e3,>=160,>=70', /is not/],
  ['>Infinity,>=160,>=70', /is not/],
  [`>${'9'.repeat(400)},>=160,>=70`, /is not/],
])('%j is refused with the form', (text, message) => {
  expect(() => parseThresholds(text, LEC_THRESHOLDS)).toThrow(RangeError)
  expect(() => parseThresholds(text, LEC_THRESHOLDS)).toThrow(message)
})

const thresholdsArbitrary = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 3, maxLength: 3 }),
    fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  )
  .map(([values, inclusive]) => {
    const [major, larger, general] = values.toSorted((a, b) => b - a)
    return {
      version: 'T',
      bounds: {
        major: { value: major!, inclusive: inclusive[0] },
        larger: { value: larger!, inclusive: inclusive[1] },
        general: { value: general!, inclusive: inclusive[2] },
      },
    }
  })

test('what is formatted reads back', () => {
  fc.assert(
    fc.property(thresholdsArbitrary, (thresholds) => {
      const text = formatThresholds(thresholds)
      expect(parseThresholds(text, LEC_THRESHOLDS).bounds).toEqual(thresholds.bounds)
    }),
  )
})

test('a higher score is never of a lower level, whatever the bands', () => {
  const score = fc.double({ min: 0.001, max: 20_000, noNaN: true })
  fc.assert(
    fc.property(thresholdsArbitrary, score, score, (thresholds, a, b) => {
      const rank = (value: number) => RISK_LEVELS[levelOfScore(value, thresholds)].rank
      expect(rank(Math.max(a, b))).toBeLessThanOrEqual(rank(Math.min(a, b)))
    }),
  )
})
