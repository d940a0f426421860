import { ringOf, traceRings, type BoundaryEdge } from './boundaryEdges.ts'
import { distanceInMetres, ringAreaKm2 } from './localPlane.ts'

/** The concave outline cuts some cells into pieces; pieces below this belong to the cell beside. */
export const SMALLEST_PART_KM2 = 0.02

/**
 * Gives every detached part under 0.02 km² to the community with which it shares the longest
 * boundary, smallest part first.
 */
export function mergeSlivers(edges: readonly BoundaryEdge[]): BoundaryEdge[] {
  const { parts, communityOf } = splitIntoParts(edges)
  const areas = new Map([...communityOf.keys()].map((part) => [part, partArea(parts, part)]))
  for (;;) {
    const [part, area] = [...areas].reduce((least, next) => (next[1] < least[1] ? next : least))
    if (area >= SMALLEST_PART_KM2) break
    const neighbour = longestNeighbour(parts, part)
    for (const edge of parts) {
      if (edge.left === part) edge.left = neighbour
      if (edge.right === part) edge.right = neighbour
    }
    areas.set(neighbour, areas.get(neighbour)! + area)
    areas.delete(part)
  }
  const community = (part: string | null) => (part === null ? null : communityOf.get(part)!)
  return parts
    .map((edge) => ({ ...edge, left: community(edge.left), right: community(edge.right) }))
    .filter((edge) => edge.left !== edge.right)
}

/** Copies the edges with labels of connected parts ("440307003002#0") instead of communities. */
function splitIntoParts(edges: readonly BoundaryEdge[]) {
  const copies = new Map(edges.map((edge) => [edge, { ...edge }]))
  const communityOf = new Map<string, string>()
  for (const label of new Set(edges.flatMap(({ left, right }) => [left, right]))) {
    if (label === null) continue
    traceRings(edges, label).forEach((ring, index) => {
      const part = `${label}#${index}`
      communityOf.set(part, label)
      for (const { edge, from } of ring)
        copies.get(edge)![edge.from === from ? 'left' : 'right'] = part
    })
  }
  return { parts: [...copies.values()], communityOf }
}

function partArea(parts: readonly BoundaryEdge[], part: string): number {
  return traceRings(parts, part).reduce((sum, ring) => sum + ringAreaKm2(ringOf(ring)), 0)
}

function longestNeighbour(parts: readonly BoundaryEdge[], part: string): string {
  const lengths = new Map<string, number>()
  for (const { from, to, left, right } of parts) {
    const other = left === part ? right : right === part ? left : null
    if (other === null || other === part) continue
    lengths.set(other, (lengths.get(other) ?? 0) + distanceInMetres(from, to))
  }
  const [longest] = [...lengths].toSorted((a, b) => b[1] - a[1])
  if (!longest) throw new Error(`part ${part} has no neighbour`)
  return longest[0]
}
