import { expect, test } from 'vitest'
import { districtWith, pointsOf } from './demoDistrict.ts'

const district = districtWith()
const { riskPoints, hazardSources } = pointsOf(district)
const pointOf = new Map(riskPoints.map((point) => [point.code, point]))

test('there are the five 重大危险源 of CONTENT.md 4.3 and no other', () => {
  const major = hazardSources
    .filter(({ majorHazardGrade }) => majorHazardGrade !== null)
    .map(({ substances, s, r, alpha, majorHazardGrade }) => [
      substances[0]!.cas,
      substances[0]!.designedQuantityTonnes,
      s,
      r,
      alpha,
      majorHazardGrade,
    ])
    .sort((a, b) => Number(b[1]) - Number(a[1]))
  expect(major).toEqual([
    ['74-82-8', 77, 1.54, 4.62, 2, 4],
    ['7664-41-7', 26, 2.6, 10.4, 2, 3],
    ['7664-41-7', 14, 1.4, 5.6, 2, 4],
    ['7664-41-7', 11, 1.1, 4.4, 2, 4],
    ['74-86-2', 1.4, 1.4, 4.2, 2, 4],
  ])
})

test('eight more come near, the others stay far below', () => {
  const near = hazardSources.filter(({ s }) => s !== null && s >= 0.8 && s < 1)
  expect(near).toHaveLength(8)
  const listed = hazardSources.filter(({ s }) => s !== null)
  expect(listed.filter(({ s }) => s! < 0.8)).toHaveLength(listed.length - 13)
  expect(listed.length).toBeGreaterThan(200)
})

/** DOMAIN.md 2.3, retyped: α by exposed people. */
function alphaOf(people: number): number {
  return people >= 100 ? 2 : people >= 50 ? 1.5 : people >= 30 ? 1.2 : people >= 1 ? 1 : 0.5
}

test('S, R, α and the grade follow from the quantities by GB 18218-2018', () => {
  for (const source of hazardSources) {
    const { code, substances, exposedPeople, s, r, alpha, majorHazardGrade } = source
    if (source.unitKind === 'none') {
      expect([s, r, alpha, majorHazardGrade, substances.length], code).toEqual([
        null,
        null,
        null,
        null,
        0,
      ])
      continue
    }
    expect(substances.length, code).toBeGreaterThan(0)
    let sum = 0
    let weighted = 0
    for (const { designedQuantityTonnes: q, criticalTonnes, beta } of substances) {
      sum += q / criticalTonnes
      weighted += (beta * q) / criticalTonnes
    }
    expect(alpha, code).toBe(alphaOf(exposedPeople!))
    expect(s, code).toBeCloseTo(sum, 5)
    expect(r, code).toBeCloseTo(weighted * alphaOf(exposedPeople!), 5)
    if (sum < 1) expect(majorHazardGrade, code).toBeNull()
  }
})

test('a hazard source fits the point it is at', () => {
  const places: Record<string, RegExp> = {
    '7664-41-7': /^(氨机房储氨器|速冻作业间|氨冷凝管道)/,
    '74-86-2': /^氧气乙炔瓶间/,
    '616-38-6': /^(电解液中间仓|注液间)/,
    '68476-85-7': /^食堂燃气间/,
    '74-82-8': /^(LNG气化站|蒸汽锅炉|铝压铸熔炼炉)/,
  }
  let checked = 0
  for (const { code, riskPointCode, substances } of hazardSources) {
    for (const { cas } of substances) {
      const place = places[cas ?? '']
      if (!place) continue
      checked++
      expect(pointOf.get(riskPointCode)!.name, code).toMatch(place)
    }
  }
  expect(checked).toBeGreaterThan(100)
})

test('a 重大危险源 can be drawn: its point has coordinates', () => {
  for (const { riskPointCode, majorHazardGrade } of hazardSources) {
    if (majorHazardGrade !== null) expect(pointOf.get(riskPointCode)!.longitude).not.toBeNull()
  }
})
