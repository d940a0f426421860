import { expect, test } from 'vitest'
import { findLabelPoint } from '../../../scripts/geography/labelPoint.ts'
import { distanceInMetres, type LonLat } from '../../../scripts/geography/localPlane.ts'

const degree = (east: number, north: number): LonLat => [114 + east / 100, 22.6 + north / 100]

test('the label of an L stands in its corner, not in its hollow centre', () => {
  const shape = [
    degree(0, 0),
    degree(10, 0),
    degree(10, 3),
    degree(3, 3),
    degree(3, 10),
    degree(0, 10),
  ]
  // The largest inscribed circle touches both outer sides and the inner corner.
  const [east, north] = findLabelPoint([shape])
  expect(east).toBeLessThan(114.022)
  expect(north).toBeLessThan(22.622)
})

test('a hole in the middle pushes the label aside', () => {
  const outer = [degree(0, 0), degree(10, 0), degree(10, 10), degree(0, 10)]
  const hole = [degree(3, 3), degree(3, 7), degree(7, 7), degree(7, 3)]
  expect(distanceInMetres(findLabelPoint([outer]), degree(5, 5))).toBeLessThan(500)
  expect(distanceInMetres(findLabelPoint([outer, hole]), degree(5, 5))).toBeGreaterThan(2_000)
})
