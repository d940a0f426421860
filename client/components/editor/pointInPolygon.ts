import type { Position } from '#data/domain/areas'
import type { MultiPolygon, Polygon } from '#data/domain/geojson'

type Ring = readonly Position[]

/** Even-odd rule: a ray to the east crosses the ring an odd number of times. */
function isInRing([x, y]: Position, ring: Ring): boolean {
  let inside = false
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [x1, y1] = ring[at]!
    const [x2, y2] = ring[before]!
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

/** Whether a position lies in a polygon and in none of its holes. */
export function isInside(position: Position, geometry: Polygon | MultiPolygon): boolean {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.some(
    ([outline = [], ...holes]) =>
      isInRing(position, outline) && !holes.some((hole) => isInRing(position, hole)),
  )
}
