import type { Position } from '../domain/areas.ts'

/** Metres in a frame of the community's own: u along its streets' bearing, v to the left of it. */
export type Vector = readonly [u: number, v: number]
export type Rectangle = { u: number; v: number; width: number; depth: number }

/** WGS84 and CGCS2000: half axis in metres and first eccentricity squared. */
const HALF_AXIS = 6_378_137
const ECCENTRICITY_SQUARED = 0.00669437999014

export type Frame = {
  toVector: (position: Position) => Vector
  toPosition: (vector: Vector) => Position
  /** With seven decimals (1 cm), for what stands on a site. */
  toSitePosition: (vector: Vector) => Position
}

/**
 * A plane that touches the ellipsoid at the origin, turned by `bearing` radians; within 10 km areas
 * are true to 0.1 %. Positions have six decimals (0.1 m).
 */
export function createFrame(origin: Position, bearing: number): Frame {
  const latitude = (origin[1] * Math.PI) / 180
  const flattening = 1 - ECCENTRICITY_SQUARED * Math.sin(latitude) ** 2
  const northRadius = (HALF_AXIS * (1 - ECCENTRICITY_SQUARED)) / flattening ** 1.5
  const eastRadius = (HALF_AXIS / Math.sqrt(flattening)) * Math.cos(latitude)
  const metresEast = (eastRadius * Math.PI) / 180
  const metresNorth = (northRadius * Math.PI) / 180
  const cosine = Math.cos(bearing)
  const sine = Math.sin(bearing)
  const positionIn =
    (parts: number) =>
    ([u, v]: Vector): Position => [
      rounded(origin[0] + (u * cosine - v * sine) / metresEast, parts),
      rounded(origin[1] + (u * sine + v * cosine) / metresNorth, parts),
    ]
  return {
    toVector: ([longitude, latitudeDegrees]) => {
      const x = (longitude - origin[0]) * metresEast
      const y = (latitudeDegrees - origin[1]) * metresNorth
      return [x * cosine + y * sine, y * cosine - x * sine]
    },
    toPosition: positionIn(1e6),
    toSitePosition: positionIn(1e7),
  }
}

function rounded(degrees: number, parts: number): number {
  return Math.round(degrees * parts) / parts
}

/** Corners against the clock from the lower left, not closed. */
export function cornersOf({ u, v, width, depth }: Rectangle): Vector[] {
  return [
    [u, v],
    [u + width, v],
    [u + width, v + depth],
    [u, v + depth],
  ]
}

export function expanded({ u, v, width, depth }: Rectangle, by: number): Rectangle {
  return { u: u - by, v: v - by, width: width + 2 * by, depth: depth + 2 * by }
}

export function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.u < b.u + b.width && b.u < a.u + a.width && a.v < b.v + b.depth && b.v < a.v + a.depth
}

/** In square metres, positive when the ring runs against the clock. */
export function areaOf(ring: readonly Vector[]): number {
  let twice = 0
  ring.forEach(([u, v], index) => {
    const [nextU, nextV] = ring[(index + 1) % ring.length]!
    twice += u * nextV - nextU * v
  })
  return twice / 2
}

/** The largest part of a community's outline in the frame, not closed. */
export function largestRing(outline: readonly (readonly Position[][])[], frame: Frame): Vector[] {
  const rings = outline.map((polygon) => polygon[0]!.slice(1).map(frame.toVector))
  return rings.reduce((a, b) => (Math.abs(areaOf(b)) > Math.abs(areaOf(a)) ? b : a))
}

export function centreOf(ring: readonly Vector[]): Vector {
  let centreU = 0
  let centreV = 0
  ring.forEach(([u, v], index) => {
    const [nextU, nextV] = ring[(index + 1) % ring.length]!
    const cross = u * nextV - nextU * v
    centreU += (u + nextU) * cross
    centreV += (v + nextV) * cross
  })
  const area = areaOf(ring)
  return [centreU / (6 * area), centreV / (6 * area)]
}

export function containsPoint(ring: readonly Vector[], [u, v]: Vector): boolean {
  let inside = false
  ring.forEach(([u1, v1], index) => {
    const [u2, v2] = ring[(index + 1) % ring.length]!
    if (v1 > v !== v2 > v && u < ((u2 - u1) * (v - v1)) / (v2 - v1) + u1) inside = !inside
  })
  return inside
}

/** A rectangle lies within a ring when its corners do and no edge of the ring passes through it. */
export function containsRectangle(ring: readonly Vector[], rectangle: Rectangle): boolean {
  return (
    cornersOf(rectangle).every((corner) => containsPoint(ring, corner)) &&
    !ring.some((from, index) => crosses(rectangle, from, ring[(index + 1) % ring.length]!))
  )
}

/** Liang–Barsky: whether any part of the segment lies in the rectangle. */
function crosses({ u, v, width, depth }: Rectangle, from: Vector, to: Vector): boolean {
  const du = to[0] - from[0]
  const dv = to[1] - from[1]
  let enter = 0
  let leave = 1
  for (const [direction, distance] of [
    [-du, from[0] - u],
    [du, u + width - from[0]],
    [-dv, from[1] - v],
    [dv, v + depth - from[1]],
  ] as const) {
    if (direction === 0) {
      if (distance < 0) return false
    } else if (direction < 0) enter = Math.max(enter, distance / direction)
    else leave = Math.min(leave, distance / direction)
  }
  return enter <= leave
}
