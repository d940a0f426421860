import { expect, test } from 'vitest'
import { addDays } from '#data/domain/clock'
import { LEVEL_CURVE } from '#data/demo/levelCurve'
import { RISK_LEVELS } from '#data/domain/riskLevels'
import type { DemoPastVersion } from '#data/demo/types'
import { gradeLec } from '#data/grading/lec'
import { districtWith } from './demoDistrict.ts'

function load(asOfDay: string) {
  const batches = [...districtWith({ asOfDay }).batches(5000)]
  const points = new Map(
    batches.flatMap(({ riskPoints }) => riskPoints).map((point) => [point.code, point]),
  )
  return { points, versions: batches.flatMap(({ pastVersions }) => pastVersions) }
}
const story = load('2026-11-23')

/** Points of a level at the end of a day: the present ones, with the changes since taken back. */
function countAt(day: string, level: string, versions: DemoPastVersion[] = story.versions): number {
  const present = [...story.points.values()].filter((point) => point.level === level).length
  const since = versions.filter(({ changedAt }) => changedAt.slice(0, 10) > day)
  const was = since.filter((version) => version.level === level).length
  const became = since.filter(
    ({ riskPointCode }) => story.points.get(riskPointCode)?.level === level,
  ).length
  return present + was - became
}

test.each(LEVEL_CURVE)('$month ends with $major 重大 and $larger 较大 points', (row) => {
  const lastDay = addDays(`${row.month}-01`, 30)
  const end = lastDay.slice(0, 7) === row.month ? lastDay : `${row.month}-28`
  expect(countAt(end, 'major')).toBe(row.major)
  expect(countAt(end, 'larger')).toBe(row.larger)
})

test('the flows of the curve lead from each month to the next', () => {
  LEVEL_CURVE.forEach((row, index) => {
    const before = LEVEL_CURVE[index - 1]
    if (!before) return
    expect(before.major - row.majorLowered, row.month).toBe(row.major)
    expect(before.larger + row.majorLowered + row.raised - row.lowered, row.month).toBe(row.larger)
  })
})

test('an earlier level follows from its inputs, and the consequence stays', () => {
  expect(story.versions).toHaveLength(103)
  for (const { riskPointCode, gradingInputs, level, score } of story.versions) {
    expect(gradeLec(gradingInputs)).toEqual({ level, score })
    const present = story.points.get(riskPointCode)?.gradingInputs as typeof gradingInputs
    expect(gradingInputs.c).toBe(present.c)
  }
})

test('they lie in many parks, each point once, none in the park of the article', () => {
  const codes = story.versions.map(({ riskPointCode }) => riskPointCode)
  expect(new Set(codes).size).toBe(codes.length)
  const parks = new Set(codes.map((code) => story.points.get(code)?.parkCode))
  expect(parks.size).toBeGreaterThan(25)
})

test('another day moves the year with it', () => {
  const later = load('2026-12-07')
  expect(later.versions[0]?.changedAt.slice(0, 10)).toBe(
    addDays(story.versions[0]?.changedAt.slice(0, 10) ?? '', 14),
  )
})

test('a few requests and reports wait, of points without a history', () => {
  const batches = [...districtWith().batches(5000)]
  const downgrades = batches.flatMap((batch) => batch.downgrades)
  expect(downgrades.map(({ level }) => level)).toEqual(['larger', 'general', 'general'])
  const changed = new Set(story.versions.map(({ riskPointCode }) => riskPointCode))
  for (const { riskPointCode, gradingInputs, level, score } of downgrades) {
    expect(changed.has(riskPointCode)).toBe(false)
    expect(gradeLec(gradingInputs)).toEqual({ level, score })
    const { rank } = RISK_LEVELS[story.points.get(riskPointCode)?.level ?? 'low']
    expect(rank).toBe(RISK_LEVELS[level].rank - 1)
  }
  expect(batches.flatMap((batch) => batch.reports)).toHaveLength(3)
})
