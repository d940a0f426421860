import { loadEnvironmentFile, readConfig } from '../server/config.ts'
import { migrate } from '../server/db/migrate.ts'
import { openDb } from '../server/db/openDb.ts'
import { loadDemo } from '../server/demo/loadDemo.ts'
import { loadGeography } from '../server/demo/loadGeography.ts'
import { parseSeedOptions } from './parseSeedOptions.ts'
import { run } from './run.ts'

await run(async () => {
  const { riskPoints, seed } = parseSeedOptions(process.argv.slice(2))
  loadEnvironmentFile()
  const config = readConfig()
  const began = Date.now()
  const db = await openDb(config, console.warn)
  try {
    await migrate(db)
    await loadGeography(db)
    await loadDemo(db, { asOfDay: config.demoAsOf, seed, riskPoints }, (loaded, total) => {
      const seconds = Math.round((Date.now() - began) / 1000)
      console.log(`${loaded} of ${total} risk points loaded after ${seconds} s.`)
    })
    console.log(`The demo data set is loaded (${Math.round((Date.now() - began) / 1000)} s).`)
  } finally {
    await db.close()
  }
})
