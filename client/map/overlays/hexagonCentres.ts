type Hexagons<Facts> = GeoJSON.FeatureCollection<GeoJSON.Polygon, Facts>

const made = new WeakMap<object, GeoJSON.FeatureCollection>()

/** The middle of every hexagon, for marks and figures in it; the same object for the same hexagons. */
export function hexagonCentres<Facts extends object>(
  hexagons: Hexagons<Facts>,
): GeoJSON.FeatureCollection {
  const known = made.get(hexagons)
  if (known) return known
  const centres: GeoJSON.FeatureCollection = {
    type: 'FeatureCollection',
    features: hexagons.features.map(({ geometry, properties }) => {
      // Opposite corners: the ring is closed, so the fourth corner faces the first.
      const [first, , , opposite] = geometry.coordinates[0] ?? []
      const middle = [0, 1].map((axis) => ((first?.[axis] ?? 0) + (opposite?.[axis] ?? 0)) / 2)
      return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: middle } }
    }),
  }
  made.set(hexagons, centres)
  return centres
}
