import { distanceToSegment, toMetres, vertexKey, type LonLat, type Ring } from './localPlane.ts'
import type { LabelledRing } from './simplifyShared.ts'

/** Twice what rounding to 6 decimals can move a vertex that was cut into an edge, in metres. */
const TOUCH_METRES = 0.2

/** Well over that in degrees: a cheap first look, since every vertex meets every edge here. */
const TOUCH_DEGREES = 1e-5

function touching(vertices: readonly LonLat[], from: LonLat, to: LonLat): LonLat[] {
  const [west, east] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])]
  const [south, north] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])]
  const [start, end] = [toMetres(from), toMetres(to)]
  const along = (vertex: LonLat) => {
    const [x, y] = toMetres(vertex)
    return Math.hypot(x - start[0], y - start[1])
  }
  return vertices
    .filter(([longitude, latitude]) => {
      const isBeside = longitude > west - TOUCH_DEGREES && longitude < east + TOUCH_DEGREES
      return isBeside && latitude > south - TOUCH_DEGREES && latitude < north + TOUCH_DEGREES
    })
    .filter((vertex) => ![vertexKey(from), vertexKey(to)].includes(vertexKey(vertex)))
    .filter((vertex) => distanceToSegment(toMetres(vertex), start, end) <= TOUCH_METRES)
    .toSorted((a, b) => along(a) - along(b))
}

/** There and back along the same edge, as clipping leaves where it cut an edge in two. */
function dropSpikes(ring: Ring): Ring {
  const at = (index: number) => vertexKey(ring[(index + ring.length) % ring.length]!)
  const spike = ring.findIndex((_, index) => {
    return at(index - 1) === at(index + 1) || at(index) === at(index + 1)
  })
  if (spike < 0 || ring.length < 3) return ring
  return dropSpikes(ring.filter((_, index) => index !== spike))
}

/**
 * Makes a vertex that lies on the edge of another ring a vertex of that edge too, so that both
 * sides of a line are made of the same pieces.
 */
export function insertTouchingVertices(rings: readonly LabelledRing[]): LabelledRing[] {
  const all = rings.flatMap(({ ring }) => ring)
  const vertices = [...new Map(all.map((vertex) => [vertexKey(vertex), vertex])).values()]
  return rings.map(({ label, ring }) => ({
    label,
    ring: dropSpikes(
      ring.flatMap((from, index) => [
        from,
        ...touching(vertices, from, ring[(index + 1) % ring.length]!),
      ]),
    ),
  }))
}
