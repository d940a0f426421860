import { expect, test } from 'vitest'
import { createAccidents } from '#data/demo/offices/createAccidents'
import { createEnforcement } from '#data/demo/offices/createEnforcement'
import { createTrainings } from '#data/demo/offices/createTrainings'
import { createWorkPermits } from '#data/demo/offices/createWorkPermits'
import { ARTICLE_PARK } from '#data/demo/namedParks'
import { weekdayOf } from '#data/domain/clock'
import { districtWith } from '../demoDistrict.ts'

const district = districtWith()
const at = (asOfDay: string) => ({ ...district, asOfDay })

test('loaded early in January the past year is told, not three days of a holiday', () => {
  const january = at('2027-01-04')
  const days = createTrainings(january).map(({ heldOn }) => heldOn)
  expect(new Set(days.map((day) => day.slice(0, 7))).size).toBeGreaterThan(6)
  expect(days.every((day) => day <= '2027-01-04')).toBe(true)
  const accidents = createAccidents(january).filter(({ kind }) => kind === 'accident')
  expect(accidents.map(({ occurredOn }) => occurredOn.slice(0, 4))).toEqual(
    Array.from({ length: 8 }, () => '2026'),
  )
})

test('on the story’s day six accidents of this year and eight of the one before', () => {
  const accidents = createAccidents(at('2026-11-23')).filter(({ kind }) => kind === 'accident')
  const inYear = (year: string) =>
    accidents.filter(({ occurredOn }) => occurredOn.startsWith(year)).length
  expect([inYear('2025'), inYear('2026')]).toEqual([8, 6])
})

test('no case is opened on a weekend, whenever its hidden danger was handed over', () => {
  const { parkCode, code: enterpriseCode } = district.enterprises[0]!
  const transferred = ['2026-06-05', '2026-06-06', '2026-06-07'].map((transferredOn, index) => ({
    code: `DEMO-YH-${index}`,
    parkCode,
    enterpriseCode,
    description: '未整改',
    transferredOn,
  }))
  const cases = createEnforcement(at('2026-11-23'), transferred).filter(
    ({ kind }) => kind === 'case',
  )
  expect(cases.filter(({ openedOn }) => [0, 6].includes(weekdayOf(openedOn)))).toEqual([])
  const own = cases.filter(({ hiddenDangerCode }) => hiddenDangerCode !== null)
  expect(own.map(({ openedOn }) => openedOn)).toEqual(['2026-06-08', '2026-06-08', '2026-06-08'])
})

test('the park whose name is real is spared everywhere', () => {
  const article = district.parks.find(({ name }) => name === ARTICLE_PARK.name)!
  const story = at('2026-11-23')
  const codes = [
    ...createWorkPermits(story),
    ...createEnforcement(story, []),
    ...createAccidents(story),
  ].map(({ parkCode }) => parkCode)
  expect(codes).not.toContain(article.code)
})
