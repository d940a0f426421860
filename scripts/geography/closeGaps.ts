import {
  area,
  bboxPolygon,
  buffer,
  difference,
  featureCollection,
  intersect,
  multiPolygon,
  union,
} from '@turf/turf'
import { ringAreaKm2, roundDegrees, vertexKey, type LonLat, type Ring } from './localPlane.ts'
import type { PolygonRings } from './multiPolygon.ts'

/** A polygon or multi-polygon feature as turf has it. */
export type Shape = NonNullable<ReturnType<typeof union>>
export type Frame = Parameters<typeof bboxPolygon>[0]

export function shapeOf(parts: readonly Ring[]): Shape {
  return multiPolygon(parts.map((ring) => [[...ring, ring[0]!]]))
}

/** Turf answers null for "nothing left", which never happens to a neighbour. */
function present(shape: Shape | null | undefined, what: string): Shape {
  if (!shape || area(shape) === 0) throw new Error(`${what} left nothing`)
  return shape
}

export function unite(shapes: readonly Shape[]): Shape {
  if (shapes.length === 1) return shapes[0]!
  return present(union(featureCollection([...shapes])), 'union')
}

export function clipTo(frame: Frame, shape: Shape): Shape {
  const clipped = intersect(featureCollection<Shape['geometry']>([shape, bboxPolygon(frame)]))
  return present(clipped, 'clipping')
}

/** What is missing between two shapes that lie less than twice `reach` metres apart. */
function fillGap(settled: Shape, shape: Shape, reach: number): Shape {
  const grow = (grown: Shape) => present(buffer(grown, reach, { units: 'meters' }), 'buffer')
  const gap = intersect(featureCollection<Shape['geometry']>([grow(settled), grow(shape)]))
  return gap ? unite([shape, gap]) : shape
}

/**
 * The source draws each city at its own resolution, so along a city border outlines overlap and
 * gape. This fits `shape` to what is `settled`: gaps are filled, then whatever overlaps is taken
 * off, so that the common border is the settled one.
 */
export function fitTo(settled: Shape, shape: Shape, reach: number): Shape {
  const filled = reach > 0 ? fillGap(settled, shape, reach) : shape
  return present(difference(featureCollection([filled, settled])), 'difference')
}

/** Rings as we keep them: 6 decimals, not closed, no repeats, interior on the left. */
export function ringsOf({ geometry }: Shape): PolygonRings[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.map((rings) =>
    rings.map((coordinates, index) => {
      const vertices = coordinates.map((position) => roundDegrees(position as LonLat))
      const ring = vertices.filter((vertex, at) => {
        return vertexKey(vertex) !== vertexKey(vertices[(at + 1) % vertices.length]!)
      })
      const isOuter = index === 0
      return ringAreaKm2(ring) > 0 === isOuter ? ring : ring.toReversed()
    }),
  )
}
