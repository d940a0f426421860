import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assignHexagons,
  createHexagonPainter,
  hexagonCentre,
  hexagonGrid,
} from '../../../../../client/analysis/hexagons/hexagonGrid.ts'
import { ringInPlane } from './pointsAt.ts'

const edges = fc.constantFrom(137, 200, 400, 800)
const metres = fc.integer({ min: 0, max: 60_000 })

function assigned(edge: number, x: number, y: number): [number, number] {
  const columns = new Int32Array(1)
  const rows = new Int32Array(1)
  const points = { x: Float32Array.of(x), y: Float32Array.of(y) }
  assignHexagons(hexagonGrid(edge), points, columns, rows)
  return [columns[0]!, rows[0]!]
}

const distance = ([x1, y1]: [number, number], [x2, y2]: [number, number]) =>
  Math.hypot(x1 - x2, y1 - y2)

describe('assignHexagons', () => {
  it('finds the hexagon whose centre is nearest, of all around', () => {
    fc.assert(
      fc.property(edges, metres, metres, (edge, x, y) => {
        const grid = hexagonGrid(edge)
        const [column, row] = assigned(edge, x, y)
        const here = distance([x, y], hexagonCentre(grid, column, row))
        for (const across of [-2, -1, 0, 1, 2]) {
          for (const up of [-2, -1, 0, 1, 2]) {
            const there = hexagonCentre(grid, column + across, row + up)
            expect(distance([x, y], there)).toBeGreaterThanOrEqual(here - 1e-6)
          }
        }
      }),
    )
  })

  it('gives back the hexagon of a centre', () => {
    const grid = hexagonGrid(200)
    for (const [column, row] of [
      [1680, 7250],
      [1681, 7250],
      [1700, 7301],
    ] as const) {
      expect(assigned(200, ...hexagonCentre(grid, column, row))).toEqual([column, row])
    }
  })
})

describe('createHexagonPainter', () => {
  it('draws six corners an edge from the centre and an edge apart, and closes the ring', () => {
    const grid = hexagonGrid(400)
    for (const column of [834, 835]) {
      const ring = createHexagonPainter(grid)(column, 3625).coordinates[0]!
      expect(ring).toHaveLength(7)
      expect(ring[6]).toEqual(ring[0])
      const corners = ringInPlane(ring)
      const centre = hexagonCentre(grid, column, 3625)
      for (const [index, corner] of corners.slice(0, 6).entries()) {
        expect(distance(corner, centre)).toBeCloseTo(400, 1)
        expect(distance(corner, corners[index + 1]!)).toBeCloseTo(400, 1)
      }
    }
  })

  it('meets the neighbour in the very same corners', () => {
    const paint = createHexagonPainter(hexagonGrid(200))
    const cornersOf = (column: number, row: number) =>
      new Set(paint(column, row).coordinates[0]!.map(String))
    const shared = (a: Set<string>, b: Set<string>) => [...a].filter((corner) => b.has(corner))
    expect(shared(cornersOf(1680, 7250), cornersOf(1680, 7251))).toHaveLength(2)
    expect(shared(cornersOf(1680, 7250), cornersOf(1681, 7250))).toHaveLength(2)
    expect(shared(cornersOf(1681, 7250), cornersOf(1682, 7251))).toHaveLength(2)
    expect(shared(cornersOf(1680, 7250), cornersOf(1682, 7250))).toHaveLength(0)
  })
})

it('refuses an edge that is none', () => {
  for (const edge of [0, -200, NaN, Infinity]) {
    expect(() => hexagonGrid(edge)).toThrow(RangeError)
  }
})
