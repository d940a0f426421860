import { Delaunay } from 'd3-delaunay'
import { toMetres, type Metres } from './localPlane.ts'
import type { CommunityFact } from './readFacts.ts'

/** Border between two cells, in metres; both communities are known. */
interface BisectorSegment {
  from: Metres
  to: Metres
  left: string
  right: string
}

/**
 * Four guards a thousand kilometres away make every real cell bounded without moving anything
 * inside the district.
 */
const GUARDS: Metres[] = [
  [-1e6, -1e6],
  [1e6, -1e6],
  [1e6, 1e6],
  [-1e6, 1e6],
]

/** The Voronoi diagram as segments between circumcentres, each with the communities beside it. */
export function buildVoronoiSegments(communities: readonly CommunityFact[]): BisectorSegment[] {
  const sites = communities.map(({ centre }) => toMetres(centre))
  const { triangles, halfedges, circumcentres } = triangulate([...sites, ...GUARDS])
  const segments: BisectorSegment[] = []
  triangles.forEach((site, halfedge) => {
    const opposite = halfedges[halfedge]!
    if (opposite < halfedge) return
    const left = communities[site]
    const right = communities[triangles[opposite]!]
    if (!left || !right) return
    const from = circumcentres[Math.floor(halfedge / 3)]!
    const to = circumcentres[Math.floor(opposite / 3)]!
    segments.push(orient({ from, to, left: left.code, right: right.code }, sites[site]!))
  })
  return segments
}

function triangulate(points: Metres[]) {
  const delaunay = Delaunay.from(points)
  const { circumcenters } = delaunay.voronoi()
  const circumcentres = Array.from({ length: circumcenters.length / 2 }, (_, index): Metres => [
    circumcenters[2 * index]!,
    circumcenters[2 * index + 1]!,
  ])
  return { triangles: delaunay.triangles, halfedges: delaunay.halfedges, circumcentres }
}

/** Turns the segment round, if need be, until the left community's centre lies on its left. */
function orient(segment: BisectorSegment, leftSite: Metres): BisectorSegment {
  const { from, to } = segment
  const side =
    (to[0] - from[0]) * (leftSite[1] - from[1]) - (to[1] - from[1]) * (leftSite[0] - from[0])
  return side >= 0 ? segment : { ...segment, from: to, to: from }
}
