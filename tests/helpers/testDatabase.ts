import { cp, mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { inject } from 'vitest'
import type { Db } from '../../server/db/Db.ts'
import { openEmbedded } from '../../server/db/embedded.ts'
import { loadDemo } from '../../server/demo/loadDemo.ts'
import { TEST_DAY } from './databaseTemplate.ts'
import { openPostgresql } from '../../server/db/postgresql.ts'

let shared: Promise<Db> | undefined

/**
 * The seeded database of the API tests, of the kind that is tested. It is opened once and shared by
 * every file: who writes to it undoes that, and nobody closes it.
 */
export function openTestDatabase(): Promise<Db> {
  return (shared ??= open())
}

async function open(): Promise<Db> {
  const url = inject('databaseUrl')
  if (url !== null) return openPostgresql({ url })
  return openEmbedded({ dataFolder: await copyTestFolder() })
}

let writable: Promise<Db> | undefined

/**
 * A seeded database that tests may change; shared by those that do. With PostgreSQL it is the one of
 * all tests: `restore` puts the records back, and must be called after the last test of a file.
 */
export async function openWritableDatabase(): Promise<{ db: Db; restore: () => Promise<void> }> {
  if (inject('databaseUrl') === null) {
    writable ??= copyTestFolder().then((dataFolder) => openEmbedded({ dataFolder }))
    return { db: await writable, restore: () => Promise.resolve() }
  }
  const db = await openTestDatabase()
  return { db, restore: () => loadDemo(db, { asOfDay: TEST_DAY }, () => undefined) }
}

/** An empty folder of one's own. */
export function createTemporaryFolder(): Promise<string> {
  return mkdtemp(path.join(inject('temporaryFolder'), 'folder-'))
}

/** A data folder of one's own with the seeded embedded database. */
export async function copyTestFolder(): Promise<string> {
  const template = inject('templateFolder')
  if (template === null) throw new Error('With PostgreSQL there is no folder to copy')
  const folder = await createTemporaryFolder()
  await cp(template, folder, { recursive: true })
  return folder
}
