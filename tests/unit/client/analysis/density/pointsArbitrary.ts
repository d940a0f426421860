import fc from 'fast-check'
import type { WeightedPoints } from '../../../../../client/analysis/weightedPoints.ts'

export type PlainWeight = { x: number; y: number; weight: number }

export function weightedPoints(points: readonly PlainWeight[]): WeightedPoints {
  return {
    length: points.length,
    x: Float32Array.from(points, ({ x }) => x),
    y: Float32Array.from(points, ({ y }) => y),
    weight: Float32Array.from(points, ({ weight }) => weight),
    row: Uint32Array.from(points, (_, row) => row),
  }
}

const metres = fc.integer({ min: 0, max: 8_000 })
const scattered = fc.record({ x: metres, y: metres, weight: fc.integer({ min: 1, max: 9 }) })

/** One point, points all over, and clumps in one place: whatever may be against binning. */
export const pointsArbitrary = fc.oneof(
  scattered.map((point) => [point]),
  fc.array(scattered, { minLength: 1, maxLength: 25 }),
  fc
    .tuple(scattered, fc.integer({ min: 2, max: 20 }))
    .map(([point, times]) => Array.from({ length: times }, () => point)),
)

/** The straight sum of Gaussians over exact positions, in weight per km²: no grid, no cut. */
export function exactDensity(points: WeightedPoints, bandwidth: number, x: number, y: number) {
  let sum = 0
  for (let index = 0; index < points.length; index += 1) {
    const squared = (points.x[index]! - x) ** 2 + (points.y[index]! - y) ** 2
    sum += points.weight[index]! * Math.exp(-squared / (2 * bandwidth ** 2))
  }
  return (sum / (2 * Math.PI * bandwidth ** 2)) * 1e6
}
