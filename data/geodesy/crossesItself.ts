import type { Position } from '../domain/areas.ts'

/** Twice the area of a triangle in square degrees: its sign tells on which side of a–b c lies. */
function side(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
}

/** Of a point on the line through a and b: whether it lies between them, or is one of them. */
function isBetween(a: Position, b: Position, point: Position): boolean {
  return [0, 1].every(
    (axis) =>
      Math.min(a[axis]!, b[axis]!) <= point[axis]! && point[axis]! <= Math.max(a[axis]!, b[axis]!),
  )
}

function meet(a: Position, b: Position, c: Position, d: Position): boolean {
  const sides = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)] as const
  if (sides[0] * sides[1] < 0 && sides[2] * sides[3] < 0) return true
  return (
    (sides[0] === 0 && isBetween(a, b, c)) ||
    (sides[1] === 0 && isBetween(a, b, d)) ||
    (sides[2] === 0 && isBetween(c, d, a)) ||
    (sides[3] === 0 && isBetween(c, d, b))
  )
}

/** Two neighbouring edges a–b–c that run back over each other. */
function foldsBack(a: Position, b: Position, c: Position): boolean {
  const along = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1])
  return side(a, b, c) === 0 && along < 0
}

/**
 * Whether the outline through these corners (at least three, not closed) crosses or touches itself, so
 * that it encloses no area that anybody could name. Compares every two edges: 200 corners take 1 ms.
 */
export function crossesItself(corners: readonly Position[]): boolean {
  const at = (index: number): Position => corners[index % corners.length]!
  return corners.some((corner, first) => {
    if (foldsBack(corner, at(first + 1), at(first + 2))) return true
    for (let second = first + 2; second < corners.length; second++) {
      const isNeighbour = first === 0 && second === corners.length - 1
      if (!isNeighbour && meet(corner, at(first + 1), at(second), at(second + 1))) return true
    }
    return false
  })
}
