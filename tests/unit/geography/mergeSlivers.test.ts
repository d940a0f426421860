import { expect, test } from 'vitest'
import type { BoundaryEdge } from '../../../scripts/geography/boundaryEdges.ts'
import { ringAreaKm2, type LonLat } from '../../../scripts/geography/localPlane.ts'
import { mergeSlivers } from '../../../scripts/geography/mergeSlivers.ts'
import { polygonsOf } from '../../../scripts/geography/multiPolygon.ts'

/** A row of rectangles 0.1° high, labelled from west to east; `widths` in degrees. */
function row(columns: { label: string; width: number }[]): BoundaryEdge[] {
  const [south, north] = [22.6, 22.7]
  let west = 114
  return columns.flatMap(({ label, width }, index) => {
    const east = west + width
    const [bottomLeft, bottomRight]: LonLat[] = [
      [west, south],
      [east, south],
    ]
    const [topLeft, topRight]: LonLat[] = [
      [west, north],
      [east, north],
    ]
    west = east
    const right = columns[index + 1]?.label ?? null
    return [
      { from: bottomLeft!, to: bottomRight!, left: label, right: null },
      { from: topRight!, to: topLeft!, left: label, right: null },
      { from: bottomRight!, to: topRight!, left: label, right },
      ...(index === 0 ? [{ from: topLeft!, to: bottomLeft!, left: label, right: null }] : []),
    ]
  })
}

test('a detached sliver goes to its neighbour, a larger detached part stays', () => {
  // 0.1° × 0.00001° is 0.011 km², 0.1° × 0.001° is 1.1 km².
  const merged = mergeSlivers(
    row([
      { label: 'a', width: 0.1 },
      { label: 'b', width: 0.00001 },
      { label: 'c', width: 0.1 },
      { label: 'b', width: 0.1 },
      { label: 'a', width: 0.001 },
    ]),
  )
  const parts = (label: string) => polygonsOf(merged, label).map(([outer]) => ringAreaKm2(outer!))
  expect(parts('a').map(Math.round)).toEqual([114, 1])
  expect(parts('b').map(Math.round)).toEqual([114])
  expect(parts('c').map(Math.round)).toEqual([114])
})
