import type { Bounds } from '../../stores/camera.ts'

/** Smaller than this share of the map, and a thing is a speck on it. */
const SPECK = 1 / 8
/** The panel at the left, the drawer at the right, on a phone the sheet from below: shares of the map. */
const PANEL = 0.3
const DRAWER = 0.26
const SHEET = 0.5

/** Whether something is on the part of the map that nothing covers, and large enough to be read. */
export function isWellInView(
  thing: Bounds,
  view: Bounds,
  phone: boolean,
  drawer: boolean,
): boolean {
  const [west, south, east, north] = view
  const [width, height] = [east - west, north - south]
  const left = phone ? west : west + PANEL * width
  const right = drawer && !phone ? east - DRAWER * width : east
  const bottom = phone ? south + SHEET * height : south
  const isInside = thing[0] >= left && thing[2] <= right && thing[1] >= bottom && thing[3] <= north
  const isSpeck = thing[2] - thing[0] < SPECK * width && thing[3] - thing[1] < SPECK * height
  return isInside && !isSpeck
}
