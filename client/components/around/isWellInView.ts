import type { Bounds } from '../../stores/camera.ts'

/** Smaller than this share of the map, and a thing is a speck on it. */
const SPECK = 1 / 8
/** The panel at the left, and on a phone the sheet from below, take this share of the map. */
const COVERED = 0.3
const SHEET = 0.5

/** Whether something is on the part of the map that nothing covers, and large enough to be read. */
export function isWellInView(thing: Bounds, view: Bounds, phone: boolean): boolean {
  const [west, south, east, north] = view
  const [width, height] = [east - west, north - south]
  const left = phone ? west : west + COVERED * width
  const bottom = phone ? south + SHEET * height : south
  const isInside = thing[0] >= left && thing[2] <= east && thing[1] >= bottom && thing[3] <= north
  const isSpeck = thing[2] - thing[0] < SPECK * width && thing[3] - thing[1] < SPECK * height
  return isInside && !isSpeck
}
