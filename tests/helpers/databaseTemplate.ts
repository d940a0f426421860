import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { openEmbedded } from '../../server/db/embedded.ts'
import { prepareDatabase } from '../../server/prepareDatabase.ts'
import { PROJECT_FOLDER } from '../../server/projectFolder.ts'

/** The day of the story: its monthly figures are true on no other. */
export const TEST_DAY = '2026-11-23'

const CACHE_FOLDER = path.join(PROJECT_FOLDER, 'node_modules', '.cache', 'test-database')
/** A template takes some 120 MB. */
const KEPT_TEMPLATES = 3
/** Everything that decides what a seeded database holds. */
const SOURCES = [
  'data',
  'server/db',
  'server/demo',
  'server/features/dataSet',
  'server/searchKey.ts',
  'package-lock.json',
]

async function listFiles(source: string): Promise<string[]> {
  const absolute = path.join(PROJECT_FOLDER, source)
  if (path.extname(source)) return [absolute]
  const entries = await readdir(absolute, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of (await Promise.all(SOURCES.map(listFiles))).flat().sort()) {
    hash.update(`\n${file}\n`).update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Leaves the templates that another run of the tests may be copying at this moment. */
async function removeOldTemplates(): Promise<void> {
  const templates = await Promise.all(
    (await readdir(CACHE_FOLDER)).map(async (name) => {
      const folder = path.join(CACHE_FOLDER, name)
      return { folder, used: (await stat(folder)).mtimeMs }
    }),
  )
  const old = templates.sort((a, b) => b.used - a.used).slice(KEPT_TEMPLATES)
  await Promise.all(old.map(({ folder }) => rm(folder, { recursive: true, force: true })))
}

/**
 * A data folder with a migrated and seeded embedded database, which nobody opens: tests open copies.
 * It is made once for a state of the sources, in about 20 s, and kept under node_modules.
 */
export async function ensureTemplate(): Promise<string> {
  const template = path.join(CACHE_FOLDER, await hashSources())
  if (existsSync(template)) {
    await utimes(template, new Date(), new Date())
    return template
  }
  await mkdir(CACHE_FOLDER, { recursive: true })
  await removeOldTemplates()
  const unfinished = await mkdtemp(path.join(CACHE_FOLDER, 'unfinished-'))
  const db = await openEmbedded({ dataFolder: unfinished })
  try {
    await prepareDatabase(db, { demoAsOf: TEST_DAY }, () => undefined)
    await db.query('CHECKPOINT')
  } finally {
    await db.close()
  }
  await rename(unfinished, template)
  return template
}
