import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Config, loadEnvironmentFile, readConfig } from '../server/config.ts'
import { openDb } from '../server/db/openDb.ts'
import { requireFreePort } from '../server/port.ts'
import { prepareDatabase } from '../server/prepareDatabase.ts'
import { PROJECT_FOLDER } from '../server/projectFolder.ts'
import { buildPart, findStaleParts, type Part, PARTS } from './buildParts.ts'
import { run } from './run.ts'

const ORPHAN_CHECK_MILLISECONDS = 500

const began = Date.now()
const say = (line: string): void =>
  console.log(`[${((Date.now() - began) / 1000).toFixed(1).padStart(4)} s] ${line}`)

async function build(part: Part): Promise<void> {
  say(`Building the ${part} …`)
  await buildPart(part)
  say(`The ${part} is built.`)
}

/** A first start creates the database while Vite builds; each takes some ten seconds. */
async function createDatabase(config: Config): Promise<void> {
  const folder = path.join(config.dataFolder, 'database', 'PG_VERSION')
  if (config.databaseUrl !== null || existsSync(folder)) return
  say(`Creating the embedded database in ${config.dataFolder} …`)
  const db = await openDb(config, say)
  try {
    await prepareDatabase(db, config, say)
  } finally {
    await db.close()
  }
  say('The database is created.')
}

/** Who ends npm alone ends its shell, and nobody tells us. */
function stopWithNpm(): void {
  const shell = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, ORPHAN_CHECK_MILLISECONDS)
  timer.unref()
}

await run(async () => {
  if (process.env.npm_lifecycle_event === 'start') stopWithNpm()
  loadEnvironmentFile()
  process.env.NODE_ENV ||= 'production'
  const config = readConfig()
  await requireFreePort(config)
  const stale = await findStaleParts()
  if (stale.length > 0) await Promise.all([createDatabase(config), ...stale.map(build)])
  await import(pathToFileURL(path.join(PROJECT_FOLDER, PARTS.server.result)).href)
})
