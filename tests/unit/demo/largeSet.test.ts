import { expect, test } from 'vitest'
import { countBy, districtWith, pointsOf, type Points } from './demoDistrict.ts'

const TOTAL = 100_000
const base = districtWith()
const basePoints = pointsOf(base)
const large = districtWith({ riskPoints: TOTAL })
const largePoints = pointsOf(large)

test('a large set has the number asked for, each level in proportion', () => {
  expect(large.riskPointCount).toBe(TOTAL)
  expect(largePoints.riskPoints).toHaveLength(TOTAL)
  const factor = TOTAL / 12480
  const levels = countBy(largePoints.riskPoints, ({ level }) => level)
  const few = countBy(basePoints.riskPoints, ({ level }) => level)
  for (const [level, count] of Object.entries(few)) {
    expect(Math.abs(levels[level]! - count * factor), level).toBeLessThan(70)
  }
  const perPark = countBy(largePoints.riskPoints, ({ parkCode }) => parkCode)
  for (const [park, count] of Object.entries(
    countBy(basePoints.riskPoints, ({ parkCode }) => parkCode),
  )) {
    expect(Math.abs(perPark[park]! - count * factor), park).toBeLessThanOrEqual(4)
  }
})

test('everything but the points stays the same, hazard sources included', () => {
  expect(large.parks).toEqual(base.parks)
  expect(large.parkFeatures).toEqual(base.parkFeatures)
  expect(large.enterprises).toEqual(base.enterprises)
  expect(large.facilities).toEqual(base.facilities)
  const withPlace = ({ riskPoints, hazardSources }: Points) => {
    const pointOf = new Map(riskPoints.map((point) => [point.code, point]))
    return hazardSources.map(({ riskPointCode, ...source }) => ({
      ...source,
      point: pointOf.get(riskPointCode)!.name,
      parkCode: pointOf.get(riskPointCode)!.parkCode,
    }))
  }
  expect(withPlace(largePoints)).toEqual(withPlace(basePoints))
})

test('1 % and 2 % of a large set are missing too', () => {
  const { riskPoints } = largePoints
  expect(riskPoints.filter(({ longitude }) => longitude === null)).toHaveLength(1000)
  expect(riskPoints.filter(({ responsiblePerson }) => responsiblePerson === null)).toHaveLength(
    2000,
  )
})

test('batches have the size asked for and leave nothing out', () => {
  const sizes = [...base.batches(1000)].map(({ riskPoints }) => riskPoints.length)
  expect(sizes).toEqual([...Array<number>(12).fill(1000), 480])
  expect([...base.batches(12480)]).toHaveLength(1)
  expect([...base.batches(7)].flatMap(({ hazardSources }) => hazardSources)).toEqual(
    basePoints.hazardSources,
  )
  expect(() => [...base.batches(0)]).toThrow(RangeError)
})

test('a hazard source comes in the batch of its point', () => {
  for (const { riskPoints, hazardSources } of base.batches(500)) {
    const codes = new Set(riskPoints.map(({ code }) => code))
    for (const { riskPointCode } of hazardSources) expect(codes.has(riskPointCode)).toBe(true)
  }
})

test.each([0, 12479, 20000.5, Number.NaN])('%d risk points are refused', (riskPoints) => {
  expect(() => districtWith({ riskPoints })).toThrow(RangeError)
})
