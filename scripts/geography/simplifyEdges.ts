import type { BoundaryEdge } from './boundaryEdges'
import { distanceToSegment, toMetres, vertexKey, type LonLat, type Ring } from './localPlane'

/** Edges of polygons that already share their vertices: each piece of boundary once. */
export function edgesOfRings(labelled: readonly { label: string; rings: Ring[] }[]): BoundaryEdge[] {
  const edges = new Map<string, BoundaryEdge>()
  for (const { label, rings } of labelled) {
    for (const ring of rings) {
      ring.forEach((from, index) => {
        const to = ring[(index + 1) % ring.length]!
        const reversed = edges.get(`${vertexKey(to)} ${vertexKey(from)}`)
        if (reversed?.right === null) reversed.right = label
        else edges.set(`${vertexKey(from)} ${vertexKey(to)}`, { from, to, left: label, right: null })
      })
    }
  }
  return [...edges.values()]
}

/** The edges at each vertex; a line goes on through a vertex of exactly two. */
function edgesByVertex(edges: readonly BoundaryEdge[]): Map<string, BoundaryEdge[]> {
  const at = new Map<string, BoundaryEdge[]>()
  for (const edge of edges) {
    for (const key of [vertexKey(edge.from), vertexKey(edge.to)]) {
      at.set(key, [...(at.get(key) ?? []), edge])
    }
  }
  return at
}

/** The edge that continues `edge` beyond its end, with the same sides and the same direction. */
function continuation(at: Map<string, BoundaryEdge[]>, edge: BoundaryEdge, vertex: LonLat) {
  const edges = at.get(vertexKey(vertex))!
  const other = edges.length === 2 ? edges.find((candidate) => candidate !== edge) : undefined
  if (!other) return null
  const { from, to, left, right } = other
  if (vertexKey(from) === vertexKey(vertex)) {
    return left === edge.left && right === edge.right ? { edge: other, end: to } : null
  }
  return left === edge.right && right === edge.left ? { edge: other, end: from } : null
}

interface Arc {
  line: LonLat[]
  left: string | null
  right: string | null
}

/** Edges strung together from one junction to the next. A closed line ends where it began. */
function arcsOf(edges: readonly BoundaryEdge[]): Arc[] {
  const at = edgesByVertex(edges)
  const used = new Set<BoundaryEdge>()
  const follow = (first: BoundaryEdge, end: LonLat): LonLat[] => {
    const line: LonLat[] = []
    let step: { edge: BoundaryEdge; end: LonLat } | null = { edge: first, end }
    while (step) {
      used.add(step.edge)
      line.push(step.end)
      const onwards: typeof step = continuation(at, { ...first, ...aligned(step) }, step.end)
      step = onwards && !used.has(onwards.edge) ? onwards : null
    }
    return line
  }
  return edges.flatMap((edge) => {
    if (used.has(edge)) return []
    const { left, right } = edge
    const ahead = follow(edge, edge.to)
    const closed = vertexKey(ahead.at(-1)!) === vertexKey(edge.from)
    if (closed) return [{ line: [edge.from, ...ahead], left, right }]
    const behind = follow({ ...edge, left: right, right: left }, edge.from)
    return [{ line: [...behind.toReversed(), ...ahead], left, right }]
  })
}
