import { toPlane } from '../plane.ts'
import { hasCoordinates, type RiskPointTable } from '../riskPointTable.ts'

/** Metres of the plane of every row; NaN for a point without coordinates. */
export type PlaneColumns = { readonly x: Float32Array; readonly y: Float32Array }

type Coordinates = Pick<RiskPointTable, 'longitude' | 'latitude'>
type Projected = { latitude: Coordinates['latitude']; plane: PlaneColumns }

/**
 * Tables of past days share their columns of coordinates, so these are what is remembered: both of
 * them, as a point that has moved due north differs in one alone.
 */
const projected = new WeakMap<Coordinates['longitude'], Projected>()

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
  const { longitude, latitude } = table
  const known = projected.get(longitude)
  if (known?.latitude === latitude) return known.plane
  const plane = project(table)
  projected.set(longitude, { latitude, plane })
  return plane
}
