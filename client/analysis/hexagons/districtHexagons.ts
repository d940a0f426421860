import { PLANE_ORIGIN, toPlane } from '../plane.ts'
import { hexagonCentre, type HexagonGrid } from './hexagonGrid.ts'

/** The hexagons whose centres lie in the district: no other exists for a test. */
export type DistrictHexagons = {
  readonly length: number
  readonly column: Int32Array
  readonly row: Int32Array
  /** Entry of a hexagon by its column and row, -1 where it is none of them. */
  indexOf: (column: number, row: number) => number
}

/** Sides of all rings in metres of the plane: x1, y1, x2, y2 each. */
function sidesOf({ coordinates }: GeoJSON.MultiPolygon): Float64Array {
  const sides = coordinates.flat().flatMap((ring) => {
    const corners = ring.map(([longitude = NaN, latitude = NaN]) => toPlane(longitude, latitude))
    return corners.slice(1).flatMap((corner, index) => [...corners[index]!, ...corner])
  })
  return Float64Array.from(sides)
}

/** Where a vertical line enters and leaves the rings, ascending: inside from even to odd. */
function crossings(sides: Float64Array, x: number): Float64Array {
  const found: number[] = []
  for (let at = 0; at < sides.length; at += 4) {
    const x1 = sides[at]!
    const x2 = sides[at + 2]!
    if (x1 > x === x2 > x) continue
    const y1 = sides[at + 1]!
    found.push(y1 + ((x - x1) / (x2 - x1)) * (sides[at + 3]! - y1))
  }
  return Float64Array.from(found).sort()
}

function extent(sides: Float64Array) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < sides.length; at += 2) {
    west = Math.min(west, sides[at]!)
    east = Math.max(east, sides[at]!)
    south = Math.min(south, sides[at + 1]!)
    north = Math.max(north, sides[at + 1]!)
  }
  return { west, south, east, north }
}

/** Column by column, from the south: one line through the district each, not a test a hexagon. */
export function districtHexagons(
  grid: HexagonGrid,
  district: GeoJSON.MultiPolygon,
): DistrictHexagons {
  const sides = sidesOf(district)
  const { west, south, east, north } = extent(sides)
  const firstColumn = Math.ceil((west + PLANE_ORIGIN.east) / grid.columnStep)
  const lastColumn = Math.floor((east + PLANE_ORIGIN.east) / grid.columnStep)
  const firstRow = Math.floor((south + PLANE_ORIGIN.north) / grid.rowStep) - 1
  const height = Math.ceil((north + PLANE_ORIGIN.north) / grid.rowStep) + 1 - firstRow
  const width = Math.max(0, lastColumn - firstColumn + 1)
  const numbers = new Int32Array(width * Math.max(0, height || 0)).fill(-1)
  const columns: number[] = []
  const rows: number[] = []
  for (let column = firstColumn; column <= lastColumn; column += 1) {
    const [x, lift] = hexagonCentre(grid, column, 0)
    const borders = crossings(sides, x)
    for (let at = 0; at + 1 < borders.length; at += 2) {
      const first = Math.ceil((borders[at]! - lift) / grid.rowStep)
      const last = Math.floor((borders[at + 1]! - lift) / grid.rowStep)
      for (let row = first; row <= last; row += 1) {
        numbers[(column - firstColumn) * height + row - firstRow] = rows.push(row) - 1
        columns.push(column)
      }
    }
  }
  return {
    length: rows.length,
    column: Int32Array.from(columns),
    row: Int32Array.from(rows),
    indexOf: (column, row) => {
      const across = column - firstColumn
      const up = row - firstRow
      if (across < 0 || across >= width || up < 0 || up >= height) return -1
      return numbers[across * height + up]!
    },
  }
}
