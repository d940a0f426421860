import {
  area,
  bbox,
  booleanIntersects,
  booleanPointInPolygon,
  difference,
  featureCollection,
  intersect,
  lineString,
  multiPolygon,
  point,
  pointToPolygonDistance,
  polygon,
  bearing,
  distance,
} from '@turf/turf'
import { expect, test } from 'vitest'
import type { Polygon } from '#data/domain/geojson'
import { communities, districtWith, pointsOf } from './demoDistrict.ts'

const district = districtWith()
const { riskPoints } = pointsOf(district)
const outlineOf = new Map(
  communities.map(({ code, geometry }) => [code, multiPolygon(geometry.coordinates)]),
)
const shapeOf = new Map(
  district.parks.map(({ code, geometry }) => [code, polygon(geometry.coordinates)]),
)
const buildings = district.parkFeatures.flatMap(({ kind, parkCode, geometry }) =>
  kind === 'building' && geometry.type === 'Polygon'
    ? [{ parkCode, shape: polygon(geometry.coordinates) }]
    : [],
)

function leftOver(inner: Polygon['coordinates'], outer: ReturnType<typeof polygon>): number {
  const rest = difference(featureCollection([polygon(inner), outer]))
  return rest ? area(rest) : 0
}

test('every park lies inside the outline of its own community', () => {
  for (const park of district.parks) {
    const shape = multiPolygon([park.geometry.coordinates])
    const rest = difference(featureCollection([shape, outlineOf.get(park.areaCode)!]))
    expect(rest, park.code).toBeNull()
  }
})

/** Metres from the nearest corner of one park to the other, below 0 inside it. */
function gap(a: string, b: string): number {
  const corners = shapeOf.get(a)!.geometry.coordinates[0]!
  return Math.min(
    ...corners.map((corner) =>
      pointToPolygonDistance(point(corner), shapeOf.get(b)!, { units: 'meters' }),
    ),
  )
}

test('no two parks overlap, and a road of 15 m or more lies between them', () => {
  const around = district.parks.map(({ code }) => {
    const [west, south, east, north] = bbox(shapeOf.get(code)!)
    return { code, west, south, east, north }
  })
  const near = 0.0004
  let compared = 0
  around.forEach((a, index) => {
    for (const b of around.slice(index + 1)) {
      const isFar =
        a.west > b.east + near ||
        b.west > a.east + near ||
        a.south > b.north + near ||
        b.south > a.north + near
      if (isFar) continue
      compared++
      const both = featureCollection([shapeOf.get(a.code)!, shapeOf.get(b.code)!])
      expect(intersect(both), `${a.code} ${b.code}`).toBeNull()
      expect(Math.min(gap(a.code, b.code), gap(b.code, a.code))).toBeGreaterThan(15)
    }
  })
  expect(compared).toBeGreaterThan(100)
})

test('parks measure 2 to 40 ha, most of them under 15', () => {
  const hectares = [...shapeOf.values()].map((shape) => area(shape) / 10_000)
  expect(Math.min(...hectares)).toBeGreaterThanOrEqual(2)
  expect(Math.max(...hectares)).toBeLessThanOrEqual(40)
  expect(Math.max(...hectares)).toBeGreaterThan(15)
  expect(hectares.filter((value) => value < 15).length).toBeGreaterThan(200)
})

/** Direction of the longest side, in degrees from 0 to 90. */
function directionOf(ring: readonly (readonly [number, number])[]): number {
  const sides = ring.slice(1).map((to, index) => ({ from: ring[index]!, to }))
  const longest = sides.reduce((a, b) =>
    distance([...b.from], [...b.to]) > distance([...a.from], [...a.to]) ? b : a,
  )
  return ((bearing([...longest.from], [...longest.to]) % 90) + 90) % 90
}

test('parks of a community share a direction, those of another have their own', () => {
  const byCommunity = new Map<string, number[]>()
  for (const { areaCode, geometry } of district.parks) {
    const list = byCommunity.get(areaCode) ?? []
    byCommunity.set(areaCode, [...list, directionOf(geometry.coordinates[0]!)])
  }
  for (const [code, directions] of byCommunity) {
    const apart = directions.map((direction) => {
      const turn = Math.abs(direction - directions[0]!)
      return Math.min(turn, 90 - turn)
    })
    // A slanting side is up to 14 % of the width off: about 12°.
    expect(Math.max(...apart), code).toBeLessThan(13)
  }
  const firsts = [...byCommunity.values()].map(([first]) => Math.round(first! / 5))
  expect(new Set(firsts).size).toBeGreaterThan(8)
})

test('a park has 3 to 14 buildings inside it that do not overlap', () => {
  for (const { code, geometry } of district.parks) {
    const here = buildings.filter(({ parkCode }) => parkCode === code)
    expect(here.length, code).toBeGreaterThanOrEqual(3)
    expect(here.length, code).toBeLessThanOrEqual(14)
    here.forEach(({ shape }, index) => {
      expect(
        leftOver(
          shape.geometry.coordinates as Polygon['coordinates'],
          polygon(geometry.coordinates),
        ),
        code,
      ).toBe(0)
      for (const other of here.slice(index + 1)) {
        expect(booleanIntersects(shape, other.shape), code).toBe(false)
      }
    })
  }
})

test('buildings have sizes that buildings have', () => {
  for (const { kind, code, floors, heightMetres } of district.parkFeatures) {
    if (kind !== 'building') continue
    expect(floors, code).toBeGreaterThanOrEqual(1)
    expect(floors, code).toBeLessThanOrEqual(8)
    expect(heightMetres! / floors!, code).toBeGreaterThan(3)
    expect(heightMetres! / floors!, code).toBeLessThan(9)
  }
  for (const { shape, parkCode } of buildings) {
    const [a, b, c] = shape.geometry.coordinates[0]!
    const sides = [distance(a!, b!) * 1000, distance(b!, c!) * 1000]
    expect(Math.min(...sides), parkCode).toBeGreaterThan(8)
    expect(Math.max(...sides), parkCode).toBeLessThan(140)
  }
})

test('gates, stations and label points lie in their park, in no building', () => {
  for (const feature of district.parkFeatures) {
    if (feature.geometry.type !== 'Point' || feature.floor !== null) continue
    const position = point(feature.geometry.coordinates)
    expect(booleanPointInPolygon(position, shapeOf.get(feature.parkCode)!), feature.code).toBe(true)
    const inside = buildings.some(
      ({ parkCode, shape }) =>
        parkCode === feature.parkCode && booleanPointInPolygon(position, shape),
    )
    expect(inside, feature.code).toBe(false)
  }
  for (const { code, labelPoint } of district.parks) {
    expect(booleanPointInPolygon(point(labelPoint), shapeOf.get(code)!), code).toBe(true)
  }
  expect(countKinds('gate')).toBe(285)
  expect(countKinds('microFireStation')).toBe(207)
})

function countKinds(wanted: string): number {
  return district.parkFeatures.filter(({ kind }) => kind === wanted).length
}

test('risk points lie in their park, most of them in a building', () => {
  const drawn = riskPoints.filter(({ longitude }) => longitude !== null)
  let indoors = 0
  for (const { code, parkCode, longitude, latitude } of drawn) {
    const position = point([longitude!, latitude!])
    expect(booleanPointInPolygon(position, shapeOf.get(parkCode)!), code).toBe(true)
    const isIndoors = buildings.some(
      (building) =>
        building.parkCode === parkCode && booleanPointInPolygon(position, building.shape),
    )
    if (isIndoors) indoors++
  }
  expect(indoors / drawn.length).toBeGreaterThan(0.6)
  expect(indoors / drawn.length).toBeLessThan(0.95)
})

test('facilities lie in the community they name', () => {
  for (const { code, areaCode, longitude, latitude } of district.facilities) {
    const position = point([longitude, latitude])
    expect(booleanPointInPolygon(position, outlineOf.get(areaCode)!), code).toBe(true)
  }
})

test('outlines are closed rings against the clock', () => {
  for (const { code, geometry } of district.parks) {
    const ring = geometry.coordinates[0]!
    expect(ring[0], code).toEqual(ring.at(-1))
    expect(
      lineString(ring.map((position) => [...position])).geometry.coordinates.length,
    ).toBeGreaterThan(4)
    let twice = 0
    ring.slice(1).forEach(([x, y], index) => (twice += ring[index]![0] * y - x * ring[index]![1]))
    expect(twice, code).toBeGreaterThan(0)
  }
})
