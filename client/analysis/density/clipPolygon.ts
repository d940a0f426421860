import { featureCollection, intersect, multiPolygon, polygon } from '@turf/turf'
import type { ContourGrid } from './contourGrid.ts'
import { isInRing, type GridPolygon, type GridRing } from './traceBands.ts'

type Rings = GeoJSON.Position[][]

/** Whether a ring stays away from the boundary on the inner side of it. */
function isWellInside(ring: GridRing, { grid, inside, touched }: ContourGrid): boolean {
  for (let at = 1; at < ring.length; at += 1) {
    const [x0, y0] = ring[at - 1] as [number, number]
    const [x1, y1] = ring[at] as [number, number]
    // Both ends lie on edges of one cell; its middle says of which.
    const cell = Math.floor((y0 + y1) / 2) * grid.columns + Math.floor((x0 + x1) / 2)
    if (touched[cell] === 1 || inside[cell] === 0) return false
  }
  return true
}

function intersection(rings: Rings, district: GeoJSON.MultiPolygon): Rings[] {
  const both = featureCollection<GeoJSON.Polygon | GeoJSON.MultiPolygon>([
    polygon(rings),
    multiPolygon(district.coordinates),
  ])
  const geometry = intersect(both)?.geometry
  if (!geometry) return []
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

/** Pieces of a polygon in degrees; null where clipping failed and nothing is known. */
export type Clip = (rings: Rings, district: GeoJSON.MultiPolygon) => Rings[]

/**
 * What of a polygon lies in the district. Rings well inside need no clipping, which is most of
 * them, and turf's `intersect` takes about 50 µs a vertex.
 * @param traced the polygon in the contour grid, `degrees` the same in degrees
 * @returns its pieces in degrees, and whether they are clipped: where turf fails on a bad polygon
 *   it stays whole, as wide as the surface is drawn, rather than being lost.
 */
export function clipPolygon(
  traced: GridPolygon,
  degrees: Rings,
  contour: ContourGrid,
  district: GeoJSON.MultiPolygon,
  clip: Clip = intersection,
): { pieces: Rings[]; clipped: boolean } {
  // With an enclave or a second part, a ring well inside may still go around one of them.
  const simple = district.coordinates.flat().length === 1
  const free = traced.map((ring) => simple && isWellInside(ring, contour))
  if (free[0]) return { pieces: [degrees], clipped: true }
  const holes = degrees.filter((_, index) => index > 0 && free[index])
  try {
    const pieces = clip(
      degrees.filter((_, index) => !free[index]),
      district,
    )
    for (const hole of holes) pieces.find(([outer]) => isInRing(hole[0]!, outer!))?.push(hole)
    return { pieces, clipped: true }
  } catch {
    return { pieces: [degrees], clipped: false }
  }
}
