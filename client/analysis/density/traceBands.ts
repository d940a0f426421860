import { isobands } from '@turf/turf'
import type { ContourGrid } from './contourGrid.ts'
import { withFastConcat } from './withFastConcat.ts'

/** Vertices one after another in columns and rows of the contour grid, the first again at the end. */
export type GridRing = GeoJSON.Position[]
/** An outer ring, counterclockwise, and its holes, clockwise. */
export type GridPolygon = GridRing[]

/** Relative: far below what a legend shows, far above what doubles lose between two nodes. */
const NUDGE = 1 + 1e-6

/**
 * The nodes as turf reads them. A node that equals a break would let two contours meet in one
 * vertex, which turf cannot tell apart: it is lifted off the break.
 */
function nodeFeatures({ grid, values }: ContourGrid, breaks: readonly number[]) {
  const lifted = new Set(breaks)
  const features: GeoJSON.Feature<GeoJSON.Point, { elevation: number }>[] = []
  for (let row = 0, node = 0; row < grid.rows; row += 1) {
    for (let column = 0; column < grid.columns; column += 1, node += 1) {
      const value = values[node]!
      const elevation = lifted.has(value) ? value * NUDGE : value
      const geometry = { type: 'Point' as const, coordinates: [column, row] }
      features.push({ type: 'Feature', properties: { elevation }, geometry })
    }
  }
  return { type: 'FeatureCollection' as const, features }
}

/** Twice the area, positive when counterclockwise. */
function signedArea(ring: GridRing): number {
  let sum = 0
  for (let at = 1; at < ring.length; at += 1) {
    const [x0, y0] = ring[at - 1] as [number, number]
    const [x1, y1] = ring[at] as [number, number]
    sum += x0 * y1 - x1 * y0
  }
  return sum
}

/** Whether a position lies inside a ring, by the number of edges east of it. */
export function isInRing([x, y]: GeoJSON.Position, ring: GeoJSON.Position[]): boolean {
  let inside = false
  for (let at = 1; at < ring.length; at += 1) {
    const [x0, y0] = ring[at - 1] as [number, number]
    const [x1, y1] = ring[at] as [number, number]
    if (y0 > y! !== y1 > y! && x! < x0 + ((x1 - x0) * (y! - y0)) / (y1 - y0)) inside = !inside
  }
  return inside
}

/**
 * Rings below a tenth of a cell are left out, from the class and from the one within it alike: a
 * hill or hollow between nodes is less than what a contour can know (see `contourStride`), and would
 * be drawn as a stray line.
 */
const LEAST_CELLS = 0.1

/**
 * Holes into the smallest ring around them. turf orders rings by their area on the globe, taking
 * columns and rows for degrees, so that beyond 90 rows it may take a hole for an island; but it
 * keeps the higher ground to the left of every ring, which tells the two apart.
 */
function nestRings(rings: readonly GridRing[]): GridPolygon[] {
  const measured = rings
    .map((ring) => ({ ring, area: signedArea(ring) }))
    .filter(({ area }) => Math.abs(area) >= 2 * LEAST_CELLS)
  const polygons = measured
    .filter(({ area }) => area > 0)
    .sort((first, second) => first.area - second.area)
    .map(({ ring }) => [ring])
  for (const { ring, area } of measured) {
    if (area >= 0) continue
    polygons.find(([outer]) => isInRing(ring[0]!, outer!))?.push(ring)
  }
  return polygons
}

/**
 * The polygons between each break and the next, the last without an upper bound, by turf's
 * isobands; empty for a class that the surface does not reach.
 * @param breaks weight per km², strictly ascending, above 0
 */
export function traceBands(contour: ContourGrid, breaks: readonly number[]): GridPolygon[][] {
  const peak = contour.values.reduce((most, value) => Math.max(most, value), 0)
  const reached = breaks.filter((lower) => lower <= peak)
  if (reached.length === 0) return breaks.map(() => [])
  const nodes = nodeFeatures(contour, reached)
  const { features } = withFastConcat(() => isobands(nodes, [...reached, Infinity]))
  return breaks.map((_, band) => nestRings(features[band]?.geometry.coordinates.flat() ?? []))
}
