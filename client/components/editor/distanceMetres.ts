import type { Position } from '#data/domain/areas'

/** Mean radius of the earth in metres. */
const EARTH_RADIUS_METRES = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance in metres between two positions in degrees WGS84 (haversine). */
export function distanceMetres(from: Position, to: Position): number {
  const [longitude1, latitude1] = from.map(radians) as [number, number]
  const [longitude2, latitude2] = to.map(radians) as [number, number]
  const half =
    Math.sin((latitude2 - latitude1) / 2) ** 2 +
    Math.cos(latitude1) * Math.cos(latitude2) * Math.sin((longitude2 - longitude1) / 2) ** 2
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(half)))
}
