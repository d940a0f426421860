import type { HexagonInput } from '../../../../../client/analysis/hexagons/countHexagons.ts'
import { fromPlane, toPlane } from '../../../../../client/analysis/plane.ts'
import { tableOf, type TestPoint } from '../tableArbitrary.ts'

export type PlacedPoint = Partial<TestPoint> & { x: number; y: number; weight?: number }

/** Points at metres of the plane, selected all of them; each weighs 1 unless it says so. */
export function pointsAt(placed: readonly PlacedPoint[]): HexagonInput {
  const table = tableOf(
    placed.map((point) => {
      const [longitude, latitude] = fromPlane(point.x, point.y)
      return { longitude, latitude, ...point }
    }),
  )
  const weight = Float32Array.from(placed, (point) => point.weight ?? 1)
  const points = {
    length: placed.length,
    x: Float32Array.from(placed, ({ x }) => x),
    y: Float32Array.from(placed, ({ y }) => y),
    weight,
    row: Uint32Array.from(placed, (_, row) => row),
  }
  const totalWeight = weight.reduce((sum, one) => sum + one, 0)
  return { table, points, facts: { located: placed.length, withoutCoordinates: 0, totalWeight } }
}

/** A rectangle of the plane in metres as a district in degrees. */
export function rectangle(west: number, south: number, east: number, north: number) {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map(([x = NaN, y = NaN]) => fromPlane(x, y))
  return { type: 'MultiPolygon', coordinates: [[ring]] } satisfies GeoJSON.MultiPolygon
}

/** Metres of the plane of a ring in degrees. */
export const ringInPlane = (ring: GeoJSON.Position[]) =>
  ring.map(([longitude = NaN, latitude = NaN]) => toPlane(longitude, latitude))

/** Numbers from 0 to 1 that are the same in every run: Park & Miller 1988. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
