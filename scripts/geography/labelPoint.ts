import {
  distanceToSegment,
  ringContains,
  toDegrees,
  toMetres,
  type LonLat,
  type Metres,
} from './localPlane.ts'
import type { PolygonRings } from './multiPolygon.ts'

/** A label may sit this far from the very best place: a third of a pixel in the district's view. */
const PRECISION_METRES = 10

interface Square {
  middle: Metres
  half: number
  /** Distance to the boundary in metres, negative outside. */
  distance: number
  /** The most that any point of the square can reach. */
  reach: number
}

function squareIn(rings: PolygonRings, planes: Metres[][], middle: Metres, half: number): Square {
  const nearest = Math.min(
    ...planes.flatMap((plane) =>
      plane.map((from, index) =>
        distanceToSegment(middle, from, plane[(index + 1) % plane.length]!),
      ),
    ),
  )
  const [outer, ...holes] = rings
  const place = toDegrees(middle)
  const inside = ringContains(outer!, place) && !holes.some((hole) => ringContains(hole, place))
  const distance = inside ? nearest : -nearest
  return { middle, half, distance, reach: distance + half * Math.SQRT2 }
}

/**
 * Pole of inaccessibility: the inner point farthest from the boundary, where a name fits best.
 * Quadtree search (Agafonkin, "A new algorithm for finding a visual center of a polygon", 2016).
 */
export function findLabelPoint(rings: PolygonRings): LonLat {
  const planes = rings.map((ring) => ring.map(toMetres))
  const easts = planes[0]!.map(([east]) => east)
  const norths = planes[0]!.map(([, north]) => north)
  const [west, south] = [Math.min(...easts), Math.min(...norths)]
  const half = Math.max(Math.max(...easts) - west, Math.max(...norths) - south) / 2
  let best = squareIn(rings, planes, [west + half, south + half], half)
  const queue = [best]
  for (let square = queue.pop(); square; square = queue.pop()) {
    if (square.distance > best.distance) best = square
    if (square.reach - best.distance <= PRECISION_METRES) continue
    const [quarter, [east, north]] = [square.half / 2, square.middle]
    for (const [right, up] of [
      [-1, -1],
      [1, -1],
      [-1, 1],
      [1, 1],
    ] as const) {
      const middle: Metres = [east + right * quarter, north + up * quarter]
      queue.push(squareIn(rings, planes, middle, quarter))
    }
    queue.sort((a, b) => a.reach - b.reach)
  }
  return toDegrees(best.middle)
}
