import type { Bounds } from '../stores/camera.ts'

type Coordinates = readonly unknown[]

/** West, south, east, north of any GeoJSON coordinates; null when there is none. */
export function boundsOf(coordinates: Coordinates): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  const visit = (part: Coordinates) => {
    const [first, second] = part
    if (typeof first === 'number' && typeof second === 'number') {
      west = Math.min(west, first)
      east = Math.max(east, first)
      south = Math.min(south, second)
      north = Math.max(north, second)
    } else {
      for (const child of part) if (Array.isArray(child)) visit(child)
    }
  }
  visit(coordinates)
  return west <= east ? [west, south, east, north] : null
}

/** Degrees around a point, so that a single point has bounds to fly to. */
export function boundsAround(longitude: number, latitude: number, degrees = 0.0012): Bounds {
  return [longitude - degrees, latitude - degrees, longitude + degrees, latitude + degrees]
}
