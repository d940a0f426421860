import type { Vector } from '../plane.ts'
import type { Lots } from '../lots.ts'
import { distance, isSame, lengthOf, meetings, segmentsOf, type Segment } from './segments.ts'
import type { Street } from './sitePlan.ts'

/** From the park's edge to the centre line of the lane round the site. */
export const RING_INSET = 4
/** A line between two rows that runs nearer than this beside the lane round the site is left out. */
const LEAST_APART = 14
/** Net width and height; GB 50016-2014 7.1.8 asks 4 m of each for a fire lane. */
const MAIN = { netWidthMetres: 7, netHeightMetres: 5 }
const SIDE = { netWidthMetres: 5, netHeightMetres: 4.5 }
const LANE = { netWidthMetres: 4, netHeightMetres: 4.5 }

const SIDES = ['东', '北', '西', '南'] as const

/** The lane round the site: the ring moved inwards, against the clock, not closed. */
export function insetOf(ring: readonly Vector[], by: number): Vector[] {
  const moved = ring.map((from, index): Segment => {
    const to = ring[(index + 1) % ring.length]!
    const length = distance(from, to)
    const [nu, nv] = [(-(to[1] - from[1]) / length) * by, ((to[0] - from[0]) / length) * by]
    return [
      [from[0] + nu, from[1] + nv],
      [to[0] + nu, to[1] + nv],
    ]
  })
  return moved.map((side, index) => corner(moved.at(index - 1)!, side))
}

/** Where the lines through two sides meet; they turn, so they do. */
function corner([a, b]: Segment, [c, d]: Segment): Vector {
  const [abU, abV] = [b[0] - a[0], b[1] - a[1]]
  const [cdU, cdV] = [d[0] - c[0], d[1] - c[1]]
  const cross = abU * cdV - abV * cdU
  const t = ((c[0] - a[0]) * cdV - (c[1] - a[1]) * cdU) / cross
  return [a[0] + abU * t, a[1] + abV * t]
}

export type Crossing = { segment: Segment; isColumn: boolean }

/** The lines between columns and rows from one side of the lane round the site to the other. */
export function crossingsOf(lane: readonly Vector[], lots: Lots): Crossing[] {
  const sides = segmentsOf([...lane, lane[0]!])
  const reach = 2 * lengthOf([...lane, lane[0]!])
  const across = (segment: Segment, isColumn: boolean): Crossing[] => {
    const ends = sides
      .flatMap((side) => meetings(segment, side))
      .sort((a, b) => distance(segment[0], a) - distance(segment[0], b))
    const [first, last] = [ends[0], ends.at(-1)]
    if (!first || !last || distance(first, last) < LEAST_APART) return []
    const crossing: Segment = [first, last]
    return runsBeside(crossing, sides) ? [] : [{ segment: crossing, isColumn }]
  }
  const [u, v] = lane[0]!
  return [
    ...lots.betweenColumns.flatMap((at) =>
      across(
        [
          [at, v - reach],
          [at, v + reach],
        ],
        true,
      ),
    ),
    ...lots.betweenRows.flatMap((at) =>
      across(
        [
          [u - reach, at],
          [u + reach, at],
        ],
        false,
      ),
    ),
  ]
}

function runsBeside([from, to]: Segment, sides: readonly Segment[]): boolean {
  const axis = from[0] === to[0] ? 0 : 1
  return sides.some(([a, b]) => {
    if (Math.abs(a[axis] - b[axis]) > 1) return false
    const along = 1 - axis
    const overlap =
      Math.min(Math.max(a[along]!, b[along]!), Math.max(from[along]!, to[along]!)) -
      Math.max(Math.min(a[along]!, b[along]!), Math.min(from[along]!, to[along]!))
    return overlap > 1 && Math.abs(a[axis] - from[axis]) < LEAST_APART
  })
}

/**
 * Names and widths: the main road, side roads across it, fire lanes beside it and round the site.
 * @param main the crossing of the main road; it and the others may reach out to gates
 */
export function streetsOf(
  lane: readonly Vector[],
  main: Crossing,
  others: readonly Crossing[],
  toCompass: (outwards: Vector) => number,
): Street[] {
  const roads = others.filter(({ isColumn }) => isColumn !== main.isColumn)
  const lanes = others.filter(({ isColumn }) => isColumn === main.isColumn)
  const numbered = (list: readonly Crossing[], name: string, kind: Street['kind'], size: object) =>
    list.map(({ segment }, index): Street => ({
      ...LANE,
      ...size,
      kind,
      name: list.length > 1 ? `${name}${index + 1}` : name,
      line: [...segment],
    }))
  return noded([
    { kind: 'road', name: '主干道', line: [...main.segment], ...MAIN },
    ...numbered(roads, '支路', 'road', SIDE),
    ...numbered(lanes, '中部消防车道', 'fireLane', SIDE),
    ...sidesOf(lane, toCompass),
  ])
}

function sidesOf(lane: readonly Vector[], toCompass: (outwards: Vector) => number): Street[] {
  const counted = new Map<string, number>()
  return lane.map((from, index): Street => {
    const to = lane[(index + 1) % lane.length]!
    // The quarter that it faces, counted from east against the clock.
    const quarter = Math.round(toCompass([to[1] - from[1], from[0] - to[0]]) / (Math.PI / 2))
    const side = SIDES[((quarter % 4) + 4) % 4]!
    const count = (counted.get(side) ?? 0) + 1
    counted.set(side, count)
    const name = `${side}侧消防车道${count > 1 ? count : ''}`
    return { kind: 'fireLane', name, line: [from, to], ...LANE }
  })
}

/** The same with a vertex in each wherever another meets it, so that they form one net. */
function noded(streets: readonly Street[]): Street[] {
  return streets.map((street) => {
    const others = streets
      .filter((other) => other !== street)
      .flatMap(({ line }) => segmentsOf(line))
    return {
      ...street,
      line: withVertices(street.line, (segment) =>
        others.flatMap((other) => meetings(segment, other)),
      ),
    }
  })
}

/** A line with more vertices on its segments, in their order. */
export function withVertices(
  line: readonly Vector[],
  verticesOf: (segment: Segment) => readonly Vector[],
): Vector[] {
  const vertices: Vector[] = [line[0]!]
  for (const segment of segmentsOf(line)) {
    const more = [...verticesOf(segment), segment[1]].sort(
      (a, b) => distance(segment[0], a) - distance(segment[0], b),
    )
    for (const each of more) if (!isSame(each, vertices.at(-1)!)) vertices.push(each)
  }
  return vertices
}
