import { distance } from '@turf/turf'
import type { Corner } from './question.ts'

export type DrawnCircle = { centre: Corner; radiusMetres: number }

/** Corners of the outer ring, the first not repeated at the end. Degrees WGS84. */
export function cornersOf(rings: readonly (readonly (readonly number[])[])[]): Corner[] {
  const ring = rings[0] ?? []
  const first = ring[0]
  const last = ring.at(-1)
  const isClosed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
  return ring
    .slice(0, isClosed ? -1 : undefined)
    .map(([longitude = NaN, latitude = NaN]) => [longitude, latitude] as const)
}

/**
 * Centre and radius of a circle that is drawn as a polygon of many corners: the middle of its box, and
 * the mean distance of its corners in metres.
 */
export function circleOf(corners: readonly Corner[]): DrawnCircle {
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
  const centre = [
    middle(corners.map(([longitude]) => longitude)),
    middle(corners.map(([, latitude]) => latitude)),
  ] as const
  const metres = corners.map((corner) => distance([...centre], [...corner], { units: 'meters' }))
  const total = metres.reduce((sum, each) => sum + each, 0)
  return { centre, radiusMetres: Math.round(total / Math.max(1, metres.length)) }
}
