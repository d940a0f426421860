import { expect, test } from 'vitest'
import { z } from 'zod'
import { areaContains } from '#data/domain/areas'
import { addDays, dayNumber } from '#data/domain/clock'
import { enterpriseSchema } from '#data/domain/enterprises'
import { facilitySchema } from '#data/domain/facilities'
import { polygonSchema } from '#data/domain/geojson'
import { hazardSourceSchema } from '#data/domain/hazardSources'
import { parkSchema } from '#data/domain/parks'
import { lecInputsSchema, riskPointSchema } from '#data/domain/riskPoints'
import { LEC_THRESHOLDS, levelOfScore } from '#data/grading/thresholds'
import { AS_OF_DAY, countBy, districtWith, pointsOf } from './demoDistrict.ts'

const district = districtWith()
const { riskPoints, hazardSources } = pointsOf(district)
const parkOf = new Map(district.parks.map((park) => [park.code, park]))
const enterpriseOf = new Map(district.enterprises.map((item) => [item.code, item]))

test('every record parses by the schema of its concept, with nothing besides', () => {
  const strictly = [
    [{ ...parkSchema.shape, geometry: polygonSchema }, district.parks],
    [enterpriseSchema.shape, district.enterprises],
    [facilitySchema.shape, district.facilities],
    [riskPointSchema.shape, riskPoints],
    [{ ...hazardSourceSchema.shape, riskPointCode: z.string() }, hazardSources],
  ] as const
  for (const [shape, records] of strictly) {
    expect(z.array(z.strictObject(shape)).safeParse(records).error).toBeUndefined()
  }
})

test.each([
  ['parks', district.parks, /^DEMO-P-\d{3}$/],
  ['park features', district.parkFeatures, /^DEMO-P-\d{3}-[A-Z]\d{2,3}$/],
  ['enterprises', district.enterprises, /^DEMO-E-\d{5}$/],
  ['facilities', district.facilities, /^DEMO-F-\d{4}$/],
  ['risk points', riskPoints, /^DEMO-R-\d{7}$/],
  ['hazard sources', hazardSources, /^DEMO-S-\d{5}$/],
] as const)('codes of %s have their form and are unique', (_, records, form) => {
  const codes = records.map(({ code }) => code)
  for (const code of codes) expect(code).toMatch(form)
  expect(new Set(codes).size).toBe(codes.length)
})

test('everything is marked as fictitious', () => {
  for (const records of [
    district.parks,
    district.enterprises,
    district.facilities,
    riskPoints,
    hazardSources,
  ]) {
    expect(records.every(({ fictitious }) => fictitious)).toBe(true)
  }
})

test('a record names a park that exists, in the same community', () => {
  for (const { code, parkCode, areaCode } of [...district.enterprises, ...riskPoints]) {
    expect(parkOf.get(parkCode)?.areaCode, code).toBe(areaCode)
  }
  for (const { code, enterpriseCode, parkCode } of riskPoints) {
    if (enterpriseCode === null) continue
    expect(enterpriseOf.get(enterpriseCode)?.parkCode, code).toBe(parkCode)
  }
  const common = riskPoints.filter(({ enterpriseCode }) => enterpriseCode === null)
  expect(common.length).toBeGreaterThan(500)
  expect(common.length).toBeLessThan(riskPoints.length / 2)
})

/** DOMAIN.md 2.1, retyped. */
const L_VALUES = [10, 6, 3, 1, 0.5, 0.2, 0.1]
const E_VALUES = [10, 6, 3, 2, 1, 0.5]
const C_VALUES = [100, 40, 15, 7, 3, 1]

test('score and level follow from inputs of the LEC table', () => {
  const scores = new Set<number>()
  for (const { code, level, score, gradingInputs } of riskPoints) {
    const { l, e, c } = lecInputsSchema.parse(gradingInputs)
    expect(L_VALUES, code).toContain(l)
    expect(E_VALUES, code).toContain(e)
    expect(C_VALUES, code).toContain(c)
    expect(score, code).toBeCloseTo(l * e * c, 6)
    expect(levelOfScore(score, LEC_THRESHOLDS), code).toBe(level)
    scores.add(score)
  }
  expect(scores.size).toBeGreaterThan(15)
})

test('points fit who has them: dust, ammonia and lithium only where there is some', () => {
  const needs: Record<string, string> = {
    铝镁抛光除尘: 'dust',
    木工砂光除尘: 'dust',
    氨机房储氨器: 'ammonia',
    速冻作业间: 'ammonia',
    氨冷凝管道: 'ammonia',
    化成老化间: 'lithiumBattery',
    电解液中间仓: 'lithiumBattery',
    注液间: 'lithiumBattery',
    电池成品库: 'lithiumBattery',
  }
  let checked = 0
  for (const { code, name, enterpriseCode } of riskPoints) {
    const needed = needs[name.split(' ')[0]!]
    if (!needed) continue
    checked++
    expect(enterpriseOf.get(enterpriseCode!)?.highRiskClass, `${code} ${name}`).toBe(needed)
  }
  expect(checked).toBeGreaterThan(100)
})

test('the level decides who controls a point and who vouches for it', () => {
  const offices = { major: 'company', larger: 'department', general: 'team', low: 'post' }
  for (const { code, level, controlLevel, guarantor } of riskPoints) {
    expect(controlLevel, code).toBe(offices[level])
    if (level === 'major' || level === 'larger') expect(guarantor, code).toMatch(/^演示包保人/)
    else expect(guarantor, code).toBeNull()
  }
})

test('reviews follow their interval, on working days, not after the day of the data', () => {
  const intervals = { major: 90, larger: 180, general: 365, low: 365 }
  for (const { code, level, assessedOn, reviewDue } of riskPoints) {
    expect(reviewDue, code).toBe(addDays(assessedOn, intervals[level]))
    expect(assessedOn < AS_OF_DAY, code).toBe(true)
    const weekday = new Date(dayNumber(assessedOn) * 86_400_000).getUTCDay()
    expect([0, 6], code).not.toContain(weekday)
  }
})

test('1 % lack coordinates, none of them 重大, and 2 % lack a responsible person', () => {
  const lost = riskPoints.filter(({ longitude }) => longitude === null)
  expect(lost).toHaveLength(125)
  for (const { code, level, latitude, coordinateOrigin, coordinateErrorMetres } of lost) {
    expect(level, code).not.toBe('major')
    expect([latitude, coordinateOrigin, coordinateErrorMetres]).toEqual([null, null, null])
  }
  expect(lost.some(({ level }) => level === 'larger')).toBe(true)
  expect(riskPoints.filter(({ responsiblePerson }) => responsiblePerson === null)).toHaveLength(250)
  const streets = countBy(lost, ({ areaCode }) => areaCode.slice(0, 9))
  expect(Object.keys(streets).length).toBeGreaterThan(8)
})

test('every street has a brigade, a hospital, a shelter and a store; stations keep the rule', () => {
  const kinds = countBy(district.facilities, ({ kind }) => kind)
  expect(kinds).toEqual({
    microFireStation: 207,
    fireBrigade: 11,
    hospital: 11,
    shelter: 11,
    supplyStore: 11,
    school: 64,
    nursery: 78,
    dormitory: 52,
    oldPeoplesHome: 22,
  })
  for (const { kind, code, staff, reachMinutes, parkCode, areaCode } of district.facilities) {
    if (kind !== 'microFireStation') continue
    expect(staff, code).toBeGreaterThanOrEqual(6)
    expect(reachMinutes, code).toBeGreaterThanOrEqual(1.5)
    expect(reachMinutes, code).toBeLessThanOrEqual(4.5)
    expect(areaContains(areaCode, parkOf.get(parkCode!)!.areaCode), code).toBe(true)
  }
})
