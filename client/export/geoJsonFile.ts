import { rewind, truncate } from '@turf/turf'
import type { Exportable } from '../stores/exportables.ts'

/** Six decimals are a tenth of a metre, finer than any position here. */
const DECIMALS = 6

/** What the file says of itself, a foreign member as RFC 7946 § 6.1 allows. */
export type FileMetadata = Pick<Exportable, 'title' | 'asOf' | 'source' | 'fictitious'> & {
  day: string | null
  unit: string | null
  notes: readonly string[]
}

/**
 * A GeoJSON text after RFC 7946: degrees WGS84 without a `crs`, outer rings counterclockwise, and
 * features without a position with a null geometry, so that none is lost.
 */
export function geoJsonFile(
  collection: GeoJSON.FeatureCollection<GeoJSON.Geometry | null>,
  metadata: FileMetadata,
): string {
  const features = collection.features.map((feature) => {
    const { id, properties, geometry } = feature
    const fixed = geometry && truncate(rewound(geometry), { precision: DECIMALS, coordinates: 2 })
    return { type: 'Feature', ...(id === undefined ? {} : { id }), geometry: fixed, properties }
  })
  return JSON.stringify({ type: 'FeatureCollection', metadata, features })
}

/** turf leaves points and lines as they are, but does not take collections of geometries. */
function rewound(geometry: GeoJSON.Geometry): GeoJSON.Geometry {
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
  return isArea ? (rewind(geometry) as GeoJSON.Geometry) : geometry
}
