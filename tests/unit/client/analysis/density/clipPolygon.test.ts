import { describe, expect, it } from 'vitest'
import { clipPolygon } from '../../../../../client/analysis/density/clipPolygon.ts'
import { contourGrid } from '../../../../../client/analysis/density/contourGrid.ts'
import { densityGrid } from '../../../../../client/analysis/density/densityGrid.ts'
import { projectDistrict } from '../../../../../client/analysis/density/districtMask.ts'
import { fromPlane } from '../../../../../client/analysis/plane.ts'
import { weightedPoints } from './pointsArbitrary.ts'

const square = [
  [10_000, 10_000],
  [20_000, 10_000],
  [20_000, 20_000],
  [10_000, 20_000],
  [10_000, 10_000],
].map(([x, y]) => fromPlane(x!, y!))
const outline = { type: 'MultiPolygon' as const, coordinates: [[square]] }
const district = projectDistrict(outline)
const density = densityGrid(weightedPoints([]), district.bounds, 800, 200, 600)
const contour = contourGrid(density, district, 1, 'rest')

/** A square of the contour grid with its corners in metres of the plane, a vertex a cell. */
function boxOf(west: number, south: number, side: number) {
  const { cell, firstColumn, firstRow } = contour.grid
  const steps = side / cell
  const column = west / cell - firstColumn + 0.5
  const row = south / cell - firstRow + 0.5
  const along = Array.from({ length: steps }, (_, step) => step)
  const ring = [
    ...along.map((step) => [column + step, row]),
    ...along.map((step) => [column + steps, row + step]),
    ...along.map((step) => [column + steps - step, row + steps]),
    ...along.map((step) => [column, row + steps - step]),
    [column, row],
  ]
  const degrees = ring.map(([x, y]) => fromPlane((firstColumn + x!) * cell, (firstRow + y!) * cell))
  return { rings: [ring], degrees: [degrees] }
}
const never = () => {
  throw new Error('Nothing to clip here.')
}

describe('clipPolygon', () => {
  it('leaves what is well inside as it is, without asking turf', () => {
    const { rings, degrees } = boxOf(14_000, 14_000, 2_000)
    const { pieces, clipped } = clipPolygon(rings, degrees, contour, outline, never)
    expect(pieces).toEqual([degrees])
    expect(clipped).toBe(true)
  })

  it('cuts what crosses the boundary', () => {
    const { rings, degrees } = boxOf(18_000, 14_000, 4_000)
    const { pieces } = clipPolygon(rings, degrees, contour, outline)
    const longitudes = pieces.flat(2).map(([longitude]) => longitude!)
    const east = Math.max(...square.map(([longitude]) => longitude!))
    expect(pieces).toHaveLength(1)
    expect(Math.max(...longitudes)).toBeLessThanOrEqual(east + 1e-6)
    expect(Math.max(...degrees.flat().map(([longitude]) => longitude!))).toBeGreaterThan(
      east + 0.01,
    )
  })

  it('drops what lies outside', () => {
    const { rings, degrees } = boxOf(21_000, 14_000, 1_000)
    expect(clipPolygon(rings, degrees, contour, outline).pieces).toEqual([])
  })

  it('puts a hole well inside back into its piece', () => {
    const outer = boxOf(12_000, 12_000, 10_000)
    const hole = boxOf(14_000, 14_000, 2_000)
    const { pieces } = clipPolygon(
      [outer.rings[0]!, hole.rings[0]!],
      [outer.degrees[0]!, hole.degrees[0]!],
      contour,
      outline,
    )
    expect(pieces).toHaveLength(1)
    expect(pieces[0]![1]).toEqual(hole.degrees[0])
  })

  it('keeps a polygon that turf cannot clip, and says so', () => {
    const { rings, degrees } = boxOf(18_000, 14_000, 4_000)
    const kept = clipPolygon(rings, degrees, contour, outline, never)
    expect(kept).toEqual({ pieces: [degrees], clipped: false })
  })
})
