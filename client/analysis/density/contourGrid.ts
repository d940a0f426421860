import type { Density } from './densityGrid.ts'
import { maskNodes, type PlaneDistrict } from './districtMask.ts'
import { coveringGrid, type PlaneGrid } from './planeGrid.ts'

/**
 * Nodes that contours are drawn from: their time grows with the nodes and with the rings between
 * them, about 5 µs a node. While a slider moves a frame counts, at rest the picture; narrow
 * kernels make small hills that a wide mesh would miss: every node of the density counts.
 */
const MOST_NODES = { drag: 10_000, rest: 22_000, restNarrow: 190_000 } as const
const NARROW_METRES = 800

/**
 * Every how many nodes of the density a contour is drawn from. What that costs: `contourErrorFor`.
 */
export function contourStride(
  { bounds }: PlaneDistrict,
  cell: number,
  bandwidthMetres: number,
  pace: 'drag' | 'rest',
): number {
  const narrow = bandwidthMetres < NARROW_METRES
  const most = MOST_NODES[pace === 'rest' && narrow ? 'restNarrow' : pace]
  let stride = 1
  const nodes = () => {
    const { columns, rows } = coveringGrid(bounds, stride * cell, stride * cell)
    return columns * rows
  }
  while (nodes() > most) stride += 1
  return stride
}

/**
 * How far what contours tell may be from the surface between the nodes of their mesh, as a share of
 * the peak: a single hill whose top is in the middle of four nodes is lower at each of them by
 * 1 − e^(−(H/σ)²/4). Along the lines themselves, which cross between two nodes, it is half as much.
 * @param meshMetres between two nodes that the contour is drawn from
 */
export const contourErrorFor = (meshMetres: number, bandwidthMetres: number) =>
  -Math.expm1(-((meshMetres / bandwidthMetres) ** 2) / 4)

/** A surface ready for contours: 0 wherever the district is not, and all along its rim. */
export type ContourGrid = Density & {
  /** 1 for nodes inside the district. */
  readonly inside: Uint8Array
  /** 1 for cells, by their southwestern node, that the boundary runs through or close by. */
  readonly touched: Uint8Array
}

/** Walks along the boundary in quarters of a cell; the cells around are touched, too, to be safe. */
function touchedCells({ rings }: PlaneDistrict, grid: PlaneGrid): Uint8Array {
  const { cell, columns, rows, firstColumn, firstRow } = grid
  const touched = new Uint8Array(columns * rows)
  function touch(x: number, y: number) {
    const column = Math.floor(x / cell) - firstColumn
    const row = Math.floor(y / cell) - firstRow
    for (let up = Math.max(0, row - 1); up <= Math.min(rows - 1, row + 1); up += 1) {
      touched.fill(
        1,
        up * columns + Math.max(0, column - 1),
        up * columns + Math.min(columns, column + 2),
      )
    }
  }
  for (const ring of rings) {
    for (let at = 0; at + 3 < ring.length; at += 2) {
      const [x0, y0, x1, y1] = ring.subarray(at, at + 4) as unknown as [
        number,
        number,
        number,
        number,
      ]
      const steps = Math.ceil((4 * Math.hypot(x1 - x0, y1 - y0)) / cell) || 1
      for (let step = 0; step < steps; step += 1) {
        touch(x0 + ((x1 - x0) * step) / steps, y0 + ((y1 - y0) * step) / steps)
      }
    }
  }
  return touched
}

const isCorner = (touched: Uint8Array, node: number, columns: number) =>
  (touched[node]! |
    touched[node - 1]! |
    touched[node - columns]! |
    touched[node - columns - 1]!) ===
  1

/**
 * Every so many-th node of a density. While dragging, nodes outside the district weigh nothing; at
 * rest those along its boundary keep their value, so that the surface can be clipped to it.
 */
export function contourGrid(
  { grid, values }: Density,
  district: PlaneDistrict,
  stride: number,
  pace: 'drag' | 'rest',
): ContourGrid {
  const cell = stride * grid.cell
  // Two nodes around the district: one for the boundary's outer cells, one for the rim of zeros.
  const contour = coveringGrid(district.bounds, cell, 2 * cell)
  const { columns, rows, firstColumn, firstRow } = contour
  const inside = maskNodes(district, contour)
  const touched = touchedCells(district, contour)
  const sampled = new Float64Array(columns * rows)
  for (let row = 1; row < rows - 1; row += 1) {
    const sourceRow = (firstRow + row) * stride - grid.firstRow
    if (sourceRow < 0 || sourceRow >= grid.rows) continue
    for (let column = 1; column < columns - 1; column += 1) {
      const node = row * columns + column
      const kept = inside[node] === 1 || (pace === 'rest' && isCorner(touched, node, columns))
      const sourceColumn = (firstColumn + column) * stride - grid.firstColumn
      if (!kept || sourceColumn < 0 || sourceColumn >= grid.columns) continue
      sampled[node] = values[sourceRow * grid.columns + sourceColumn]!
    }
  }
  return { grid: contour, values: sampled, inside, touched }
}
