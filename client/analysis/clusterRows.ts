import { riskLevelOfRank } from '#data/domain/riskLevels'
import type { Bounds } from '../stores/camera.ts'
import type { Cluster } from './marks.ts'
import type { RiskPointTable } from './riskPointTable.ts'
import { latitudeOf, longitudeOf, mercatorX, mercatorY, pixelSize } from './webMercator.ts'

/** Side of a cell on screen: a circle with three digits and air around it. */
const CELL_PIXELS = 72
/** Cells in view, about: walls get larger cells instead of thousands of clusters. */
const MAX_CELLS = 800

/**
 * Cells of Web Mercator counted from the corner of the world, so that a cluster keeps its members
 * while the map pans; its size follows the zoom in half steps, so that it keeps them a while.
 */
export type ClusterGrid = {
  cell: number
  firstColumn: number
  columns: number
  /** Edges of the rows from north to south, one more than there are rows. */
  latitudes: Float64Array
  /** The view widened to whole cells. */
  bounds: Bounds
}

export function clusterGrid([west, south, east, north]: Bounds, zoom: number): ClusterGrid {
  const left = mercatorX(west)
  const right = mercatorX(east)
  const top = mercatorY(north)
  const bottom = mercatorY(south)
  let step = Math.floor(zoom * 2) / 2
  let cell = CELL_PIXELS * pixelSize(step)
  while (((right - left) / cell) * ((bottom - top) / cell) > MAX_CELLS) {
    step -= 0.5
    cell = CELL_PIXELS * pixelSize(step)
  }
  const firstColumn = Math.floor(left / cell)
  const columns = Math.floor(right / cell) - firstColumn + 1
  const firstRow = Math.floor(top / cell)
  const rows = Math.floor(bottom / cell) - firstRow + 1
  const latitudes = Float64Array.from({ length: rows + 1 }, (_, row) =>
    latitudeOf((firstRow + row) * cell),
  )
  const bounds = [
    longitudeOf(firstColumn * cell),
    latitudes[rows]!,
    longitudeOf((firstColumn + columns) * cell),
    latitudes[0]!,
  ] as const
  return { cell, firstColumn, columns, latitudes, bounds }
}

/** Guesses linearly (Mercator nearly is, over a city), then walks to the exact row. */
export function rowOfLatitude(latitudes: Float64Array, latitude: number): number {
  const rows = latitudes.length - 1
  const north = latitudes[0]!
  let row = Math.floor(((north - latitude) / (north - latitudes[rows]!)) * rows)
  row = Math.max(0, Math.min(rows - 1, row))
  while (row > 0 && latitude > latitudes[row]!) row -= 1
  while (row < rows - 1 && latitude <= latitudes[row + 1]!) row += 1
  return row
}

type Cells = {
  counts: Uint32Array
  highest: Uint8Array
  sums: Float64Array
  /** A row of each cell: the only one where the count is 1. */
  some: Uint32Array
}

function fillCells(table: RiskPointTable, rows: Uint32Array, grid: ClusterGrid): Cells {
  const { cell, firstColumn, columns, latitudes } = grid
  const columnsPerDegree = 1 / (360 * cell)
  const length = columns * (latitudes.length - 1)
  const counts = new Uint32Array(length)
  const highest = new Uint8Array(length).fill(4)
  const sums = new Float64Array(length * 2)
  const some = new Uint32Array(length)
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!
    const longitude = table.longitude[row]!
    const latitude = table.latitude[row]!
    const column = Math.floor((longitude + 180) * columnsPerDegree) - firstColumn
    const limited = Math.max(0, Math.min(columns - 1, column))
    const at = rowOfLatitude(latitudes, latitude) * columns + limited
    counts[at]! += 1
    sums[at * 2]! += longitude
    sums[at * 2 + 1]! += latitude
    some[at] = row
    if (table.level[row]! < highest[at]!) highest[at] = table.level[row]!
  }
  return { counts, highest, sums, some }
}

/** One cluster a cell; a point alone in its cell is not one and comes back among the `single`. */
export function clusterRows(
  table: RiskPointTable,
  rows: Uint32Array,
  grid: ClusterGrid,
): { clusters: Cluster[]; single: Uint32Array } {
  const { counts, highest, sums, some } = fillCells(table, rows, grid)
  const clusters: Cluster[] = []
  counts.forEach((count, at) => {
    if (count < 2) return
    clusters.push({
      longitude: sums[at * 2]! / count,
      latitude: sums[at * 2 + 1]! / count,
      count,
      highest: riskLevelOfRank(highest[at]!),
    })
  })
  return { clusters, single: some.filter((_, at) => counts[at] === 1) }
}
