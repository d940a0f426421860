import type { ExportTable } from '../stores/exportables.ts'

/** The rows of a table as features: one concept in both files. Keys are those of the columns. */
export function tableFeatures(
  table: ExportTable,
  geometryOf: (row: number) => GeoJSON.Geometry | null,
): GeoJSON.FeatureCollection<GeoJSON.Geometry> {
  return {
    type: 'FeatureCollection',
    features: table.rows.map((row, index) => ({
      type: 'Feature',
      // RFC 7946 § 3.2: a feature without a place has null, which its types here leave out.
      geometry: geometryOf(index) as GeoJSON.Geometry,
      properties: Object.fromEntries(table.columns.map(({ key }, at) => [key, row[at] ?? null])),
    })),
  }
}
