import type { MultiPolygon } from '#data/domain/geojson'
import { ringOf, traceRings, type BoundaryEdge } from './boundaryEdges.ts'
import { ringAreaKm2, ringContains, vertexKey, type Ring } from './localPlane.ts'

/** Outer ring first, then its holes. */
export type PolygonRings = Ring[]

/** Everything labelled `label` as polygons, largest first, each ring from its westernmost vertex. */
export function polygonsOf(edges: readonly BoundaryEdge[], label: string): PolygonRings[] {
  const rings = traceRings(edges, label).map((ring) => fromWesternmost(ringOf(ring)))
  const holes = rings.filter((ring) => ringAreaKm2(ring) < 0)
  return rings
    .filter((ring) => ringAreaKm2(ring) > 0)
    .toSorted((a, b) => ringAreaKm2(b) - ringAreaKm2(a))
    .map((outer) => [outer, ...holes.filter((hole) => liesIn(hole, outer))])
}

/** A hole may touch its outer ring in a vertex; any other vertex tells inside from outside. */
function liesIn(hole: Ring, outer: Ring): boolean {
  const onOuter = new Set(outer.map(vertexKey))
  const free = hole.find((vertex) => !onOuter.has(vertexKey(vertex)))
  return free !== undefined && ringContains(outer, free)
}

/** A fixed first vertex makes the output independent of the order in which edges were found. */
function fromWesternmost(ring: Ring): Ring {
  const start = ring.reduce((best, vertex, index) => {
    const [longitude, latitude] = ring[best]!
    const west = vertex[0] - longitude
    return west < 0 || (west === 0 && vertex[1] < latitude) ? index : best
  }, 0)
  return [...ring.slice(start), ...ring.slice(0, start)]
}

/** GeoJSON repeats the first vertex; outer rings counter-clockwise, holes clockwise (RFC 7946). */
export function toMultiPolygon(polygons: readonly PolygonRings[]): MultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) => rings.map((ring) => [...ring, ring[0]!])),
  }
}
