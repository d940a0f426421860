import type { Position } from '#data/domain/areas'
import type { ParkFeatureKind } from '#data/domain/parkFeatures'
import type { DemoDistrict, DemoParkFeature } from '#data/demo/types'
import { geodesicMetres } from '../../helpers/geodesicMetres.ts'

export type Point = readonly [east: number, north: number]
export type Ring = readonly Point[]

const STEP = 0.001

/** Metres east and north of a position, from the ellipsoid alone: no code of the generator. */
export function planeAt(origin: Position): (position: Position) => Point {
  const [longitude, latitude] = origin
  const east = geodesicMetres(origin, [longitude + STEP, latitude]) / STEP
  const north = geodesicMetres(origin, [longitude, latitude + STEP]) / STEP
  return ([x, y]) => [(x - longitude) * east, (y - latitude) * north]
}

/** The site of a park as it is stored, in metres. */
export type Site = {
  code: string
  outline: Ring
  of: (kind: ParkFeatureKind) => (DemoParkFeature & { points: Point[] })[]
  toPoint: (position: Position) => Point
}

export function sitesOf(district: DemoDistrict): Site[] {
  return district.parks
    .filter(({ demonstration }) => demonstration)
    .map(({ code, geometry }) => {
      const toPoint = planeAt(geometry.coordinates[0]![0]!)
      const features = district.parkFeatures
        .filter(({ parkCode }) => parkCode === code)
        .map((feature) => ({ ...feature, points: positionsOf(feature).map(toPoint) }))
      return {
        code,
        toPoint,
        outline: geometry.coordinates[0]!.map(toPoint),
        of: (kind) => features.filter((feature) => feature.kind === kind),
      }
    })
}

function positionsOf({ geometry }: DemoParkFeature): readonly Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates]
  return geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates[0]!
}

export const sidesOf = (ring: readonly Point[]): [Point, Point][] =>
  ring.slice(1).map((to, index) => [ring[index]!, to])

export const metres = ([a, b]: Point, [c, d]: Point): number => Math.hypot(c - a, d - b)

export function isInside(ring: Ring, [x, y]: Point): boolean {
  let inside = false
  for (const [[x1, y1], [x2, y2]] of sidesOf(ring)) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

/** Metres from a point to a line of segments. */
export function metresTo(line: readonly Point[], point: Point): number {
  return Math.min(
    ...sidesOf(line).map(([from, to]) => {
      const length = metres(from, to)
      const along =
        ((point[0] - from[0]) * (to[0] - from[0]) + (point[1] - from[1]) * (to[1] - from[1])) /
        length ** 2
      const share = Math.min(1, Math.max(0, along))
      return metres(point, [
        from[0] + (to[0] - from[0]) * share,
        from[1] + (to[1] - from[1]) * share,
      ])
    }),
  )
}

/** Whether a line enters a ring by more than so many metres: tried every half metre. */
export function enters(line: readonly Point[], ring: Ring, by: number): boolean {
  return sidesOf(line).some(([from, to]) => {
    const steps = Math.max(1, Math.ceil(metres(from, to) / 0.5))
    return Array.from({ length: steps + 1 }, (_, step) => step / steps).some((share) => {
      const point: Point = [
        from[0] + (to[0] - from[0]) * share,
        from[1] + (to[1] - from[1]) * share,
      ]
      return isInside(ring, point) && metresTo(ring, point) > by
    })
  })
}

export function squareMetres(ring: Ring): number {
  const twice = sidesOf(ring).reduce((sum, [[x1, y1], [x2, y2]]) => sum + x1 * y2 - x2 * y1, 0)
  return Math.abs(twice) / 2
}

/** Least distance between two rings that do not overlap; 0 where they do. */
export function gapBetween(a: Ring, b: Ring): number {
  if (a.some((point) => isInside(b, point)) || b.some((point) => isInside(a, point))) return 0
  return Math.min(...a.map((point) => metresTo(b, point)), ...b.map((point) => metresTo(a, point)))
}
