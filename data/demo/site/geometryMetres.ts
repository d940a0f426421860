import type { Position } from '../../domain/areas.ts'
import type { SiteGeometry } from '../../domain/parkFeatures.ts'
import { createFrame } from '../plane.ts'
import { lengthOf } from './segments.ts'

/** The length of a line in metres; 0 for anything else. */
export function geometryMetres(geometry: SiteGeometry): number {
  if (geometry.type !== 'LineString') return 0
  return lengthOf(geometry.coordinates.map(createFrame(geometry.coordinates[0]!, 0).toVector))
}

/** A position of a geometry to look at: the point, the middle of the line, that of the corners. */
export function middleOf(geometry: SiteGeometry): Position {
  if (geometry.type === 'Point') return geometry.coordinates
  const positions =
    geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates[0]!.slice(1)
  const mean = (axis: 0 | 1) =>
    positions.reduce((total, position) => total + position[axis], 0) / positions.length
  return [mean(0), mean(1)]
}
