import type { WeightedPoints } from '../weightedPoints.ts'
import { coveringGrid, type PlaneBounds, type PlaneGrid } from './planeGrid.ts'

/** A surface at the nodes of a grid, row by row, in weight per km². */
export type Density = { readonly grid: PlaneGrid; readonly values: Float64Array }

/** Where the kernel ends, in bandwidths: what is cut off is e^(−4.5²/2) = 0.00004 of its peak. */
const REACH = 4.5
/** At 800 m and above eight cells to a bandwidth, up to what a contour of a district can show. */
const CELL_METRES = { least: 100, most: 250 } as const
const SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6

/** Side of a cell for a bandwidth, both in metres: an eighth of it where that is affordable, never over a third. */
export function cellFor(bandwidthMetres: number): number {
  const { least, most } = CELL_METRES
  return Math.min(bandwidthMetres / 3, most, Math.max(bandwidthMetres / 8, least))
}

/**
 * Bound of how far the surface at a node may be from the sum over the exact positions, as a share
 * of the surface's peak.
 *
 * Linear binning replaces the kernel K by its interpolation between nodes. With the kernel's
 * variance lowered by h²/6 (see `kernelTaps`) what remains is, to the second order, between −h²/12
 * and +h²/24 of ∇²K, which is at most 2/σ² of the peak: (h/σ)²/6. The second term covers the next
 * order, the last what the kernel's end leaves out.
 */
export function binningErrorFor(cellMetres: number, bandwidthMetres: number): number {
  const ratio = (cellMetres / bandwidthMetres) ** 2
  return (ratio / 6) * (1 + ratio / 2) + 0.0005
}

/**
 * The sampled Gaussian, an odd number of taps from side to side that sum to 1, so that no weight is
 * lost or made.
 *
 * Linear binning spreads a point over two nodes an axis, which adds h²/6 to the variance on average
 * (Hall & Wand 1996, On the accuracy of binned kernel density estimators); the taps are narrower by
 * as much, so that the surface has the bandwidth that was asked for.
 */
export function kernelTaps(cellMetres: number, bandwidthMetres: number): Float64Array {
  const variance = bandwidthMetres ** 2 - cellMetres ** 2 / 6
  const reach = Math.ceil((REACH * bandwidthMetres) / cellMetres)
  const taps = Float64Array.from({ length: 2 * reach + 1 }, (_, index) =>
    Math.exp(-(((index - reach) * cellMetres) ** 2) / (2 * variance)),
  )
  const sum = taps.reduce((total, tap) => total + tap, 0)
  return taps.map((tap) => tap / sum)
}

/** Shares every point out among the four nodes around it; points beyond the grid are left out. */
function binLinearly(points: WeightedPoints, grid: PlaneGrid): Float64Array {
  const { columns, rows, firstColumn, firstRow } = grid
  const { x, y, weight, length } = points
  const bins = new Float64Array(columns * rows)
  const perMetre = 1 / grid.cell
  for (let index = 0; index < length; index += 1) {
    const own = weight[index]!
    const across = x[index]! * perMetre - firstColumn
    const up = y[index]! * perMetre - firstRow
    // Written so that a coordinate that is no number fails, too.
    if (!(own > 0 && across >= 0 && up >= 0 && across < columns - 1 && up < rows - 1)) continue
    const column = across | 0
    const row = up | 0
    const east = (across - column) * own
    const west = own - east
    const north = up - row
    const at = row * columns + column
    bins[at]! += west * (1 - north)
    bins[at + 1]! += east * (1 - north)
    bins[at + columns]! += west * north
    bins[at + columns + 1]! += east * north
  }
  return bins
}

/** Smooths along the rows and leaves the `reach` columns at either side out. */
function smoothAcross(bins: Float64Array, columns: number, rows: number, taps: Float64Array) {
  const reach = (taps.length - 1) / 2
  const kept = columns - 2 * reach
  const smoothed = new Float64Array(kept * rows)
  for (let row = 0; row < rows; row += 1) {
    const from = row * columns
    const to = row * kept - reach
    // From what is there to where it goes: most nodes of a district hold nothing.
    for (let column = 0; column < columns; column += 1) {
      const mass = bins[from + column]!
      if (mass === 0) continue
      const first = Math.max(reach, column - reach)
      const last = Math.min(columns - 1 - reach, column + reach)
      const middle = reach - column
      for (let at = first; at <= last; at += 1) smoothed[to + at]! += mass * taps[middle + at]!
    }
  }
  return smoothed
}

/**
 * Smooths along the columns and leaves the `reach` rows at either end out. The taps are symmetric:
 * two rows at equal distance are added first, four at a time, which halves the multiplications and
 * quarters the writes.
 */
function smoothUp(bins: Float64Array, columns: number, rows: number, taps: Float64Array) {
  const reach = (taps.length - 1) / 2
  const smoothed = new Float64Array(columns * (rows - 2 * reach))
  for (let to = 0; to < smoothed.length; to += columns) {
    const middle = to + reach * columns
    const own = taps[reach]!
    for (let at = 0; at < columns; at += 1) smoothed[to + at] = own * bins[middle + at]!
    for (let offset = 1; offset <= reach; offset += 2) {
      const [near, far] = [taps[reach + offset]!, taps[reach + offset + 1] ?? 0]
      const nearUp = middle + offset * columns
      const nearDown = middle - offset * columns
      // With an odd reach the last pair stands alone: what its partner reads weighs nothing.
      const farUp = far ? nearUp + columns : nearUp
      const farDown = far ? nearDown - columns : nearDown
      for (let at = 0; at < columns; at += 1) {
        smoothed[to + at]! +=
          near * (bins[nearUp + at]! + bins[nearDown + at]!) +
          far * (bins[farUp + at]! + bins[farDown + at]!)
      }
    }
  }
  return smoothed
}

/**
 * Kernel density of the points at the nodes that cover the bounds, by linear binning and a separable
 * Gaussian whose standard deviation is the bandwidth. Points outside the bounds count as far as the
 * kernel reaches, so that nothing is cut at the edge.
 * @param cell side of a cell in metres, see `cellFor`
 * @param margin metres around the bounds that are wanted, too
 * @returns weight per km²; never negative
 */
export function densityGrid(
  points: WeightedPoints,
  bounds: PlaneBounds,
  bandwidthMetres: number,
  cell: number,
  margin: number,
): Density {
  const taps = kernelTaps(cell, bandwidthMetres)
  const reach = (taps.length - 1) / 2
  const grid = coveringGrid(bounds, cell, margin)
  const padded = {
    cell,
    firstColumn: grid.firstColumn - reach,
    firstRow: grid.firstRow - reach,
    columns: grid.columns + 2 * reach,
    rows: grid.rows + 2 * reach,
  }
  const bins = binLinearly(points, padded)
  const across = smoothAcross(bins, padded.columns, padded.rows, taps)
  const values = smoothUp(across, grid.columns, padded.rows, taps)
  const perSquareKilometre = SQUARE_METRES_PER_SQUARE_KILOMETRE / cell ** 2
  for (let node = 0; node < values.length; node += 1) values[node]! *= perSquareKilometre
  return { grid, values }
}
