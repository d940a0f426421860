import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GradingError } from '#data/grading/GradingError'
import { exposureFactor, gradeMajorHazard, majorHazard } from '#data/grading/majorHazard'
import { SUBSTANCES } from '#data/grading/substances'

const AMMONIA = '7664-41-7'
const ammonia = (quantityTonnes: number, exposedPeople = 100) =>
  gradeMajorHazard({ exposedPeople, substances: [{ cas: AMMONIA, quantityTonnes }] })

test('the worked case of DOMAIN.md 2.3: 40 t of ammonia among more than 100 people', () => {
  expect(ammonia(40)).toEqual({
    s: 4,
    r: 16,
    alpha: 2,
    grade: 3,
    substances: [{ cas: AMMONIA, name: '氨', criticalTonnes: 10, beta: 2 }],
  })
})

test.each([
  [0, 0.5],
  [1, 1],
  [29, 1],
  [30, 1.2],
  [49, 1.2],
  [50, 1.5],
  [99, 1.5],
  [100, 2],
  [5000, 2],
])('%i people make α %d', (people, alpha) => {
  expect(exposureFactor(people)).toBe(alpha)
  expect(ammonia(20, people).alpha).toBe(alpha)
})

test.each([
  [9.99, null],
  [9.9999, null],
  [10, 4],
  [24.9999, 4],
  [25, 3],
  [124.9999, 3],
  [125, 2],
  [249.9999, 2],
  [250, 1],
])('%d t of ammonia among 100 people is of grade %s', (tonnes, grade) => {
  expect(ammonia(tonnes).grade).toBe(grade)
})

test('just below 1 is not rounded up to 1', () => {
  expect(ammonia(9.999996)).toMatchObject({ s: 0.9999996, grade: null })
  expect(ammonia(24.9999999)).toMatchObject({ r: 9.99999996, grade: 4 })
})

test('floating point leaves no trace: ten tenths are 1', () => {
  const tenths = Array.from({ length: 10 }, () => ({ cas: AMMONIA, quantityTonnes: 1 }))
  expect(gradeMajorHazard({ exposedPeople: 0, substances: tenths })).toMatchObject({
    s: 1,
    grade: 4,
  })
  const acetylene = { cas: '74-86-2', quantityTonnes: 1.4 }
  expect(gradeMajorHazard({ exposedPeople: 160, substances: [acetylene] })).toMatchObject({
    s: 1.4,
    r: 4.2,
  })
})

test('quantities of several substances add up', () => {
  const substances = [
    { cas: '74-82-8', quantityTonnes: 25 },
    { cas: '86290-81-5', quantityTonnes: 120 },
  ]
  expect(gradeMajorHazard({ exposedPeople: 60, substances })).toMatchObject({ s: 1.1, r: 2.025 })
})

test('stored rows grade by what they carry', () => {
  const row = { designedQuantityTonnes: 30, criticalTonnes: 10, beta: 2 }
  expect(majorHazard([row], 40)).toEqual({ s: 3, r: 7.2, alpha: 1.2, grade: 4 })
  expect(() => majorHazard([], 10)).toThrow(RangeError)
  expect(() => exposureFactor(-1)).toThrow(RangeError)
  expect(() => exposureFactor(Number.NaN)).toThrow(RangeError)
})

const one = { cas: AMMONIA, quantityTonnes: 1 }
const holding = (quantityTonnes: number) => [one, { cas: AMMONIA, quantityTonnes }]
test.each([
  ['substances.1.quantityTonnes', 10, holding(0), /must be a number of tonnes above 0/],
  ['substances.1.quantityTonnes', 10, holding(-5), /above 0/],
  ['substances.1.quantityTonnes', 10, holding(Number.NaN), /above 0/],
  ['substances.1.quantityTonnes', 10, holding(Infinity), /above 0/],
  ['substances.1.quantityTonnes', 10, holding(10_000_001), /quantities are in tonnes/],
  ['substances.0.cas', 10, [{ cas: '67-63-0', quantityTonnes: 1 }], /hazardClass/],
  ['substances.0.hazardClass', 10, [{ hazardClass: 'W12', quantityTonnes: 1 }], /one of/],
  ['exposedPeople', -1, [one], /must be a whole number from 0 to 10000000/],
  ['exposedPeople', 1.5, [one], /whole number/],
  ['exposedPeople', Number.NaN, [one], /whole number/],
  ['exposedPeople', 10_000_001, [one], /whole number/],
  ['substances', 10, [], /must hold 1 to 100 substances/],
  ['substances', 10, Array.from({ length: 101 }, () => one), /must hold 1 to 100/],
])('%s is refused', (parameter, exposedPeople, substances, message) => {
  const grade = () => gradeMajorHazard({ exposedPeople, substances })
  expect(grade).toThrow(GradingError)
  expect(grade).toThrow(message)
  expect(grade).toThrow(expect.objectContaining({ parameter }))
})

test('the limits themselves are accepted', () => {
  expect(ammonia(10_000_000, 10_000_000)).toMatchObject({ s: 1_000_000, grade: 1 })
})

const unit = fc.record({
  exposedPeople: fc.nat(300),
  substances: fc.array(
    fc.record({
      cas: fc.constantFrom(...SUBSTANCES.map(({ cas }) => cas)),
      quantityTonnes: fc.double({ min: 0.001, max: 5000, noNaN: true }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
})

/** GB 18218-2018 table 6, retyped. */
function gradeOf(s: number, r: number): number | null {
  if (s < 1) return null
  return r >= 100 ? 1 : r >= 50 ? 2 : r >= 10 ? 3 : 4
}

test('the grade always follows from S and R', () => {
  fc.assert(
    fc.property(unit, (input) => {
      const { s, r, grade } = gradeMajorHazard(input)
      expect(grade).toBe(gradeOf(s, r))
    }),
  )
})

test('more of a substance, another one or more people never make it milder', () => {
  fc.assert(
    fc.property(
      unit,
      fc.double({ min: 1, max: 50, noNaN: true }),
      fc.nat(200),
      (input, f, more) => {
        const rank = (grade: number | null) => grade ?? 5
        const [first, ...others] = input.substances
        const before = gradeMajorHazard(input)
        const graver = [
          { ...input, exposedPeople: input.exposedPeople + more },
          { ...input, substances: [...input.substances, one] },
          {
            ...input,
            substances: [{ ...first!, quantityTonnes: first!.quantityTonnes * f }, ...others],
          },
        ].map(gradeMajorHazard)
        for (const after of graver) {
          expect(after.s).toBeGreaterThanOrEqual(before.s)
          expect(after.r).toBeGreaterThanOrEqual(before.r)
          expect(rank(after.grade)).toBeLessThanOrEqual(rank(before.grade))
        }
      },
    ),
  )
})
