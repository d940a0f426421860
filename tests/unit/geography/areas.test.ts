import { area as sphericalArea, booleanPointInPolygon, distance } from '@turf/turf'
import { expect, test } from 'vitest'
import {
  distanceInMetres,
  ringAreaKm2,
  type LonLat,
} from '../../../scripts/geography/localPlane.ts'
import { SMALLEST_PART_KM2 } from '../../../scripts/geography/mergeSlivers.ts'
import { readCommunities, readStreets } from '../../../scripts/geography/readFacts.ts'
import { areaKm2, openRings, readAreas, readCommitted } from './readCollection.ts'

const [district] = readAreas('district')
const streets = readAreas('streets')
const communities = readAreas('communities')
const facts = readCommunities()
const areas = [district!, ...streets, ...communities]

test('has 1 district, 11 streets and 111 communities with the official codes and names', () => {
  const codeAndName = ({ properties }: (typeof areas)[number]) => [properties.code, properties.name]
  expect([district!].map(codeAndName)).toEqual([['440307', '龙岗区']])
  expect(streets.map(codeAndName)).toEqual(readStreets().map(({ code, name }) => [code, name]))
  expect(communities.map(codeAndName)).toEqual(
    readCommunities().map(({ code, name }) => [code, name]),
  )
  expect([streets.length, communities.length]).toEqual([11, 111])
})

test('a code begins with the code of its parent, and every parent exists', () => {
  const codes = new Set(areas.map(({ properties }) => properties.code))
  expect(codes.size).toBe(123)
  expect(district!.properties.parentCode).toBeNull()
  for (const { properties } of [...streets, ...communities]) {
    expect(properties.code.startsWith(properties.parentCode!)).toBe(true)
    expect(properties.code).toHaveLength(properties.parentCode!.length + 3)
    expect(codes).toContain(properties.parentCode)
  }
  for (const { code, communities: count } of readStreets()) {
    expect(communities.filter(({ properties }) => properties.parentCode === code)).toHaveLength(
      count,
    )
  }
})

test('every area says its level and that its geometry is schematic', () => {
  expect(new Set(areas.map(({ properties }) => properties.geometryStatus))).toEqual(
    new Set(['schematic']),
  )
  expect(district!.properties.level).toBe('district')
  expect(new Set(streets.map(({ properties }) => properties.level))).toEqual(new Set(['street']))
  expect(new Set(communities.map(({ properties }) => properties.level))).toEqual(
    new Set(['community']),
  )
})

test('official areas are those of the facts and never the measured ones', () => {
  expect(district!.properties.officialAreaKm2).toBe(388.59)
  expect(streets.map(({ properties }) => properties.officialAreaKm2)).toEqual(
    readStreets().map(({ officialAreaKm2 }) => officialAreaKm2),
  )
  expect(streets.filter(({ properties }) => properties.officialAreaKm2 === null)).toHaveLength(4)
  expect(communities.every(({ properties }) => properties.officialAreaKm2 === null)).toBe(true)
})

test('only communities carry the estimated error of their centre', () => {
  expect(communities.map(({ properties }) => properties.estimatedErrorMetres)).toEqual(
    readCommunities().map(({ estimatedErrorMetres }) => estimatedErrorMetres),
  )
  expect(
    [district!, ...streets].some(({ properties }) => 'estimatedErrorMetres' in properties),
  ).toBe(false)
})

test('the district measures 387.6 km² within 0.5 %', () => {
  expect(Math.abs(sphericalArea(district!) / 1e6 / 387.6 - 1)).toBeLessThan(0.0005)
  // The ellipsoid, which PostGIS uses, has 0.25 % less at this latitude.
  expect(Math.abs(areaKm2(district!) / 387.6 - 1)).toBeLessThan(0.005)
})

test('every centre and every label point lies in its own area', () => {
  for (const { code, centre } of readCommunities()) {
    const community = communities.find(({ properties }) => properties.code === code)!
    expect(booleanPointInPolygon(centre, community), code).toBe(true)
  }
  for (const area of areas) {
    const { code, labelPoint } = area.properties
    expect(booleanPointInPolygon(labelPoint, area, { ignoreBoundary: true }), code).toBe(true)
  }
})

function gridOver(
  [west, south, east, north]: [number, number, number, number],
  step: number,
): LonLat[] {
  const columns = Array.from({ length: Math.floor((east - west) / step) }, (_, index) => index)
  const rows = Array.from({ length: Math.floor((north - south) / step) }, (_, index) => index)
  return rows.flatMap((row) =>
    columns.map((column): LonLat => [west + (column + 0.5) * step, south + (row + 0.5) * step]),
  )
}

test('communities are the Voronoi cells of their centres but for the merged slivers', () => {
  const places = gridOver([114.04, 22.56, 114.36, 22.84], 0.005)
  const inside = places.filter((place) => booleanPointInPolygon(place, district!))
  expect(inside.length).toBeGreaterThan(1_300)
  const sharesOfStrangers = [distanceInMetres, (a: LonLat, b: LonLat) => distance(a, b)].map(
    (measure) => inside.filter((place) => !isInNearest(place, measure)).length / inside.length,
  )
  expect(sharesOfStrangers[0]).toBeLessThan(0.001)
  // Turf measures on the sphere, which is 0.6 % off between north–south and east–west here, so
  // that its borders lie some metres beside those of the ellipsoid.
  expect(sharesOfStrangers[1]).toBeLessThan(0.01)
})

function isInNearest(place: LonLat, measure: (a: LonLat, b: LonLat) => number): boolean {
  const distances = facts.map(({ centre }) => measure(place, centre))
  const { code } = facts[distances.indexOf(Math.min(...distances))]!
  return booleanPointInPolygon(
    place,
    communities.find(({ properties }) => properties.code === code)!,
  )
}

test('no part is smaller than 0.02 km²', () => {
  const parts = areas.flatMap(openRings).map(ringAreaKm2)
  expect(Math.min(...parts)).toBeGreaterThanOrEqual(SMALLEST_PART_KM2)
  expect(SMALLEST_PART_KM2).toBe(0.02)
})

test('coordinates have at most 6 decimals, rings are closed and counter-clockwise', () => {
  for (const { geometry } of areas) {
    expect(geometry.type).toBe('MultiPolygon')
    for (const ring of geometry.coordinates.flat()) expect(ring.at(-1)).toEqual(ring[0])
  }
  // No area of ours has a hole, so every ring is an outer one.
  expect(areas.flatMap(openRings).every((ring) => ringAreaKm2(ring) > 0)).toBe(true)
  for (const level of ['district', 'streets', 'communities', 'neighbours']) {
    expect(readCommitted(`${level}.geojson`)).not.toMatch(/\d\.\d{7}/)
  }
})
