import { containsPoint, type Rectangle, type Vector } from '../plane.ts'
import { distanceTo, distanceToRectangle, lengthOf, pointAlong, segmentsOf } from './segments.ts'
import type { Street } from './sitePlan.ts'

/** GB 50974-2014 7.3: at most 120 m apart, at most 2 m from the lane's edge, 5 m from a wall. */
const APART = 90
const FROM_EDGE = 0.8
const FROM_WALL = 5
/** From the edge of another road that it would stand on. */
const FROM_OTHER = 0.5
/** A place that is taken is given up for one so many metres on. */
const STEP = 4

type Ground = {
  ring: readonly Vector[]
  obstacles: readonly Rectangle[]
  streets: readonly Street[]
}

/** Beside every fire lane, to the right of its line, evenly. */
export function placeHydrants(ground: Ground): { vector: Vector; lane: string }[] {
  return ground.streets
    .filter(({ kind }) => kind === 'fireLane')
    .flatMap((lane) => {
      const length = lengthOf(lane.line)
      const count = Math.ceil(length / APART)
      return Array.from({ length: count }, (_, index) => ((index + 0.5) * length) / count)
        .flatMap((along) => freePlace(lane, along, length, ground) ?? [])
        .map((place) => ({ vector: place.vector, lane: lane.name }))
    })
}

function freePlace(
  lane: Street,
  along: number,
  length: number,
  ground: Ground,
): { vector: Vector } | null {
  for (let step = 0; step * STEP < APART / 3; step++) {
    for (const at of [along + step * STEP, along - step * STEP]) {
      if (at < 1 || at > length - 1) continue
      const vector = beside(lane, at, lane.netWidthMetres / 2 + FROM_EDGE)
      if (isFree(vector, lane, ground)) return { vector }
    }
  }
  return null
}

/** So many metres along a line and to the right of it. */
export function beside(
  { line }: { line: readonly Vector[] },
  along: number,
  right: number,
): Vector {
  let left = along
  for (const [from, to] of segmentsOf(line)) {
    const length = lengthOf([from, to])
    if (left <= length) {
      const [u, v] = pointAlong([from, to], left / length)
      return [u + ((to[1] - from[1]) / length) * right, v - ((to[0] - from[0]) / length) * right]
    }
    left -= length
  }
  return line.at(-1)!
}

function isFree(vector: Vector, lane: Street, { ring, obstacles, streets }: Ground): boolean {
  return (
    containsPoint(ring, vector) &&
    obstacles.every((obstacle) => distanceToRectangle(obstacle, vector) >= FROM_WALL) &&
    streets.every((street) => {
      const least = street.netWidthMetres / 2 + (street === lane ? FROM_EDGE - 0.01 : FROM_OTHER)
      return segmentsOf(street.line).every((segment) => distanceTo(segment, vector) >= least)
    })
  )
}
