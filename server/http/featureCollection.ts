type Feature<G, P> = { type: 'Feature'; geometry: G; properties: P }
export type FeatureCollection<G, P> = { type: 'FeatureCollection'; features: Feature<G, P>[] }

/** Rows with a geometry as GeoJSON; everything else of a row becomes its properties. */
export function featureCollection<G, R extends { geometry: G }>(
  rows: readonly R[],
): FeatureCollection<R['geometry'], Omit<R, 'geometry'>> {
  return {
    type: 'FeatureCollection',
    features: rows.map(({ geometry, ...properties }) => ({
      type: 'Feature',
      geometry,
      properties,
    })),
  }
}
