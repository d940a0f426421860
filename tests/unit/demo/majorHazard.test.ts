import { expect, test } from 'vitest'
import { exposureFactor, majorHazard } from '#data/grading/majorHazard'
import { SUBSTANCES } from '#data/grading/substances'

const of = (key: keyof typeof SUBSTANCES, designedQuantityTonnes: number) => ({
  designedQuantityTonnes,
  criticalTonnes: SUBSTANCES[key].criticalTonnes,
  beta: SUBSTANCES[key].beta,
})

test('the worked case of DOMAIN.md 2.3: 40 t of ammonia among more than 100 people', () => {
  expect(majorHazard([of('ammonia', 40)], 100)).toEqual({ s: 4, r: 16, alpha: 2, grade: 3 })
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
})

test.each([
  [9.99, null],
  [10, 4],
  [24.9, 4],
  [25, 3],
  [124.9, 3],
  [125, 2],
  [249.9, 2],
  [250, 1],
])('%d t of ammonia among 100 people is of grade %s', (tonnes, grade) => {
  expect(majorHazard([of('ammonia', tonnes)], 100).grade).toBe(grade)
})

test('quantities of several substances add up', () => {
  const { s, r } = majorHazard([of('methane', 25), of('petrol', 120)], 60)
  expect(s).toBe(1.1)
  expect(r).toBe(2.025)
})

test('without substances or with fewer than no people there is no answer', () => {
  expect(() => majorHazard([], 10)).toThrow(RangeError)
  expect(() => exposureFactor(-1)).toThrow(RangeError)
  expect(() => exposureFactor(Number.NaN)).toThrow(RangeError)
})
