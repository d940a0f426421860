import { Delaunay } from 'd3-delaunay'
import type { BoundaryEdge } from './boundaryEdges.ts'
import { buildVoronoiSegments } from './buildVoronoiSegments.ts'
import {
  ringContains,
  toDegrees,
  toMetres,
  vertexKey,
  type LonLat,
  type Metres,
  type Ring,
} from './localPlane.ts'
import type { CommunityFact } from './readFacts.ts'

/** Where two segments cross: the fraction along each, or null. */
function crossing(a: Metres, b: Metres, c: Metres, d: Metres): [number, number] | null {
  const [abX, abY, cdX, cdY] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
  const determinant = abX * cdY - abY * cdX
  if (determinant === 0) return null
  const alongFirst = ((c[0] - a[0]) * cdY - (c[1] - a[1]) * cdX) / determinant
  const alongSecond = ((c[0] - a[0]) * abY - (c[1] - a[1]) * abX) / determinant
  const within = alongFirst >= 0 && alongFirst <= 1 && alongSecond >= 0 && alongSecond < 1
  return within ? [alongFirst, alongSecond] : null
}

const between = (a: Metres, b: Metres, fraction: number): Metres => [
  a[0] + (b[0] - a[0]) * fraction,
  a[1] + (b[1] - a[1]) * fraction,
]

interface Stop {
  fraction: number
  vertex: LonLat
}

/** Consecutive stops as edges; two stops that round to the same vertex make no edge. */
function chain(stops: Stop[]): [LonLat, LonLat, number][] {
  const sorted = stops.toSorted((a, b) => a.fraction - b.fraction)
  return sorted.slice(1).flatMap((stop, index): [LonLat, LonLat, number][] => {
    const before = sorted[index]!
    if (vertexKey(before.vertex) === vertexKey(stop.vertex)) return []
    return [[before.vertex, stop.vertex, (before.fraction + stop.fraction) / 2]]
  })
}

/**
 * Communities as plain Voronoi cells of their centres, clipped to the outline: every edge of that
 * map exactly once. Where a cell border meets the outline, both get the same inserted vertex.
 */
export function buildCommunityEdges(
  communities: readonly CommunityFact[],
  outline: Ring,
): BoundaryEdge[] {
  const corners = outline.map(toMetres)
  const outlineStops = outline.map((vertex, index): Stop[] => [
    { fraction: 0, vertex },
    { fraction: 1, vertex: outline[(index + 1) % outline.length]! },
  ])
  const inner = buildVoronoiSegments(communities).flatMap(({ from, to, left, right }) => {
    const stops: Stop[] = [
      { fraction: 0, vertex: toDegrees(from) },
      { fraction: 1, vertex: toDegrees(to) },
    ]
    corners.forEach((corner, index) => {
      const hit = crossing(from, to, corner, corners[(index + 1) % corners.length]!)
      if (!hit) return
      const vertex = toDegrees(between(from, to, hit[0]))
      stops.push({ fraction: hit[0], vertex })
      outlineStops[index]!.push({ fraction: hit[1], vertex })
    })
    return chain(stops)
      .filter(([, , middle]) => ringContains(outline, toDegrees(between(from, to, middle))))
      .map(([start, end]): BoundaryEdge => ({ from: start, to: end, left, right }))
  })
  return [...inner, ...outlineEdges(communities, corners, outlineStops)]
}

/** The outline in its pieces; the community behind a piece is the one with the nearest centre. */
function outlineEdges(
  communities: readonly CommunityFact[],
  corners: Metres[],
  stops: Stop[][],
): BoundaryEdge[] {
  const delaunay = Delaunay.from(communities.map(({ centre }) => toMetres(centre)))
  return corners.flatMap((corner, index) =>
    chain(stops[index]!).map(([from, to, middle]): BoundaryEdge => {
      const [east, north] = between(corner, corners[(index + 1) % corners.length]!, middle)
      return { from, to, left: communities[delaunay.find(east, north)]!.code, right: null }
    }),
  )
}
