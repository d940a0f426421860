import type { Vector } from '../plane.ts'
import { distance, distanceTo, segmentsOf } from './segments.ts'
import type { Street } from './sitePlan.ts'
import { withVertices } from './streets.ts'

/** Shortest ways over the streets of a site from one point of them. */
export type WaysFrom = (to: Vector) => { line: Vector[]; metres: number } | null

/** A millimetre tells two nodes apart. */
const keyOf = ([u, v]: Vector): string => `${Math.round(u * 1000)},${Math.round(v * 1000)}`

/**
 * The net of the streets with more points on them as nodes.
 * @returns the ways from one of its nodes to the others (Dijkstra 1959)
 */
export function createWayNet(
  streets: readonly Street[],
  points: readonly Vector[],
): (from: Vector) => WaysFrom {
  const next = new Map<string, { key: string; metres: number }[]>()
  const places = new Map<string, Vector>()
  const link = (from: Vector, to: Vector) => {
    const key = keyOf(from)
    places.set(key, from)
    next.set(key, [...(next.get(key) ?? []), { key: keyOf(to), metres: distance(from, to) }])
  }
  for (const { line } of streets) {
    const nodes = withVertices(line, (segment) =>
      points.filter((point) => distanceTo(segment, point) < 1e-3),
    )
    for (const [from, to] of segmentsOf(nodes)) {
      link(from, to)
      link(to, from)
    }
  }
  return (from) => {
    const reached = waysFrom(keyOf(from), next)
    return (to) => {
      const metres = reached.get(keyOf(to))?.metres
      if (metres === undefined) return null
      const line: Vector[] = []
      for (let key: string | null = keyOf(to); key !== null; key = reached.get(key)!.before) {
        line.unshift(places.get(key)!)
      }
      return { line, metres }
    }
  }
}

type Reached = Map<string, { metres: number; before: string | null }>

function waysFrom(start: string, next: ReadonlyMap<string, { key: string; metres: number }[]>) {
  const reached: Reached = new Map([[start, { metres: 0, before: null }]])
  const open = new Set([start])
  while (open.size > 0) {
    const [nearest] = [...open].sort((a, b) => reached.get(a)!.metres - reached.get(b)!.metres)
    open.delete(nearest!)
    for (const { key, metres } of next.get(nearest!) ?? []) {
      const total = reached.get(nearest!)!.metres + metres
      if (total >= (reached.get(key)?.metres ?? Infinity)) continue
      reached.set(key, { metres: total, before: nearest! })
      open.add(key)
    }
  }
  return reached
}
