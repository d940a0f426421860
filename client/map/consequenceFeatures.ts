import { circle, destination } from '@turf/turf'
import type { ConsequenceRing } from '../stores/consequences.ts'

/** Corners of a circle: at 5 km a chord then leaves the circle by 5 m. */
const STEPS = 128
/** Degrees clockwise from north at which the label of each ring stands, so that none meets another. */
const LABEL_BEARINGS = [-35, 40, 140, -140, 90] as const

/**
 * Rings around a position as polygons, the widest first, with a point for the label of each and one
 * for the standing words at the foot of the widest. Rings of no radius are left out.
 */
export function consequenceFeatures(
  { longitude, latitude }: { longitude: number; latitude: number },
  rings: readonly ConsequenceRing[],
  note: string,
): GeoJSON.FeatureCollection {
  const centre = [longitude, latitude]
  const drawn = rings
    .map((ring, rank) => ({ ...ring, rank }))
    .filter(({ radiusMetres }) => radiusMetres > 0)
    .sort((a, b) => b.radiusMetres - a.radiusMetres)
  const at = (radiusMetres: number, bearing: number) =>
    destination(centre, radiusMetres, bearing, { units: 'meters' }).geometry
  const [widest] = drawn
  return {
    type: 'FeatureCollection',
    features: [
      ...drawn.map(({ radiusMetres, rank }) =>
        circle(centre, radiusMetres, {
          steps: STEPS,
          units: 'meters',
          properties: { kind: 'ring', rank, radiusMetres },
        }),
      ),
      ...drawn.map(({ label, radiusMetres, rank }) => ({
        type: 'Feature' as const,
        geometry: at(radiusMetres, LABEL_BEARINGS[rank % LABEL_BEARINGS.length] ?? 0),
        properties: { kind: 'label', rank, text: label },
      })),
      ...(widest
        ? [
            {
              type: 'Feature' as const,
              geometry: at(widest.radiusMetres, 180),
              properties: { kind: 'note', rank: widest.rank, text: note },
            },
          ]
        : []),
    ],
  }
}
