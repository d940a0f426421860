import { distanceToSegment, toMetres, vertexKey, type LonLat, type Ring } from './localPlane.ts'

export interface LabelledRing {
  label: string
  ring: Ring
}

type Owners = Map<string, string>

const edgeKey = (first: LonLat, second: LonLat): string =>
  [vertexKey(first), vertexKey(second)].toSorted().join(' ')

const next = (ring: Ring, index: number): LonLat => ring[(index + 1) % ring.length]!

/** Who lies beside each edge, as one string. */
function findOwners(rings: readonly LabelledRing[]): Owners {
  const owners: Owners = new Map()
  for (const { label, ring } of rings) {
    ring.forEach((vertex, index) => {
      const key = edgeKey(vertex, next(ring, index))
      owners.set(key, [owners.get(key) ?? [], label].flat().toSorted().join('+'))
    })
  }
  return owners
}

/** Vertices where three lines meet or where the owners of a line change: they stay. */
function findJunctions(rings: readonly LabelledRing[], owners: Owners): Set<string> {
  const edgesAt = new Map<string, Set<string>>()
  for (const { ring } of rings) {
    ring.forEach((vertex, index) => {
      const key = edgeKey(vertex, next(ring, index))
      for (const end of [vertex, next(ring, index)]) {
        edgesAt.set(vertexKey(end), (edgesAt.get(vertexKey(end)) ?? new Set()).add(key))
      }
    })
  }
  const isJunction = (edges: Set<string>) =>
    edges.size !== 2 || new Set([...edges].map((edge) => owners.get(edge))).size !== 1
  return new Set([...edgesAt].filter(([, edges]) => isJunction(edges)).map(([vertex]) => vertex))
}

/** Douglas–Peucker: drops vertices nearer than `tolerance` metres to the line without them. */
function simplifyLine(line: readonly LonLat[], tolerance: number): LonLat[] {
  const [first, last] = [line[0]!, line.at(-1)!]
  const distances = line
    .slice(1, -1)
    .map((vertex) => distanceToSegment(toMetres(vertex), toMetres(first), toMetres(last)))
  const farthest = Math.max(0, ...distances)
  if (farthest <= tolerance) return [first, last]
  const split = distances.indexOf(farthest) + 1
  return [
    ...simplifyLine(line.slice(0, split + 1), tolerance),
    ...simplifyLine(line.slice(split), tolerance).slice(1),
  ]
}

/** Both neighbours meet the same line, one of them backwards: the answer must not depend on it. */
function simplifyEitherWay(line: readonly LonLat[], tolerance: number): LonLat[] {
  const backwards = vertexKey(line[0]!) > vertexKey(line.at(-1)!)
  if (!backwards) return simplifyLine(line, tolerance)
  return simplifyLine(line.toReversed(), tolerance).toReversed()
}

/** The ring begun at its first junction, or, an island, at its least vertex. */
function startAtJunction(ring: Ring, junctions: Set<string>): { ring: Ring; stops: Set<string> } {
  const found = ring.findIndex((vertex) => junctions.has(vertexKey(vertex)))
  const keys = ring.map(vertexKey)
  const start = found >= 0 ? found : keys.indexOf(keys.toSorted()[0]!)
  const turned = [...ring.slice(start), ...ring.slice(0, start)]
  if (ring.filter((vertex) => junctions.has(vertexKey(vertex))).length > 1) {
    return { ring: turned, stops: junctions }
  }
  // A closed line has no chord to measure from: the farthest vertex makes it two lines.
  const [east, north] = toMetres(turned[0]!)
  const distances = turned.map(toMetres).map(([x, y]) => Math.hypot(x - east, y - north))
  const farthest = turned[distances.indexOf(Math.max(...distances))]!
  return { ring: turned, stops: new Set([vertexKey(turned[0]!), vertexKey(farthest)]) }
}

/**
 * Simplifies each line between junctions once for both of its owners, so that no gaps open; lines
 * of which `exact` is an owner stay as they are.
 */
export function simplifyShared(
  rings: readonly LabelledRing[],
  tolerance: number,
  exact: string,
): LabelledRing[] {
  const owners = findOwners(rings)
  const junctions = findJunctions(rings, owners)
  return rings.map(({ label, ring }) => {
    const { ring: turned, stops } = startAtJunction(ring, junctions)
    const lines: LonLat[][] = [[turned[0]!]]
    turned.forEach((_, index) => {
      const vertex = next(turned, index)
      lines.at(-1)!.push(vertex)
      if (stops.has(vertexKey(vertex)) && index < turned.length - 1) lines.push([vertex])
    })
    const kept = lines.flatMap((line) => {
      const isExact = owners.get(edgeKey(line[0]!, line[1]!))!.split('+').includes(exact)
      return (isExact ? line : simplifyEitherWay(line, tolerance)).slice(0, -1)
    })
    return { label, ring: kept }
  })
}
