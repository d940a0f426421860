import { describe, expect, test } from 'vitest'
import {
  PARK_FEATURE_KIND_ORDER,
  parkFeatureSchema,
  siteGeometrySchema,
} from '#data/domain/parkFeatures'
import { districtWith } from './demoDistrict.ts'
import {
  enters,
  gapBetween,
  isInside,
  metres,
  metresTo,
  sidesOf,
  sitesOf,
  type Point,
} from './sites.ts'

const district = districtWith()
const sites = sitesOf(district)

test('eleven parks have a site with everything that a site has', () => {
  expect(sites).toHaveLength(11)
  const always = PARK_FEATURE_KIND_ORDER.filter((kind) => kind !== 'dangerousGoodsStore')
  for (const site of sites) {
    for (const kind of always)
      expect(site.of(kind).length, `${site.code} ${kind}`).toBeGreaterThan(0)
  }
  expect(sites.filter((site) => site.of('dangerousGoodsStore').length > 0)).toHaveLength(7)
})

test('features read as the domain has them, with one centimetre in their positions', () => {
  for (const { geometry, parkCode, ...known } of district.parkFeatures) {
    expect(parkFeatureSchema.safeParse(known).error, parkCode).toBeUndefined()
    expect(siteGeometrySchema.safeParse(geometry).success, known.code).toBe(true)
  }
  const finest = sites.flatMap((site) => site.of('hydrant')).map(({ geometry }) => geometry)
  const decimals = finest.flatMap(({ coordinates }) =>
    coordinates.map((each) => String(each).length),
  )
  // Three digits and the point before seven decimals.
  expect(Math.max(...decimals)).toBe(11)
})

describe.each(sites)('$code', (site) => {
  const buildings = site.of('building')
  const lanes = [...site.of('road'), ...site.of('fireLane')]
  const stores = site.of('dangerousGoodsStore')

  test('everything lies inside the park', () => {
    for (const kind of PARK_FEATURE_KIND_ORDER) {
      for (const { points, code } of site.of(kind)) {
        for (const point of points) expect(isInside(site.outline, point), code).toBe(true)
      }
    }
    for (const { points, code } of lanes) {
      const middles = sidesOf(points).map(([[a, b], [c, d]]): Point => [(a + c) / 2, (b + d) / 2])
      expect(
        middles.every((point) => isInside(site.outline, point)),
        code,
      ).toBe(true)
    }
  })

  test('buildings, units and stores have right angles', () => {
    for (const { points, code } of [...buildings, ...site.of('unit'), ...stores]) {
      const directions = sidesOf(points).map(([[a, b], [c, d]]) => Math.atan2(d - b, c - a))
      directions.forEach((direction, index) => {
        const turn = direction - directions.at(index - 1)!
        const degrees = ((((turn * 180) / Math.PI) % 360) + 360) % 360
        expect(Math.abs(degrees - 90), code).toBeLessThan(0.1)
      })
    }
  })

  test('buildings stand 13 m and more apart, stores 12 m from each', () => {
    buildings.forEach(({ points, code }, index) => {
      for (const other of buildings.slice(index + 1)) {
        expect(gapBetween(points, other.points), `${code} ${other.code}`).toBeGreaterThan(13)
      }
      for (const store of stores) {
        expect(gapBetween(points, store.points), `${code} ${store.code}`).toBeGreaterThan(11.98)
      }
    })
  })

  test('roads and fire lanes keep clear of buildings and are wide and high enough', () => {
    for (const { points, code, netWidthMetres, netHeightMetres, kind } of lanes) {
      expect(netWidthMetres, code).toBeGreaterThanOrEqual(4)
      expect(netHeightMetres, code).toBeGreaterThanOrEqual(4)
      for (const building of [...buildings, ...stores]) {
        // GB 50016-2014 7.1.8: 5 m from the wall to the lane's edge.
        const clear = Math.min(
          ...building.points.map((corner) => metresTo(points, corner)),
          ...points.map((point) => metresTo(building.points, point)),
        )
        expect(clear - netWidthMetres! / 2, `${code} ${building.code}`).toBeGreaterThan(
          kind === 'fireLane' ? 4.98 : 4,
        )
        expect(enters(points, building.points, 0), code).toBe(false)
      }
    }
  })

  test('roads and fire lanes form one net that reaches every gate', () => {
    const reached = new Set([lanes[0]!.code])
    for (let before = 0; before < reached.size;) {
      before = reached.size
      for (const lane of lanes) {
        const meets = lanes.some(
          (other) =>
            reached.has(other.code) &&
            (other.points.some((point) => metresTo(lane.points, point) < 0.02) ||
              lane.points.some((point) => metresTo(other.points, point) < 0.02)),
        )
        if (meets) reached.add(lane.code)
      }
    }
    expect([...reached].sort()).toEqual(lanes.map(({ code }) => code).sort())
    for (const { points, code } of site.of('gate')) {
      expect(
        Math.min(...lanes.map((lane) => metresTo(lane.points, points[0]!))),
        code,
      ).toBeLessThan(0.02)
    }
  })

  test('hydrants stand along fire lanes, 120 m apart at most, and protect every building', () => {
    const fireLanes = site.of('fireLane')
    const hydrants = site.of('hydrant')
    for (const { points, code } of hydrants) {
      const edges = fireLanes.map(
        (lane) => metresTo(lane.points, points[0]!) - lane.netWidthMetres! / 2,
      )
      expect(Math.min(...edges), code).toBeGreaterThan(0.4)
      expect(Math.min(...edges), code).toBeLessThanOrEqual(2)
      for (const road of lanes) {
        expect(metresTo(road.points, points[0]!) - road.netWidthMetres! / 2, code).toBeGreaterThan(
          0.4,
        )
      }
      for (const building of buildings) {
        expect(metresTo(building.points, points[0]!), `${code} ${building.code}`).toBeGreaterThan(
          4.98,
        )
      }
      const nearest = hydrants.filter((other) => other.code !== code)
      expect(
        Math.min(...nearest.map((other) => metres(other.points[0]!, points[0]!))),
      ).toBeLessThan(120)
    }
    for (const { points, code } of buildings) {
      const away = hydrants.map((hydrant) =>
        Math.max(...points.map((corner) => metres(corner, hydrant.points[0]!))),
      )
      expect(Math.min(...away), code).toBeLessThan(150)
    }
    for (const lane of fireLanes) {
      const own = hydrants.filter(
        ({ points }) => metresTo(lane.points, points[0]!) < lane.netWidthMetres! / 2 + 2,
      )
      const far = sidesOf(lane.points)
        .flat()
        .map((vertex) => Math.min(...hydrants.map(({ points }) => metres(points[0]!, vertex))))
      expect(own.length, lane.code).toBeGreaterThan(0)
      // Half of 120 m along the lane, and the lane's width.
      expect(Math.max(...far), lane.code).toBeLessThan(66)
    }
  })

  test('an evacuation route leads from each building to an assembly point, through none', () => {
    const routes = site.of('evacuationRoute')
    expect(routes.map(({ buildingCode }) => buildingCode)).toEqual(
      buildings.map(({ code }) => code),
    )
    for (const { points, code, buildingCode } of routes) {
      const own = buildings.find((building) => building.code === buildingCode)!
      expect(metresTo(own.points, points[0]!), code).toBeLessThan(0.02)
      const ends = site.of('assemblyPoint').map((place) => metres(place.points[0]!, points.at(-1)!))
      expect(Math.min(...ends), code).toBeLessThan(0.02)
      for (const building of [...buildings, ...stores]) {
        expect(enters(points, building.points, 0.02), `${code} ${building.code}`).toBe(false)
      }
      for (const inner of points.slice(1, -1)) {
        expect(Math.min(...lanes.map((lane) => metresTo(lane.points, inner))), code).toBeLessThan(
          0.02,
        )
      }
    }
  })

  test('assembly points are open ground with room for everybody', () => {
    const points = site.of('assemblyPoint')
    for (const {
      points: [place],
      code,
    } of points) {
      for (const building of [...buildings, ...stores]) {
        expect(isInside(building.points, place!), code).toBe(false)
        expect(metresTo(building.points, place!), code).toBeGreaterThan(8)
      }
      expect(Math.min(...lanes.map((lane) => metresTo(lane.points, place!)))).toBeGreaterThan(8)
    }
    const room = points.reduce((sum, { capacity }) => sum + capacity!, 0)
    const people = buildings
      .filter(({ use }) => use !== 'dormitory')
      .reduce((sum, { occupancy }) => sum + occupancy!, 0)
    expect(room).toBeGreaterThan(people)
  })

  test('what stands outside stands on no lane and in no building', () => {
    const kinds = [
      'microFireStation',
      'gasIsolationPoint',
      'powerIsolationPoint',
      'riskNoticeBoard',
      'camera',
      'assemblyPoint',
    ] as const
    for (const {
      points: [place],
      code,
    } of kinds.flatMap((kind) => site.of(kind))) {
      expect(
        buildings.some((building) => isInside(building.points, place!)),
        code,
      ).toBe(false)
      for (const lane of lanes) {
        expect(metresTo(lane.points, place!), `${code} ${lane.code}`).toBeGreaterThan(
          lane.netWidthMetres! / 2,
        )
      }
    }
  })
})
