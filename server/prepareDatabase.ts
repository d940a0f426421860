import type { Config } from './config.ts'
import { as } from './db/actor.ts'
import type { Db } from './db/Db.ts'
import { migrate } from './db/migrate.ts'
import { loadDemo } from './demo/loadDemo.ts'
import { loadGeography } from './demo/loadGeography.ts'
import { readDataSet } from './features/dataSet/dataSet.queries.ts'
import { DISTRICT_VIEWER } from '#data/domain/roles'

/** Told what was done, one line a step. */
export type Say = (line: string) => void

/**
 * Schema, areas and, where a newcomer has nothing yet, the demo data. A database that is up to date
 * is left alone.
 */
export async function prepareDatabase(
  db: Db,
  { demoAsOf }: Pick<Config, 'demoAsOf'>,
  say: Say,
): Promise<void> {
  const applied = await migrate(db)
  if (applied.length > 0) say(`Schema: ${applied.length} migrations applied.`)
  const areas = await loadGeography(db)
  if (areas > 0) say(`Areas: ${areas} loaded (schematic boundaries).`)
  if ((await as(db, DISTRICT_VIEWER, readDataSet)) !== null) return
  if (db.kind === 'postgresql') {
    say('The database holds no parks yet: `npm run seed` loads the demo data set.')
    return
  }
  await loadDemo(db, { asOfDay: demoAsOf }, (loaded, total) =>
    say(`Demo data (fictitious): ${loaded} of ${total} risk points loaded.`),
  )
}
