import { cornersOf, type Rectangle, type Vector } from './plane.ts'
import type { Random } from './random.ts'

/**
 * The outline of a park within its bounds: a rectangle, one with a corner cut off, one with a
 * slanting side, or an L. Small parks lose at most 7 % and so stay
 * above 2 ha; only those over 4 ha can be an L.
 */
export function shapePark(bounds: Rectangle, random: Random): Vector[] {
  const { width, depth } = bounds
  const isLarge = width * depth > 40_000
  const kind = random.weighted([0.4, 0.25, 0.2, isLarge ? 0.15 : 0])
  const corner = random.integer(4)
  const corners = cornersOf(bounds)
  if (kind === 1) return chamfered(corners, corner, random.between(0.12, 0.3))
  if (kind === 2) return slanted(bounds, corner, random.between(0.06, 0.14))
  if (kind === 3) {
    return notched(corners, corner, random.between(0.3, 0.42), random.between(0.3, 0.42))
  }
  return corners
}

function towards(from: Vector, to: Vector, share: number): Vector {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}

function chamfered(corners: readonly Vector[], at: number, share: number): Vector[] {
  return corners.flatMap((corner, index) => {
    if (index !== at) return [corner]
    const before = corners[(index + 3) % 4]!
    const after = corners[(index + 1) % 4]!
    return [towards(corner, before, share), towards(corner, after, share)]
  })
}

/** One corner moves along the width, which turns a side by a few degrees. */
function slanted(bounds: Rectangle, at: number, share: number): Vector[] {
  const corners = cornersOf(bounds)
  const along = at % 2 === 0 ? (at + 1) % 4 : (at + 3) % 4
  return corners.map((corner, index) =>
    index === at ? towards(corner, corners[along]!, share) : corner,
  )
}

function notched(corners: readonly Vector[], at: number, first: number, second: number): Vector[] {
  return corners.flatMap((corner, index) => {
    if (index !== at) return [corner]
    const before = towards(corner, corners[(index + 3) % 4]!, first)
    const after = towards(corner, corners[(index + 1) % 4]!, second)
    const inner: Vector = [before[0] + after[0] - corner[0], before[1] + after[1] - corner[1]]
    return [before, inner, after]
  })
}
