import type { WeightedPoints } from '../weightedPoints.ts'
import { assignHexagons, type HexagonGrid } from './hexagonGrid.ts'

/** Hexagons that hold a point, one entry each. */
export type HexagonBins = {
  readonly length: number
  readonly column: Int32Array
  readonly row: Int32Array
  readonly count: Uint32Array
  readonly weight: Float64Array
  /** Rank of the highest level inside, 1 to 4. */
  readonly highestRank: Uint8Array
  /** The entry of every point. */
  readonly binOf: Int32Array
}

/** Beyond so many cells around the points a table of them all would cost more than a hash. */
const MOST_CELLS = 1 << 22

function extremes(numbers: Int32Array): [least: number, most: number] {
  let least = 0x7fffffff
  let most = -0x80000000
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index]!
    if (number < least) least = number
    if (number > most) most = number
  }
  return [least, most]
}

/**
 * Numbers the occupied cells in the order in which they come; `columns` becomes the number of every
 * point's cell.
 * @returns a point of every cell
 */
function numberCells(columns: Int32Array, rows: Int32Array): number[] {
  const [firstColumn, lastColumn] = extremes(columns)
  const [firstRow, lastRow] = extremes(rows)
  const height = lastRow - firstRow + 1
  const cells = (lastColumn - firstColumn + 1) * height
  const some: number[] = []
  if (cells <= MOST_CELLS) {
    const numbers = new Int32Array(cells)
    for (let index = 0; index < columns.length; index += 1) {
      const cell = (columns[index]! - firstColumn) * height + rows[index]! - firstRow
      if (numbers[cell] === 0) numbers[cell] = some.push(index)
      columns[index] = numbers[cell]! - 1
    }
    return some
  }
  // A point that was located on another continent must not make the table as large as the way there.
  const numbers = new Map<number, number>()
  for (let index = 0; index < columns.length; index += 1) {
    const cell = (columns[index]! - firstColumn) * height + rows[index]! - firstRow
    const number = numbers.get(cell) ?? some.push(index) - 1
    numbers.set(cell, number)
    columns[index] = number
  }
  return some
}

/**
 * Counts, weights and highest levels by hexagon: two passes over typed arrays, no object a point.
 * @param level rank of the level of every row of the table, 1 to 4
 */
export function binHexagons(
  grid: HexagonGrid,
  points: WeightedPoints,
  level: Uint8Array,
): HexagonBins {
  const columns = new Int32Array(points.length)
  const rows = new Int32Array(points.length)
  assignHexagons(grid, points, columns, rows)
  const columnOf = columns.slice()
  const some = numberCells(columns, rows)
  const count = new Uint32Array(some.length)
  const weight = new Float64Array(some.length)
  const highestRank = new Uint8Array(some.length).fill(4)
  // Held in variables: a million property reads take longer than the pass.
  const { row: tableRows, weight: weights } = points
  for (let index = 0; index < columns.length; index += 1) {
    const bin = columns[index]!
    const rank = level[tableRows[index]!]!
    count[bin]! += 1
    weight[bin]! += weights[index]!
    if (rank < highestRank[bin]!) highestRank[bin] = rank
  }
  return {
    length: some.length,
    column: Int32Array.from(some, (index) => columnOf[index]!),
    row: Int32Array.from(some, (index) => rows[index]!),
    count,
    weight,
    highestRank,
    binOf: columns,
  }
}
