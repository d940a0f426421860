import type { Position } from '#data/domain/areas'
import { toPlane } from '../../analysis/plane.ts'

/** Millimetres on paper, from the upper left corner of the sheet. */
export type Millimetres = readonly [x: number, y: number]
export type PaperBox = { x: number; y: number; width: number; height: number }

/** The scales that plans of this size are drawn in; the ground is divided by them. */
export const PLAN_SCALES = [
  200, 250, 300, 400, 500, 600, 750, 800, 1000, 1250, 1500, 2000, 2500, 3000, 4000, 5000, 7500,
  10_000, 15_000, 20_000,
] as const

export type PlanFrame = {
  /** The 500 of 1:500. */
  scale: number
  metresPerMillimetre: number
  /** How far north is turned clockwise from the upper edge of the sheet, in degrees. */
  northDegrees: number
  project: (position: Position) => Millimetres
}

type Metres = readonly [x: number, y: number]

const turned = ([x, y]: Metres, turn: number): Metres => [
  x * Math.cos(turn) - y * Math.sin(turn),
  x * Math.sin(turn) + y * Math.cos(turn),
]

function extentOf(points: readonly Metres[]) {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [west, south] = [Math.min(...xs), Math.min(...ys)]
  return { west, south, width: Math.max(...xs) - west, height: Math.max(...ys) - south }
}

/**
 * The turn, in radians counter-clockwise, that lays the longer side of the least rectangle around
 * an outline horizontally, with north at most a quarter away from the upper edge.
 */
export function turnOfLongAxis(ring: readonly Metres[]): number {
  let best = { turn: 0, area: Infinity }
  ring.forEach(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!
    if (nextX === x && nextY === y) return
    const turn = -Math.atan2(nextY - y, nextX - x)
    const { width, height } = extentOf(ring.map((each) => turned(each, turn)))
    // Of sides that do alike the first is kept: rounding must not turn the sheet about.
    if (width * height < best.area * 0.999)
      best = { turn: width < height ? turn + Math.PI / 2 : turn, area: width * height }
  })
  const half = Math.PI
  return best.turn - half * Math.round(best.turn / half)
}

/**
 * Fits an outline (degrees) into a box of the sheet: in the plane of EPSG:4547, turned to its long
 * axis, in the largest scale of the list that it fits in, at the middle of the box.
 * @throws RangeError when it fits in no scale of the list, which no park of the district needs.
 */
export function planFrame(outline: readonly Position[], box: PaperBox): PlanFrame {
  const ring = outline.map(([longitude, latitude]) => toPlane(longitude, latitude))
  const turn = turnOfLongAxis(ring)
  const extent = extentOf(ring.map((each) => turned(each, turn)))
  const scale = PLAN_SCALES.find(
    (each) =>
      (extent.width * 1000) / each <= box.width && (extent.height * 1000) / each <= box.height,
  )
  if (!scale) throw new RangeError('the outline fits on the sheet in no scale of the list')
  const perMetre = 1000 / scale
  const left = box.x + (box.width - extent.width * perMetre) / 2
  const bottom = box.y + (box.height + extent.height * perMetre) / 2
  return {
    scale,
    metresPerMillimetre: scale / 1000,
    northDegrees: (-turn * 180) / Math.PI,
    project: ([longitude, latitude]) => {
      const [x, y] = turned(toPlane(longitude, latitude), turn)
      return [left + (x - extent.west) * perMetre, bottom - (y - extent.south) * perMetre]
    },
  }
}
