import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { neighboursSchema, type NeighboursAnswer } from '#data/contract/responses'
import type { Handlers } from '../../http/endpoint.ts'
import { featureCollection } from '../../http/featureCollection.ts'
import { PROJECT_FOLDER } from '../../projectFolder.ts'
import { listAreas } from './areas.queries.ts'

export function areaHandlers(): Pick<Handlers, 'listAreas' | 'listNeighbours'> {
  let neighbours: Promise<NeighboursAnswer> | undefined
  return {
    listAreas: async ({ query, read }) => {
      const rows = await read((transaction) => listAreas(transaction, query.level ?? null))
      return featureCollection(rows)
    },
    listNeighbours: async () => {
      neighbours ??= readNeighbours()
      return { status: 200, answer: await neighbours }
    },
  }
}

/** They are context that every installation shares, so they come from the file, not the database. */
async function readNeighbours(): Promise<NeighboursAnswer> {
  const path = join(PROJECT_FOLDER, 'data/geography/neighbours.geojson')
  return neighboursSchema.parse(JSON.parse(await readFile(path, 'utf8')))
}
