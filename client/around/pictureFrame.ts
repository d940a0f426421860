import type { Bounds } from '../stores/camera.ts'

/** Metres to a degree of latitude on the mean sphere. */
const DEGREE_METRES = 111_195

/** Polygons as GeoJSON has them: rings of positions in degrees. */
export type Land = readonly (readonly (readonly (readonly number[])[])[])[]

export type PictureFrame = {
  width: number
  height: number
  /** Units of the picture, x to the right and y down. */
  project: (place: readonly number[]) => [x: number, y: number]
  /** The same, moved to the edge where it lies outside. */
  clamp: (place: readonly number[]) => { x: number; y: number; isOutside: boolean }
  metresPerUnit: number
  /** What the picture shows, in degrees. */
  shown: Bounds
}

/** Something this small in metres is drawn with its surroundings. */
const LEAST_METRES = 300

/**
 * A sketch map of some kilometres, north up: an equirectangular projection at the middle latitude,
 * whose error is below a thousandth over 10 km here.
 * @param share of width and height that `bounds` takes.
 */
export function pictureFrame(
  bounds: Bounds,
  { width, height, share = 0.8 }: { width: number; height: number; share?: number },
): PictureFrame {
  const [west, south, east, north] = bounds
  const [longitude, latitude] = [(west + east) / 2, (south + north) / 2]
  const squeeze = Math.cos((latitude * Math.PI) / 180)
  const across = Math.max((east - west) * squeeze * DEGREE_METRES, LEAST_METRES)
  const up = Math.max((north - south) * DEGREE_METRES, LEAST_METRES)
  const metresPerUnit = Math.max(across / width, up / height) / share
  const project = ([x = longitude, y = latitude]: readonly number[]): [number, number] => [
    width / 2 + ((x - longitude) * squeeze * DEGREE_METRES) / metresPerUnit,
    height / 2 - ((y - latitude) * DEGREE_METRES) / metresPerUnit,
  ]
  const halfX = ((width / 2) * metresPerUnit) / (DEGREE_METRES * squeeze)
  const halfY = ((height / 2) * metresPerUnit) / DEGREE_METRES
  return {
    width,
    height,
    project,
    clamp: (place) => clampTo(project(place), width, height),
    metresPerUnit,
    shown: [longitude - halfX, latitude - halfY, longitude + halfX, latitude + halfY],
  }
}

/** How near to the edge something is drawn that lies beyond it. */
const EDGE = 4

/** Along the line from the middle, so that what lies beyond is shown in its direction. */
function clampTo([x, y]: readonly [number, number], width: number, height: number) {
  const [dx, dy] = [x - width / 2, y - height / 2]
  const over = Math.max(Math.abs(dx) / (width / 2 - EDGE), Math.abs(dy) / (height / 2 - EDGE))
  if (over <= 1) return { x, y, isOutside: false }
  return { x: width / 2 + dx / over, y: height / 2 + dy / over, isOutside: true }
}

/** An SVG path of the rings of polygons, in units of the frame to a hundredth. */
export function polygonPath(polygons: Land, { project }: PictureFrame): string {
  const ring = (corners: readonly (readonly number[])[]) =>
    `M${corners
      .map((corner) =>
        project(corner)
          .map((unit) => unit.toFixed(2))
          .join(' '),
      )
      .join('L')}Z`
  return polygons.flatMap((rings) => rings.map(ring)).join('')
}

/** Whether two boxes of degrees have something in common. */
export const overlaps = (one: Bounds, other: Bounds): boolean =>
  one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1]
