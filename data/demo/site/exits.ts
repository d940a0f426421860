import type { Rectangle, Vector } from '../plane.ts'
import { distance, meetings, passesThrough, segmentsOf, type Segment } from './segments.ts'
import type { Exit, Street } from './sitePlan.ts'

/** Farther than any lane is from a building. */
const REACH = 2_000

const OUTWARDS: readonly Vector[] = [
  [0, -1],
  [0, 1],
  [-1, 0],
  [1, 0],
]

/**
 * The nearest lane straight from one of the starts that no obstacle stands before.
 * @throws RangeError where there is none: the site is badly laid out
 */
export function nearestLane(
  starts: readonly { wall: Vector; outwards: Vector }[],
  streets: readonly Street[],
  obstacles: readonly Rectangle[],
): Exit {
  const exits = starts.flatMap(({ wall, outwards }) => {
    const ray: Segment = [wall, [wall[0] + outwards[0] * REACH, wall[1] + outwards[1] * REACH]]
    const [lane] = streets
      .flatMap(({ line }) => segmentsOf(line))
      .flatMap((segment) => meetings(ray, segment))
      .sort((a, b) => distance(wall, a) - distance(wall, b))
    const isFree = lane && !obstacles.some((obstacle) => passesThrough(obstacle, [wall, lane]))
    return isFree ? [{ wall, outwards, lane }] : []
  })
  if (exits.length === 0) throw new RangeError('a building or assembly point has no way to a lane')
  return exits.reduce((a, b) =>
    distance(b.wall, b.lane) < distance(a.wall, a.lane) - 1e-6 ? b : a,
  )
}

/** The middles of the four sides. */
export function doorsOf({ u, v, width, depth }: Rectangle): { wall: Vector; outwards: Vector }[] {
  const middle: Vector = [u + width / 2, v + depth / 2]
  return OUTWARDS.map((outwards) => ({
    outwards,
    wall: [middle[0] + (outwards[0] * width) / 2, middle[1] + (outwards[1] * depth) / 2],
  }))
}

/** From one point in all four directions. */
export const everyWay = (wall: Vector) => OUTWARDS.map((outwards) => ({ wall, outwards }))

/** A point so many metres from the wall and to the left of somebody who comes out. */
export function besideExit({ wall, outwards }: Exit, away: number, left: number): Vector {
  return [
    wall[0] + outwards[0] * away - outwards[1] * left,
    wall[1] + outwards[1] * away + outwards[0] * left,
  ]
}
