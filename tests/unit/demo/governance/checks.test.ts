import { expect, test } from 'vitest'
import { CHECK_INTERVAL_MONTHS } from '#data/domain/checks'
import { countBy, streetOf } from '../demoDistrict.ts'
import { district, parkOf, year } from './year.ts'

const BEFORE_THE_YEAR = '2025-12-01'
const checkOf = new Map(year.checks.map((check) => [check.code, check]))
const findings = new Map<string, typeof year.hiddenDangers>()
for (const each of year.hiddenDangers) {
  if (each.checkCode === null) continue
  findings.set(each.checkCode, [...(findings.get(each.checkCode) ?? []), each])
}

test('codes have their form and are in the order of time', () => {
  const codes = year.checks.map(({ code }) => code)
  expect(codes[0]).toBe('DEMO-C-00001')
  expect(codes).toEqual([...new Set(codes)].sort())
  const times = year.checks.map(({ checkedAt }) => checkedAt)
  expect(times).toEqual([...times].sort())
  const dangers = year.hiddenDangers.map(({ code }) => code)
  expect(dangers[0]).toBe('DEMO-H-00001')
  expect(new Set(dangers).size).toBe(dangers.length)
})

test('what a visit found is of its enterprise and its day', () => {
  const wrong = year.hiddenDangers.filter((each) => {
    const { checkCode, source, registeredAt } = each
    const isOfVisit = source === 'check' || source === 'spotCheck'
    if (checkCode === null) return isOfVisit && registeredAt >= BEFORE_THE_YEAR
    const check = checkOf.get(checkCode)!
    const isSpot = check.kind === 'spotCheck' || check.kind === 'thirdParty'
    return (
      !isOfVisit ||
      isSpot !== (source === 'spotCheck') ||
      check.parkCode !== each.parkCode ||
      check.enterpriseCode !== each.enterpriseCode ||
      check.inspector !== each.registeredBy ||
      check.checkedAt.slice(0, 10) !== each.foundOn ||
      check.checkedAt > registeredAt
    )
  })
  expect(wrong).toEqual([])
})

test('the outcome of a visit is the gravest of what it found', () => {
  for (const { code, outcome } of year.checks) {
    const found = findings.get(code) ?? []
    const gravest = found.some(({ suspectedMajor }) => suspectedMajor)
      ? 'suspectedMajor'
      : found.some(({ onTheSpot }) => !onTheSpot)
        ? 'deadlineSet'
        : found.length > 0
          ? 'rectifiedOnTheSpot'
          : 'nothingFound'
    expect(outcome, code).toBe(gravest)
  }
  const outcomes = countBy(year.checks, ({ outcome }) => outcome)
  expect(Object.keys(outcomes)).toHaveLength(4)
  expect(outcomes.nothingFound).toBeGreaterThan(400)
})

/** CONTENT.md 4.2: 每家次约2处(公开0.5–2.7). */
test('a visit that found something found about two', () => {
  const count = [...findings.values()].reduce((sum, list) => sum + list.length, 0)
  expect(count / findings.size).toBeGreaterThan(1.7)
  expect(count / findings.size).toBeLessThan(2.3)
})

test('the plan sees each enterprise as often as the grade of its park asks', () => {
  const times = countBy(year.planItems, ({ enterpriseCode }) => enterpriseCode)
  const others = district.enterprises.filter(({ code, parkCode }) => {
    const { grade } = parkOf.get(parkCode)!
    return times[code] !== 12 / CHECK_INTERVAL_MONTHS[grade]
  })
  expect(others).toEqual([])
  expect(new Set(year.planItems.map(({ month }) => month)).size).toBe(12)
})

/** Share of the planned that a routine or campaign visit of the month saw, in %. */
function completion(month: string, street?: string): number {
  const seen = new Set(
    year.checks
      .filter(({ kind, checkedAt }) => {
        const isPlanned = kind === 'routine' || kind === 'campaign'
        return isPlanned && checkedAt.startsWith(month)
      })
      .map(({ enterpriseCode }) => enterpriseCode),
  )
  const planned = year.planItems.filter(
    (item) =>
      item.month.startsWith(month) && (street === undefined || streetOf(item.areaCode) === street),
  )
  const done = planned.filter(({ enterpriseCode }) => seen.has(enterpriseCode))
  return (100 * done.length) / planned.length
}

test('about 88 % of the plan is done each month, 70 % by the 23rd, less in 横岗 and 坪地', () => {
  for (const month of ['2025-12', '2026-02', '2026-06', '2026-10']) {
    expect(Math.abs(completion(month) - 88), month).toBeLessThanOrEqual(1.5)
    for (const lagging of ['440307017', '440307006']) {
      expect(completion(month, lagging), month).toBeLessThan(completion(month) - 4)
    }
  }
  expect(Math.abs(completion('2026-11') - 70)).toBeLessThanOrEqual(2)
})

test('the departments of CONTENT.md make the visits, nobody under a real name', () => {
  for (const { department, inspector } of year.checks) {
    expect(department).toMatch(/(街道应急办|社区工作站)$|^区应急管理局$|^第三方机构\(演示\)$/)
    expect(inspector).toMatch(/^演示安全员[A-Z]\d\d$/)
  }
})
