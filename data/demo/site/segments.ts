import type { Rectangle, Vector } from '../plane.ts'

export type Segment = readonly [from: Vector, to: Vector]

/** Nearer than this, two points are one: a millimetre. */
const SAME = 1e-3

export const isSame = (a: Vector, b: Vector): boolean => distance(a, b) < SAME

export function distance([u1, v1]: Vector, [u2, v2]: Vector): number {
  return Math.hypot(u2 - u1, v2 - v1)
}

export function pointAlong([from, to]: Segment, share: number): Vector {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}

export function segmentsOf(line: readonly Vector[]): Segment[] {
  return line.slice(1).map((to, index): Segment => [line[index]!, to])
}

export function lengthOf(line: readonly Vector[]): number {
  return segmentsOf(line).reduce((sum, [from, to]) => sum + distance(from, to), 0)
}

/** Metres from a point to the nearest point of a segment. */
export function distanceTo([from, to]: Segment, point: Vector): number {
  const length = distance(from, to)
  if (length === 0) return distance(from, point)
  const along = (point[0] - from[0]) * (to[0] - from[0]) + (point[1] - from[1]) * (to[1] - from[1])
  return distance(pointAlong([from, to], Math.min(1, Math.max(0, along / length ** 2))), point)
}

/** Where two segments meet, their ends included: one point, or none where they do not or are parallel. */
export function meetings([a, b]: Segment, [c, d]: Segment): Vector[] {
  const [abU, abV] = [b[0] - a[0], b[1] - a[1]]
  const [cdU, cdV] = [d[0] - c[0], d[1] - c[1]]
  const cross = abU * cdV - abV * cdU
  if (Math.abs(cross) < 1e-9) return []
  const s = ((c[0] - a[0]) * cdV - (c[1] - a[1]) * cdU) / cross
  const t = ((c[0] - a[0]) * abV - (c[1] - a[1]) * abU) / cross
  const slackAb = SAME / distance(a, b)
  const slackCd = SAME / distance(c, d)
  if (s < -slackAb || s > 1 + slackAb || t < -slackCd || t > 1 + slackCd) return []
  return [pointAlong([a, b], s)]
}

/** Metres from a point to a rectangle; 0 in it. */
export function distanceToRectangle({ u, v, width, depth }: Rectangle, [pu, pv]: Vector): number {
  return Math.hypot(Math.max(u - pu, 0, pu - u - width), Math.max(v - pv, 0, pv - v - depth))
}

/** Whether any part of a segment lies strictly within a rectangle (Liang–Barsky). */
export function passesThrough({ u, v, width, depth }: Rectangle, [from, to]: Segment): boolean {
  const [du, dv] = [to[0] - from[0], to[1] - from[1]]
  let enter = 0
  let leave = 1
  for (const [direction, room] of [
    [-du, from[0] - u],
    [du, u + width - from[0]],
    [-dv, from[1] - v],
    [dv, v + depth - from[1]],
  ] as const) {
    if (direction === 0) {
      if (room <= 0) return false
    } else if (direction < 0) enter = Math.max(enter, room / direction)
    else leave = Math.min(leave, room / direction)
  }
  return enter < leave
}
