import { toPlane } from '../plane.ts'
import type { PlaneBounds, PlaneGrid } from './planeGrid.ts'

/** The district in metres of the plane, and as it came. */
export type PlaneDistrict = {
  /** Outer and inner rings alike: what an odd number of them encloses is inside. */
  readonly rings: readonly Float64Array[]
  readonly bounds: PlaneBounds
  readonly degrees: GeoJSON.MultiPolygon
}

function projectRing(ring: GeoJSON.Position[]): Float64Array {
  return Float64Array.from(ring.flatMap(([longitude, latitude]) => toPlane(longitude!, latitude!)))
}

/** @throws RangeError when the district has no ring: then there is nothing to draw into. */
export function projectDistrict(degrees: GeoJSON.MultiPolygon): PlaneDistrict {
  const rings = degrees.coordinates.flat().map(projectRing)
  if (rings.length === 0) throw new RangeError('The district has no boundary.')
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      bounds[0] = Math.min(bounds[0], ring[at]!)
      bounds[1] = Math.min(bounds[1], ring[at + 1]!)
      bounds[2] = Math.max(bounds[2], ring[at]!)
      bounds[3] = Math.max(bounds[3], ring[at + 1]!)
    }
  }
  return { rings, bounds, degrees }
}

/** Where the boundary crosses the line y = north, from west to east, in metres. */
function crossings(rings: readonly Float64Array[], north: number): number[] {
  const found: number[] = []
  for (const ring of rings) {
    for (let at = 0; at + 3 < ring.length; at += 2) {
      const y0 = ring[at + 1]!
      const y1 = ring[at + 3]!
      // Half open: a vertex on the line belongs to one of its two edges.
      if (y0 > north === y1 > north) continue
      const x0 = ring[at]!
      found.push(x0 + ((ring[at + 2]! - x0) * (north - y0)) / (y1 - y0))
    }
  }
  return found.sort((first, second) => first - second)
}

/** 1 for every node inside the district, row by row as in the grid; one scan line a row. */
export function maskNodes({ rings }: PlaneDistrict, grid: PlaneGrid): Uint8Array {
  const mask = new Uint8Array(grid.columns * grid.rows)
  for (let row = 0; row < grid.rows; row += 1) {
    const edges = crossings(rings, (grid.firstRow + row) * grid.cell)
    for (let pair = 0; pair + 1 < edges.length; pair += 2) {
      const first = Math.ceil(edges[pair]! / grid.cell) - grid.firstColumn
      const last = Math.floor(edges[pair + 1]! / grid.cell) - grid.firstColumn
      const from = row * grid.columns
      mask.fill(1, from + Math.max(0, first), from + Math.max(0, Math.min(grid.columns, last + 1)))
    }
  }
  return mask
}
