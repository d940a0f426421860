import { expect, test } from 'vitest'
import { dayNumber } from '#data/domain/clock'
import { communities, countBy, districtWith, pointsOf } from './demoDistrict.ts'

const textOf = (district: ReturnType<typeof districtWith>) =>
  JSON.stringify([district, pointsOf(district)])

const base = districtWith()

test('the same seed gives the same bytes, run after run and from a generator started again', () => {
  expect(textOf(districtWith())).toBe(textOf(base))
  expect(JSON.stringify([...base.batches(900)])).toBe(JSON.stringify([...base.batches(900)]))
})

test('an abandoned run leaves the next one untouched', () => {
  const [first] = base.batches(100)
  expect([...base.batches(100)][0]).toEqual(first)
})

test.each([1, 2026])('seed %i tells the same story with other details', (seed) => {
  const other = districtWith({ seed })
  const points = pointsOf(other)
  expect(textOf(other)).not.toBe(textOf(base))
  expect(other.parks.map(({ geometry }) => geometry)).not.toEqual(
    base.parks.map(({ geometry }) => geometry),
  )
  expect(countBy(points.riskPoints, ({ level }) => level)).toEqual({
    major: 25,
    larger: 499,
    general: 3245,
    low: 8711,
  })
  expect(points.hazardSources.filter(({ majorHazardGrade }) => majorHazardGrade)).toHaveLength(5)
})

test('another day moves the dates by as much and nothing else', () => {
  const week = pointsOf(districtWith({ asOfDay: '2026-11-30' })).riskPoints
  pointsOf(base).riskPoints.forEach((point, index) => {
    const later = week[index]!
    expect(dayNumber(later.assessedOn) - dayNumber(point.assessedOn)).toBe(7)
    expect(dayNumber(later.reviewDue) - dayNumber(point.reviewDue)).toBe(7)
    const { assessedOn, reviewDue } = later
    expect({ ...point, assessedOn, reviewDue }).toEqual(later)
  })
})

test('a community without an outline is named', () => {
  const some = communities.filter(({ code }) => code !== '440307019003')
  expect(() => districtWith({ communities: some })).toThrow(/440307019003/)
})
