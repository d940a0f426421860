import type { Bounds } from '../stores/camera.ts'

/** Metres to a degree of latitude on the mean sphere. */
const DEGREE_METRES = 111_195

/** Polygons as GeoJSON has them: rings of positions in degrees. */
export type Land = readonly (readonly (readonly (readonly number[])[])[])[]

type Reached = { x: number; y: number; isOutside: boolean; degrees: number }

export type PictureFrame = {
  width: number
  height: number
  /** Units of the picture, x to the right and y down. */
  project: (place: readonly number[]) => [x: number, y: number]
  /**
   * Where the straight way from a place in the picture to another ends: there, or near the edge where
   * it leaves the picture. `degrees` is its direction, clockwise from the right.
   */
  reach: (from: readonly number[], to: readonly number[]) => Reached
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
    reach: (from, to) => reachTo(project(from), project(to), { width, height }),
    metresPerUnit,
    shown: [longitude - halfX, latitude - halfY, longitude + halfX, latitude + halfY],
  }
}

/** How near to the edge a way ends that goes beyond it. */
const EDGE = 4

function reachTo(
  [fromX, fromY]: readonly [number, number],
  [toX, toY]: readonly [number, number],
  { width, height }: { width: number; height: number },
): Reached {
  const [dx, dy] = [toX - fromX, toY - fromY]
  const share = (start: number, by: number, length: number) => {
    const end = by > 0 ? length - EDGE : EDGE
    return by === 0 ? 1 : Math.max(0, (end - start) / by)
  }
  const isOutside = toX < 0 || toX > width || toY < 0 || toY > height
  const along = isOutside ? Math.min(1, share(fromX, dx, width), share(fromY, dy, height)) : 1
  const degrees = (Math.atan2(dy, dx) * 180) / Math.PI
  return { x: fromX + along * dx, y: fromY + along * dy, isOutside, degrees }
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
