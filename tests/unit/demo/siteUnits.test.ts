import { describe, expect, test } from 'vitest'
import { districtWith } from './demoDistrict.ts'
import { gapBetween, isInside, sitesOf, squareMetres } from './sites.ts'

const district = districtWith()

describe.each(sitesOf(district))('$code', (site) => {
  const buildings = site.of('building')

  test('units lie in their building, share its floors without overlap and belong to its tenants', () => {
    const units = site.of('unit')
    const tenants = new Map(
      district.enterprises
        .filter(({ parkCode }) => parkCode === site.code)
        .map((each) => [each.code, each]),
    )
    for (const building of buildings) {
      const rented = building.use !== 'dormitory'
      for (let floor = 1; floor <= building.floors!; floor++) {
        const here = units.filter(
          (unit) => unit.buildingCode === building.code && unit.floor === floor,
        )
        expect(here.length > 0, `${building.code} ${floor}`).toBe(rented)
        if (!rented) continue
        here.forEach(({ points, code }, index) => {
          for (const corner of points.slice(1))
            expect(isInside(building.points, corner), code).toBe(true)
          for (const other of here.slice(index + 1))
            expect(gapBetween(points, other.points)).toBeGreaterThan(0.1)
        })
        const used = here.reduce((sum, { points }) => sum + squareMetres(points), 0)
        expect(used / squareMetres(building.points)).toBeGreaterThan(0.55)
      }
    }
    for (const unit of units) expect(tenants.has(unit.enterpriseCode!), unit.code).toBe(true)
    for (const { code, buildingCode, floor } of tenants.values()) {
      const own = units.filter(
        (unit) => unit.enterpriseCode === code && unit.buildingCode === buildingCode,
      )
      const floors = own.map((unit) => unit.floor!)
      const words =
        floors.length === 1 ? `${floors[0]}层` : `${Math.min(...floors)}–${Math.max(...floors)}层`
      expect(words, code).toBe(floor)
    }
  })
})
