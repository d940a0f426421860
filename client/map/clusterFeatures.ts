import type { Marks } from '../analysis/marks.ts'

const made = new WeakMap<Marks, GeoJSON.FeatureCollection>()

/** Clusters for the symbol layer that writes their numbers; the same object for the same marks. */
export function clusterFeatures(marks: Marks): GeoJSON.FeatureCollection {
  const known = made.get(marks)
  if (known) return known
  const features: GeoJSON.FeatureCollection = {
    type: 'FeatureCollection',
    features: marks.clusters.map(({ longitude, latitude, count, highest }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: { count, level: highest },
    })),
  }
  made.set(marks, features)
  return features
}
