import { fromPlane, PLANE_ORIGIN } from '../plane.ts'

/**
 * The hexagons of PostGIS's `ST_HexagonGrid(edge, geometry)` in EPSG:4547: flat at the top, the
 * hexagon (0, 0) around the origin of the reference system, columns 1.5 edges apart, every odd
 * column half a hexagon higher. What is counted here and in the database is the same.
 */
export type HexagonGrid = {
  readonly edgeMetres: number
  /** From one column of centres to the next, in metres. */
  readonly columnStep: number
  /** From one centre of a column to the next, in metres. */
  readonly rowStep: number
  readonly squareKilometres: number
}

/** @throws RangeError for an edge that is no positive number. */
export function hexagonGrid(edgeMetres: number): HexagonGrid {
  if (!(edgeMetres > 0 && edgeMetres < Infinity)) {
    throw new RangeError(`${edgeMetres} is not the length of an edge in metres`)
  }
  return {
    edgeMetres,
    columnStep: 1.5 * edgeMetres,
    rowStep: Math.sqrt(3) * edgeMetres,
    squareKilometres: (1.5 * Math.sqrt(3) * edgeMetres ** 2) / 1e6,
  }
}

/** Where an odd column stands higher, negative columns included. */
const liftOf = ({ rowStep }: HexagonGrid, column: number) => ((column & 1) * rowStep) / 2

/** Centre of a hexagon in metres of the plane (`plane.ts`). */
export function hexagonCentre(grid: HexagonGrid, column: number, row: number): [number, number] {
  const x = column * grid.columnStep - PLANE_ORIGIN.east
  const y = row * grid.rowStep + liftOf(grid, column) - PLANE_ORIGIN.north
  return [x, y]
}

/**
 * Column and row of the hexagon that every point lies in, into `columns` and `rows`. A hexagon is
 * what lies nearest to its centre; only two columns come into question, and of each the nearest
 * row. Double precision throughout: single would move borders by decimetres this far north.
 */
export function assignHexagons(
  grid: HexagonGrid,
  points: { readonly x: Float32Array; readonly y: Float32Array },
  columns: Int32Array,
  rows: Int32Array,
): void {
  const { columnStep, rowStep } = grid
  const { x, y } = points
  const { east, north } = PLANE_ORIGIN
  for (let index = 0; index < columns.length; index += 1) {
    const pointX = x[index]! + east
    const pointY = y[index]! + north
    const left = Math.floor(pointX / columnStep)
    const fromLeft = pointX - left * columnStep
    const fromRight = columnStep - fromLeft
    const liftLeft = ((left & 1) * rowStep) / 2
    const liftRight = rowStep / 2 - liftLeft
    const rowLeft = Math.floor((pointY - liftLeft) / rowStep + 0.5)
    const rowRight = Math.floor((pointY - liftRight) / rowStep + 0.5)
    const upLeft = pointY - liftLeft - rowLeft * rowStep
    const upRight = pointY - liftRight - rowRight * rowStep
    const isLeft =
      fromLeft * fromLeft + upLeft * upLeft <= fromRight * fromRight + upRight * upRight
    columns[index] = isLeft ? left : left + 1
    rows[index] = isLeft ? rowLeft : rowRight
  }
}

/** Corners as PostGIS lists them, counter-clockwise from the west, in half edges and half rows. */
const CORNERS = [
  [-2, 0],
  [-1, -1],
  [1, -1],
  [2, 0],
  [1, 1],
  [-1, 1],
] as const

/** Digits after the point of a degree: about a centimetre. */
const PRECISION = 1e7
const rounded = (degrees: number) => Math.round(degrees * PRECISION) / PRECISION

/**
 * Draws hexagons in degrees WGS84. Three of them meet at a corner, which is converted once and is
 * then the same number in all three, so that no seam shows.
 */
export function createHexagonPainter(grid: HexagonGrid) {
  const corners = new Map<number, [number, number]>()

  function corner(halfEdges: number, halfRows: number): [number, number] {
    const key = halfEdges * 2 ** 26 + halfRows
    const known = corners.get(key)
    if (known) return known
    const [longitude, latitude] = fromPlane(
      (halfEdges * grid.edgeMetres) / 2 - PLANE_ORIGIN.east,
      (halfRows * grid.rowStep) / 2 - PLANE_ORIGIN.north,
    )
    const position: [number, number] = [rounded(longitude), rounded(latitude)]
    corners.set(key, position)
    return position
  }

  return (column: number, row: number): GeoJSON.Polygon => {
    const halfEdges = column * 3
    const halfRows = row * 2 + (column & 1)
    const ring = CORNERS.map(([across, up]) => corner(halfEdges + across, halfRows + up))
    return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
  }
}
