import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import { areaSchema } from '#data/domain/areas'
import { featureCollectionSchema, multiPolygonSchema } from '#data/domain/geojson'
import { PROJECT_FOLDER } from '../projectFolder.ts'

export const GEOGRAPHY_FOLDER = path.join(PROJECT_FOLDER, 'data', 'geography')
/** A parent before its children: the table refers to itself. */
const FILES = ['district.geojson', 'streets.geojson', 'communities.geojson'] as const
const collectionSchema = featureCollectionSchema(multiPolygonSchema, areaSchema)

export type GeographicArea = z.infer<typeof areaSchema> & {
  geometry: z.infer<typeof multiPolygonSchema>
}

/** District, streets and communities as the repository has them. */
export async function readGeography(): Promise<GeographicArea[]> {
  const collections = await Promise.all(
    FILES.map(async (file) => {
      const text = await readFile(path.join(GEOGRAPHY_FOLDER, file), 'utf8')
      return collectionSchema.parse(JSON.parse(text)).features
    }),
  )
  return collections.flat().map(({ properties, geometry }) => ({ ...properties, geometry }))
}
