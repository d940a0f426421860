import { toPlane } from '../plane.ts'
import { hasCoordinates, type RiskPointTable } from '../riskPointTable.ts'

/** Metres of the plane of every row; NaN for a point without coordinates. */
export type PlaneColumns = { readonly x: Float32Array; readonly y: Float32Array }

/** Tables of past days share their columns of coordinates, so these are what is remembered. */
const projected = new WeakMap<Float32Array, PlaneColumns>()

function project(table: RiskPointTable): PlaneColumns {
  const x = new Float32Array(table.length).fill(NaN)
  const y = new Float32Array(table.length).fill(NaN)
  for (let row = 0; row < table.length; row += 1) {
    if (!hasCoordinates(table, row)) continue
    const [east, north] = toPlane(table.longitude[row]!, table.latitude[row]!)
    x[row] = east
    y[row] = north
  }
  return { x, y }
}

/**
 * Projects a table once, about 0.4 µs a point, and remembers it as long as the column of longitudes
 * lives: a million points belong to loading, not to a surface.
 */
export function planeColumns(table: RiskPointTable): PlaneColumns {
  const known = projected.get(table.longitude)
  if (known) return known
  const columns = project(table)
  projected.set(table.longitude, columns)
  return columns
}
