import { distance } from '@turf/turf'
import { expect, test } from 'vitest'
import {
  distanceInMetres,
  ringAreaKm2,
  ringContains,
  toDegrees,
  toMetres,
  type LonLat,
  type Ring,
} from '../../../scripts/geography/localPlane.ts'

const square: Ring = [
  [114, 22],
  [115, 22],
  [115, 23],
  [114, 23],
]

test('metres and degrees are each other’s inverse to the 6 decimals kept', () => {
  for (const place of [
    [114.045, 22.59],
    [114.36, 22.83],
  ] as LonLat[]) {
    expect(toDegrees(toMetres(place))).toEqual(place)
  }
})

test('distances in the district are right within 0.5 %', () => {
  const [west, east]: [LonLat, LonLat] = [
    [114.05, 22.6],
    [114.35, 22.8],
  ]
  const expected = distance(west, east, { units: 'meters' })
  expect(Math.abs(distanceInMetres(west, east) / expected - 1)).toBeLessThan(0.005)
})

test('the area of a degree square at the equator is that of the ellipsoid', () => {
  const atEquator: Ring = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ]
  // Karney, GeographicLib Planimeter: 12,308.778 km².
  expect(ringAreaKm2(atEquator)).toBeCloseTo(12_308.8, 0)
})

test('a ring with its interior on the left is positive, reversed negative', () => {
  expect(ringAreaKm2(square)).toBeGreaterThan(0)
  expect(ringAreaKm2(square.toReversed())).toBeCloseTo(-ringAreaKm2(square), 6)
})

test('tells inside from outside', () => {
  expect(ringContains(square, [114.5, 22.5])).toBe(true)
  expect(ringContains(square, [115.5, 22.5])).toBe(false)
})
