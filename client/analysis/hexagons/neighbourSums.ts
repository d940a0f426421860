import type { DistrictHexagons } from './districtHexagons.ts'
import type { HexagonGrid } from './hexagonGrid.ts'

/** A centre exactly as far away as the reach is a neighbour, whatever the last digit says. */
const TOLERANCE = 1 + 1e-9

type Offset = { columns: number; rows: number }

/** Where the neighbours of a hexagon stand from it, itself included: even and odd columns differ. */
function offsetsWithin({ columnStep, rowStep }: HexagonGrid, metres: number, odd: 0 | 1): Offset[] {
  const reach = metres * TOLERANCE
  const offsets: Offset[] = []
  const across = Math.floor(reach / columnStep)
  for (let columns = -across; columns <= across; columns += 1) {
    const isOdd = (odd + columns) & 1
    const lift = ((isOdd - odd) * rowStep) / 2
    const half = Math.sqrt(Math.max(0, reach ** 2 - (columns * columnStep) ** 2))
    const last = Math.floor((half - lift) / rowStep)
    for (let rows = Math.ceil((-half - lift) / rowStep); rows <= last; rows += 1) {
      offsets.push({ columns, rows })
    }
  }
  return offsets
}

/**
 * Sum of the values and number of the hexagons whose centres are at most `metres` away, the hexagon
 * itself among them. Only hexagons of the district exist, so that one at its edge has fewer.
 */
export function neighbourSums(
  grid: HexagonGrid,
  hexagons: DistrictHexagons,
  values: Float64Array,
  metres: number,
): { sums: Float64Array; counts: Float64Array } {
  const offsets = [offsetsWithin(grid, metres, 0), offsetsWithin(grid, metres, 1)] as const
  const sums = new Float64Array(hexagons.length)
  const counts = new Float64Array(hexagons.length)
  for (let index = 0; index < hexagons.length; index += 1) {
    const column = hexagons.column[index]!
    const row = hexagons.row[index]!
    for (const { columns, rows } of offsets[(column & 1) as 0 | 1]) {
      const neighbour = hexagons.indexOf(column + columns, row + rows)
      if (neighbour < 0) continue
      sums[index]! += values[neighbour]!
      counts[index]! += 1
    }
  }
  return { sums, counts }
}
