/**
 * Nodes of a square grid, row by row from the southwest: node (column, row) lies at
 * `(firstColumn + column) · cell` metres east and `(firstRow + row) · cell` metres north of the
 * origin of the plane. Counted from the origin, so that the same cell gives the same nodes whatever
 * is asked for.
 */
export type PlaneGrid = {
  readonly cell: number
  readonly firstColumn: number
  readonly firstRow: number
  readonly columns: number
  readonly rows: number
}

/** West, south, east and north in metres of the plane. */
export type PlaneBounds = readonly [west: number, south: number, east: number, north: number]

/** The nodes that cover the bounds and `margin` metres around them. */
export function coveringGrid(
  [west, south, east, north]: PlaneBounds,
  cell: number,
  margin: number,
): PlaneGrid {
  const firstColumn = Math.floor((west - margin) / cell)
  const firstRow = Math.floor((south - margin) / cell)
  const columns = Math.ceil((east + margin) / cell) - firstColumn + 1
  const rows = Math.ceil((north + margin) / cell) - firstRow + 1
  return { cell, firstColumn, firstRow, columns, rows }
}
