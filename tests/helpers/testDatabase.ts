import { cp, mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { inject } from 'vitest'
import type { Db } from '../../server/db/Db.ts'
import { openEmbedded } from '../../server/db/embedded.ts'
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
