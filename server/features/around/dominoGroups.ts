import { offsetMetres } from '#data/geodesy/offsetMetres'

/** A hazard source on the map with its radius of damage to property in metres. */
export type Reaching = { code: string; longitude: number; latitude: number; radiusMetres: number }
export type ReachLink = {
  from: string
  to: string
  distanceMetres: number
  bearingDegrees: number
  mutual: boolean
}
export type ReachGroup<Source extends Reaching> = { members: Source[]; links: ReachLink[] }
export type ReachGroups<Source extends Reaching> = {
  groups: ReachGroup<Source>[]
  /** Members of what would be groups, but stand at one position: nothing tells who reaches whom. */
  atOnePlace: Source[][]
}

/** Metres that a degree of latitude has at least, so that nothing near is passed over. */
const METRES_A_DEGREE = 110_000

/**
 * Groups of sources that reach one another: connected by "B lies within the radius of A", at two
 * places or more. Largest first, members in the order given, links the shortest first. Units at one
 * place belong together and have no link. Sorted by latitude, so that only neighbours are compared.
 */
export function groupByReach<Source extends Reaching>(
  sources: readonly Source[],
): ReachGroups<Source> {
  const order = new Map(sources.map((source, index) => [source.code, index]))
  const sorted = [...sources].sort((a, b) => a.latitude - b.latitude)
  const widest = Math.max(0, ...sources.map(({ radiusMetres }) => radiusMetres))
  const groups = createGroups()
  const links: ReachLink[] = []
  for (const [index, source] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next]!
      if ((other.latitude - source.latitude) * METRES_A_DEGREE > widest) break
      const link = linkOf(source, other)
      if (!link) continue
      groups.join(source.code, other.code)
      if (link.distanceMetres > 0) links.push(link)
    }
  }
  const found = new Map<string, ReachGroup<Source>>()
  for (const source of sources) {
    const key = groups.find(source.code)
    const group = found.get(key) ?? { members: [], links: [] }
    group.members.push(source)
    found.set(key, group)
  }
  for (const link of links) found.get(groups.find(link.from))?.links.push(link)
  const together = [...found.values()].filter(({ members }) => members.length > 1)
  for (const group of together) group.links.sort((a, b) => a.distanceMetres - b.distanceMetres)
  return {
    groups: together
      .filter((group) => group.links.length > 0)
      .sort(
        (a, b) =>
          b.members.length - a.members.length ||
          order.get(a.members[0]!.code)! - order.get(b.members[0]!.code)!,
      ),
    atOnePlace: together.flatMap((group) => (group.links.length > 0 ? [] : [group.members])),
  }
}

/** From the one that reaches the other; from the wider where both do. */
function linkOf(a: Reaching, b: Reaching): ReachLink | null {
  const [from, to] = a.radiusMetres >= b.radiusMetres ? [a, b] : [b, a]
  const { east, north } = offsetMetres([from.longitude, from.latitude], [to.longitude, to.latitude])
  const distance = Math.hypot(east, north)
  if (distance > from.radiusMetres) return null
  return {
    from: from.code,
    to: to.code,
    distanceMetres: Math.round(distance * 10) / 10,
    bearingDegrees: Math.round(((Math.atan2(east, north) * 180) / Math.PI + 360) % 360) % 360,
    mutual: distance <= to.radiusMetres,
  }
}

/** Disjoint sets of codes. */
function createGroups() {
  const parents = new Map<string, string>()
  const find = (code: string): string => {
    let root = code
    for (let above = parents.get(root); above !== undefined; above = parents.get(root)) root = above
    if (root !== code) parents.set(code, root)
    return root
  }
  const join = (a: string, b: string): void => {
    const [rootA, rootB] = [find(a), find(b)]
    if (rootA !== rootB) parents.set(rootA, rootB)
  }
  return { find, join }
}
