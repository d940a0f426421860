import { expect, test } from 'vitest'
import {
  AS_OF_DAY,
  communities,
  countBy,
  districtWith,
  pointsOf,
  riskValues,
  streetOf,
} from './demoDistrict.ts'

const BAOLONG = '440307019'
const HENGGANG = '440307017'
const PINGDI = '440307006'
const DAKANG = '440307020004'

const district = districtWith()
const { riskPoints, hazardSources } = pointsOf(district)
const grave = riskPoints.filter(({ level }) => level === 'major' || level === 'larger')

test('67 of 111 communities have parks and 18 have red points', () => {
  expect(communities).toHaveLength(111)
  expect(new Set(district.parks.map(({ areaCode }) => areaCode)).size).toBe(67)
  const red = riskPoints.filter(({ level }) => level === 'major')
  expect(new Set(red.map(({ areaCode }) => areaCode)).size).toBe(18)
})

test('the measure of the communities falls into the classes of CONTENT.md 3.2', () => {
  const values = riskValues(riskPoints, ({ areaCode }) => areaCode)
  const classes = communities.map(({ code }) => {
    const value = values.get(code) ?? 0
    return value === 0 ? '0' : value < 4 ? '1–3' : value < 9 ? '4–8' : value < 16 ? '9–15' : '≥16'
  })
  expect(countBy(classes, (name) => name)).toEqual({
    '0': 54,
    '1–3': 17,
    '4–8': 17,
    '9–15': 12,
    '≥16': 11,
  })
})

test('the measure of the streets runs from 3 to at most 98, highest in 宝龙', () => {
  const values = riskValues(riskPoints, ({ areaCode }) => streetOf(areaCode))
  expect(Math.min(...values.values())).toBe(3)
  expect(Math.max(...values.values())).toBeLessThanOrEqual(98)
  expect(values.get(BAOLONG)).toBe(Math.max(...values.values()))
})

test('宝龙 reviews in time, 横岗 and 坪地 lag behind every other street', () => {
  const overdue = countBy(
    grave.filter(({ reviewDue }) => reviewDue < AS_OF_DAY),
    ({ areaCode }) => streetOf(areaCode),
  )
  const all = countBy(grave, ({ areaCode }) => streetOf(areaCode))
  const share = (street: string) => (overdue[street] ?? 0) / all[street]!
  expect(share(BAOLONG)).toBe(0)
  const others = Object.keys(all).filter((street) => ![HENGGANG, PINGDI].includes(street))
  const worstOther = Math.max(...others.map(share))
  expect(share(HENGGANG)).toBeGreaterThan(1.5 * worstOther)
  expect(share(PINGDI)).toBeGreaterThan(1.5 * worstOther)
})

test('the parks are graded A46 B138 C81 D11, the laggards have most of the D', () => {
  expect(countBy(district.parks, ({ grade }) => grade)).toEqual({ A: 46, B: 138, C: 81, D: 11 })
  const worst = district.parks.filter(({ grade }) => grade === 'D')
  const lagging = worst.filter(({ areaCode }) => [HENGGANG, PINGDI].includes(streetOf(areaCode)))
  expect(lagging.length).toBeGreaterThan(worst.length / 2)
  for (const { problemTags } of worst) expect(problemTags.length).toBeGreaterThan(0)
})

test('streets with 重大隐患 have parks at C or D to hold them (CONTENT.md 4.2)', () => {
  const needed = {
    [PINGDI]: 2,
    [HENGGANG]: 2,
    440307003: 2,
    440307012: 1,
    440307016: 1,
    440307020: 1,
  }
  const strict = district.parks.filter(({ grade }) => grade === 'C' || grade === 'D')
  const counts = countBy(strict, ({ areaCode }) => streetOf(areaCode))
  for (const [street, least] of Object.entries(needed)) {
    expect(counts[street] ?? 0, street).toBeGreaterThanOrEqual(least)
  }
})

test('each street has one demonstration park, well graded, without red points', () => {
  const demonstrations = district.parks.filter(({ demonstration }) => demonstration)
  expect(new Set(demonstrations.map(({ areaCode }) => streetOf(areaCode))).size).toBe(11)
  expect(demonstrations).toHaveLength(11)
  expect(demonstrations.filter(({ grade }) => grade === 'A').length).toBeGreaterThanOrEqual(9)
  for (const { code, stage, problemTags, grade } of demonstrations) {
    expect(['exchange', 'lasting']).toContain(stage)
    expect(['A', 'B']).toContain(grade)
    expect(problemTags).toEqual([])
    expect(grave.filter((p) => p.parkCode === code && p.level === 'major')).toEqual([])
    expect(
      district.facilities.filter((f) => f.kind === 'microFireStation' && f.parkCode === code),
    ).toHaveLength(1)
  }
})

test('the park with the real name carries nothing harmful', () => {
  const [park] = district.parks.filter(({ name }) => name === '东海科技工业园')
  expect(park).toMatchObject({ areaCode: DAKANG, demonstration: true, fictitious: true })
  const points = riskPoints.filter(({ parkCode }) => parkCode === park!.code)
  expect(points.length).toBeGreaterThan(5)
  for (const point of points) {
    expect(['general', 'low']).toContain(point.level)
    expect(point.reviewDue >= AS_OF_DAY).toBe(true)
  }
  const codes = new Set(points.map(({ code }) => code))
  const hazards = hazardSources.filter(({ riskPointCode }) => codes.has(riskPointCode))
  expect(hazards.every(({ majorHazardGrade }) => majorHazardGrade === null)).toBe(true)
  const enterprises = district.enterprises.filter(({ parkCode }) => parkCode === park!.code)
  expect(enterprises.length).toBeGreaterThan(0)
  for (const { name, highRiskClass } of enterprises) {
    expect(name).toMatch(/^企业 A\d\d$/)
    expect(highRiskClass).toBeNull()
  }
})
