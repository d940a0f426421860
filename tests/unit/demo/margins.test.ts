import { expect, test } from 'vitest'
import { countBy, districtWith, pointsOf, streetOf } from './demoDistrict.ts'

/** CONTENT.md 4.2, retyped: 园区 企业 风险点 重大 较大 一般 低 粉尘 涉氨 锂电 微站园区. */
const STREETS = {
  平湖: ['440307003', 40, 488, 1891, 5, 81, 502, 1303, 34, 6, 20, 28],
  坪地: ['440307006', 29, 276, 1316, 4, 71, 370, 871, 24, 2, 26, 20],
  南湾: ['440307012', 33, 412, 1474, 2, 54, 376, 1042, 18, 2, 8, 24],
  坂田: ['440307013', 34, 476, 1514, 1, 42, 366, 1105, 10, 0, 8, 29],
  布吉: ['440307014', 5, 62, 179, 0, 3, 37, 139, 1, 0, 0, 4],
  龙城: ['440307015', 14, 208, 579, 0, 10, 105, 464, 3, 0, 2, 12],
  龙岗: ['440307016', 21, 250, 969, 1, 35, 252, 681, 14, 1, 9, 15],
  横岗: ['440307017', 30, 340, 1351, 3, 54, 372, 922, 40, 1, 8, 21],
  吉华: ['440307018', 13, 171, 612, 1, 15, 146, 450, 8, 0, 2, 10],
  宝龙: ['440307019', 30, 272, 1406, 5, 83, 391, 927, 22, 1, 28, 25],
  园山: ['440307020', 27, 285, 1189, 3, 51, 328, 807, 30, 1, 7, 19],
} as const

/** CONTENT.md 4.3, retyped: 园区 企业 风险点 重大 较大 一般 危险源. */
const PARK_TYPES = {
  oldMixed: [112, 1568, 5666, 3, 190, 1473, 560],
  electronics: [48, 480, 1968, 1, 52, 472, 260],
  furniture: [20, 160, 900, 4, 60, 261, 110],
  lithiumEnergy: [18, 126, 1188, 8, 92, 368, 250],
  coldChain: [24, 216, 840, 5, 44, 218, 96],
  printing: [22, 264, 990, 2, 38, 267, 180],
  foodOpticsJewellery: [16, 192, 608, 2, 21, 146, 92],
  research: [16, 234, 320, 0, 2, 40, 12],
} as const

const district = districtWith()
const { riskPoints, hazardSources } = pointsOf(district)
const parkTypeOf = new Map(district.parks.map(({ code, parkType }) => [code, parkType]))
const pointOf = new Map(riskPoints.map((point) => [point.code, point]))

test.each(Object.entries(STREETS))('%s has the figures of the table by street', (_, row) => {
  const [code, ...figures] = row
  const here = <T extends { areaCode: string }>(list: readonly T[]) =>
    list.filter(({ areaCode }) => streetOf(areaCode) === code)
  const levels = countBy(here(riskPoints), ({ level }) => level)
  const classes = countBy(here(district.enterprises), ({ highRiskClass }) => highRiskClass ?? '')
  expect([
    here(district.parks).length,
    here(district.enterprises).length,
    here(riskPoints).length,
    levels.major ?? 0,
    levels.larger ?? 0,
    levels.general ?? 0,
    levels.low ?? 0,
    classes.dust ?? 0,
    classes.ammonia ?? 0,
    classes.lithiumBattery ?? 0,
    here(district.facilities).filter(({ kind }) => kind === 'microFireStation').length,
  ]).toEqual(figures)
})

test.each(Object.entries(PARK_TYPES))('%s has the figures of the table by type', (type, row) => {
  const parks = district.parks.filter(({ parkType }) => parkType === type)
  const codes = new Set(parks.map(({ code }) => code))
  const points = riskPoints.filter(({ parkCode }) => codes.has(parkCode))
  const levels = countBy(points, ({ level }) => level)
  const hazards = hazardSources.filter(({ riskPointCode }) =>
    codes.has(pointOf.get(riskPointCode)!.parkCode),
  )
  expect([
    parks.length,
    district.enterprises.filter(({ parkCode }) => codes.has(parkCode)).length,
    points.length,
    levels.major ?? 0,
    levels.larger ?? 0,
    levels.general ?? 0,
    hazards.length,
  ]).toEqual([...row])
})

test('the district has the totals that both tables share', () => {
  expect(district.parks).toHaveLength(276)
  expect(district.enterprises).toHaveLength(3240)
  expect(district.riskPointCount).toBe(12480)
  expect(hazardSources).toHaveLength(1560)
  expect(countBy(riskPoints, ({ level }) => level)).toEqual({
    major: 25,
    larger: 499,
    general: 3245,
    low: 8711,
  })
})

/** CONTENT.md 4.3: risk points of a park at the 10th and the 90th percentile. */
const SPREAD = {
  oldMixed: [22, 92],
  electronics: [20, 68],
  furniture: [24, 70],
  lithiumEnergy: [35, 110],
  coldChain: [14, 60],
  printing: [21, 74],
  foodOpticsJewellery: [18, 60],
  research: [8, 34],
} as const

test.each(Object.entries(SPREAD))('parks of %s differ as the table says', (type, [p10, p90]) => {
  const ofPark = countBy(riskPoints, ({ parkCode }) => parkCode)
  const sizes = district.parks
    .filter(({ parkType }) => parkType === type)
    .map(({ code }) => ofPark[code] ?? 0)
    .sort((a, b) => a - b)
  const at = (share: number) => sizes[Math.round(share * (sizes.length - 1))]!
  expect(at(0.1)).toBeGreaterThan(p10 * 0.7)
  expect(at(0.1)).toBeLessThan(p10 * 1.3)
  expect(at(0.9)).toBeGreaterThan(p90 * 0.7)
  expect(at(0.9)).toBeLessThan(p90 * 1.3)
})

test('dust enterprises fall into 20, 57 and 127 by the workers in dust', () => {
  const tiers = district.enterprises
    .filter(({ highRiskClass }) => highRiskClass === 'dust')
    .map(({ dustWorkers }) => (dustWorkers! >= 30 ? 'large' : dustWorkers! >= 10 ? 'mid' : 'small'))
  expect(countBy(tiers, (tier) => tier)).toEqual({ large: 20, mid: 57, small: 127 })
  for (const { highRiskClass, dustWorkers, headcount } of district.enterprises) {
    if (highRiskClass === 'dust') expect(dustWorkers).toBeLessThanOrEqual(headcount)
    else expect(dustWorkers).toBeNull()
  }
})

test('a hazard source lies in the park of its point, and a point has at most three', () => {
  const perPoint = countBy(hazardSources, ({ riskPointCode }) => riskPointCode)
  expect(Math.max(...Object.values(perPoint))).toBeLessThanOrEqual(3)
  for (const { riskPointCode } of hazardSources) {
    expect(parkTypeOf.has(pointOf.get(riskPointCode)!.parkCode)).toBe(true)
  }
})
