import { bboxClip, featureCollection, intersect, multiPolygon, polygon } from '@turf/turf'
import type { ContourGrid } from './contourGrid.ts'
import { withFastConcat } from './withFastConcat.ts'
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

type Outline = GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>

/** Degrees around a polygon, so that where the district is cut lies well outside of it. */
const MARGIN = 0.001

/** The district around a ring: `intersect` walks along all of what it is given. */
function districtAround(ring: GeoJSON.Position[], district: GeoJSON.MultiPolygon): Outline {
  const longitudes = ring.map(([longitude]) => longitude!)
  const latitudes = ring.map(([, latitude]) => latitude!)
  const bounds: GeoJSON.BBox = [
    Math.min(...longitudes) - MARGIN,
    Math.min(...latitudes) - MARGIN,
    Math.max(...longitudes) + MARGIN,
    Math.max(...latitudes) + MARGIN,
  ]
  // Of a polygon turf makes a polygon or several, though its type says that it may be a line.
  return bboxClip(multiPolygon(district.coordinates), bounds) as Outline
}

function intersectWith(outline: Outline, rings: Rings): Rings[] {
  const both = featureCollection([outline, polygon(rings)] as Outline[])
  const geometry = withFastConcat(() => intersect(both))?.geometry
  if (!geometry) return []
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

/** @throws Error where turf cannot do it with the whole district, either. */
function intersection(rings: Rings, district: GeoJSON.MultiPolygon): Rings[] {
  try {
    return intersectWith(districtAround(rings[0]!, district), rings)
  } catch {
    // A piece of the district may run back and forth along its cut, which turf may not bear.
    return intersectWith(multiPolygon(district.coordinates), rings)
  }
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
