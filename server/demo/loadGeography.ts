import type { Db } from '../db/Db.ts'
import { type GeographicArea, readGeography } from './geography.ts'
import { upsertAreas } from './geography.queries.ts'

const SOURCE = '示意边界，非测绘成果；来源见 data/geography/SOURCES.md'

/**
 * Brings the areas up to date with data/geography.
 * @returns number of areas that are new or changed
 */
export async function loadGeography(db: Db): Promise<number> {
  const areas: GeographicArea[] = await readGeography()
  const changed = await db.transaction((transaction) => upsertAreas(transaction, areas, SOURCE))
  return changed.length
}
