import { loadEnvironmentFile, readConfig } from '../server/config.ts'
import { migrate } from '../server/db/migrate.ts'
import { openDb } from '../server/db/openDb.ts'
import { run } from './run.ts'

await run(async () => {
  loadEnvironmentFile()
  const db = await openDb(readConfig(), console.warn)
  try {
    const applied = await migrate(db)
    console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Nothing to migrate.')
  } finally {
    await db.close()
  }
})
