import { vertexKey, type LonLat, type Ring } from './localPlane.ts'

/**
 * A piece of boundary, stored once for both of its sides. Polygons are read off these edges, so two
 * neighbours cannot disagree about a vertex. `null` is outside.
 */
export interface BoundaryEdge {
  from: LonLat
  to: LonLat
  left: string | null
  right: string | null
}

/** An edge seen from one of its sides: the side's interior lies on the left of from → to. */
export interface DirectedEdge {
  edge: BoundaryEdge
  from: LonLat
  to: LonLat
}

/** The same boundary at a coarser level; an edge with one and the same label on both sides goes. */
export function relabel(
  edges: readonly BoundaryEdge[],
  rename: (label: string) => string,
): BoundaryEdge[] {
  const side = (label: string | null) => (label === null ? null : rename(label))
  return edges
    .map((edge) => ({ ...edge, left: side(edge.left), right: side(edge.right) }))
    .filter((edge) => edge.left !== edge.right)
}

function directedEdges(edges: readonly BoundaryEdge[], label: string): DirectedEdge[] {
  return edges.flatMap((edge) => [
    ...(edge.left === label ? [{ edge, from: edge.from, to: edge.to }] : []),
    ...(edge.right === label ? [{ edge, from: edge.to, to: edge.from }] : []),
  ])
}

/** Clockwise angle from the way back to the way ahead, in (0, 2π]; the least is the leftmost way. */
function turn(incoming: DirectedEdge, outgoing: DirectedEdge): number {
  const back = Math.atan2(incoming.from[1] - incoming.to[1], incoming.from[0] - incoming.to[0])
  const ahead = Math.atan2(outgoing.to[1] - outgoing.from[1], outgoing.to[0] - outgoing.from[0])
  const angle = back - ahead
  return angle > 0 ? angle : angle + 2 * Math.PI
}

/**
 * The closed rings round everything labelled `label`: outer rings counter-clockwise, holes
 * clockwise. Where a ring touches itself the leftmost way is taken, which keeps parts that meet in
 * a point apart.
 */
export function traceRings(edges: readonly BoundaryEdge[], label: string): DirectedEdge[][] {
  const outgoing = new Map<string, DirectedEdge[]>()
  for (const directed of directedEdges(edges, label)) {
    const key = vertexKey(directed.from)
    outgoing.set(key, [...(outgoing.get(key) ?? []), directed])
  }
  const rings: DirectedEdge[][] = []
  for (const start of outgoing.values()) {
    while (start.length > 0) rings.push(traceRing(start[0]!, outgoing))
  }
  return rings
}

function traceRing(first: DirectedEdge, outgoing: Map<string, DirectedEdge[]>): DirectedEdge[] {
  const ring: DirectedEdge[] = []
  let current: DirectedEdge = first
  do {
    ring.push(current)
    const candidates = outgoing.get(vertexKey(current.to)) ?? []
    const next = candidates.toSorted((a, b) => turn(current, a) - turn(current, b))[0]
    if (!next) throw new Error(`boundary is open at ${vertexKey(current.to)}`)
    candidates.splice(candidates.indexOf(next), 1)
    current = next
  } while (current !== first)
  return ring
}

export function ringOf(directed: readonly DirectedEdge[]): Ring {
  return directed.map(({ from }) => from)
}
