import { expect, test } from 'vitest'
import {
  relabel,
  ringOf,
  traceRings,
  type BoundaryEdge,
} from '../../../scripts/geography/boundaryEdges.ts'
import { ringAreaKm2, type LonLat, type Ring } from '../../../scripts/geography/localPlane.ts'

function edgesRound(ring: Ring, left: string | null, right: string | null): BoundaryEdge[] {
  return ring.map((from, index) => ({ from, to: ring[(index + 1) % ring.length]!, left, right }))
}

const squareAt = (west: number, south: number, size: number): LonLat[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
]

test('two squares that meet in a corner are two rings', () => {
  const edges = [
    ...edgesRound(squareAt(0, 0, 1), 'a', null),
    ...edgesRound(squareAt(1, 1, 1), 'a', null),
  ]
  const rings = traceRings(edges, 'a').map(ringOf)
  expect(rings.map((ring) => ring.length)).toEqual([4, 4])
  expect(rings.every((ring) => ringAreaKm2(ring) > 0)).toBe(true)
})

test('what lies inside is a hole outside it', () => {
  const edges = [
    ...edgesRound(squareAt(0, 0, 3), 'a', null),
    ...edgesRound(squareAt(1, 1, 1), 'b', 'a'),
  ]
  const signs = (label: string) =>
    traceRings(edges, label).map((ring) => Math.sign(ringAreaKm2(ringOf(ring))))
  expect(signs('a')).toEqual([1, -1])
  expect(signs('b')).toEqual([1])
})

test('a coarser label drops the edges inside it', () => {
  const edges = edgesRound(squareAt(0, 0, 1), '440307001', '440307002')
  expect(relabel(edges, (code) => code.slice(0, 6))).toEqual([])
  expect(relabel(edges, (code) => code)).toHaveLength(4)
})

test('an open boundary is refused', () => {
  const edges = edgesRound(squareAt(0, 0, 1), 'a', null).slice(1)
  expect(() => traceRings(edges, 'a')).toThrow('boundary is open')
})
