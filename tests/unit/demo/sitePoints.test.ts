import { expect, test } from 'vitest'
import { districtWith, pointsOf } from './demoDistrict.ts'
import { isInside, sitesOf } from './sites.ts'

const district = districtWith()
const { riskPoints } = pointsOf(district)
const sites = sitesOf(district)
const enterpriseOf = new Map(district.enterprises.map((item) => [item.code, item]))
const buildingOf = new Map(
  district.parkFeatures.flatMap((feature) =>
    feature.kind === 'building' ? [[feature.code, feature]] : [],
  ),
)

test('in demonstration parks an indoor point of an enterprise lies in a unit of it on its floor', () => {
  let checked = 0
  for (const site of sites) {
    const units = site.of('unit')
    for (const point of riskPoints.filter(({ parkCode }) => parkCode === site.code)) {
      if (point.floor === null || point.enterpriseCode === null || point.longitude === null)
        continue
      const place = site.toPoint([point.longitude, point.latitude!])
      const around = units.filter(
        (unit) =>
          unit.enterpriseCode === point.enterpriseCode &&
          unit.floor === point.floor &&
          isInside(unit.points, place),
      )
      expect(around, point.code).toHaveLength(1)
      const building = buildingOf.get(around[0]!.buildingCode!)!
      expect(point.location.startsWith(`${building.name} `), point.code).toBe(true)
      checked++
    }
  }
  expect(checked).toBeGreaterThan(250)
})

test('in demonstration parks what is outside has no floor and lies in no building', () => {
  let checked = 0
  for (const site of sites) {
    const buildings = site.of('building')
    for (const { parkCode, floor, longitude, latitude, code } of riskPoints) {
      if (parkCode !== site.code || longitude === null) continue
      const place = site.toPoint([longitude, latitude!])
      const isIndoors = buildings.some(({ points }) => isInside(points, place))
      expect(isIndoors, code).toBe(floor !== null)
      if (!isIndoors) checked++
    }
  }
  expect(checked).toBeGreaterThan(30)
})

test('elsewhere a floor is one of the building, and words tell the same', () => {
  const counts = { known: 0, words: 0 }
  for (const { code, floor, location, enterpriseCode } of riskPoints) {
    if (floor === null || enterpriseCode === null) continue
    counts.known++
    const building = buildingOf.get(enterpriseOf.get(enterpriseCode)?.buildingCode ?? '')
    expect(building, code).toBeDefined()
    const numeral = /([一二三四五六七八九])[楼层]/.exec(location)?.[1]
    if (!numeral) continue
    counts.words++
    expect('一二三四五六七八九'.indexOf(numeral) + 1, `${code} ${location}`).toBe(floor)
  }
  expect(counts.known).toBeGreaterThan(6_000)
  expect(counts.words).toBeGreaterThan(60)
})
