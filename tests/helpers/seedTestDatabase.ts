import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { loadEnvironmentFile } from '../../server/config.ts'
import { openPostgresql } from '../../server/db/postgresql.ts'
import { loadDemo } from '../../server/demo/loadDemo.ts'
import { prepareDatabase } from '../../server/prepareDatabase.ts'
import { ensureTemplate, TEST_DAY } from './databaseTemplate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the PostgreSQL that the API tests use, or null for the embedded database. */
    databaseUrl: string | null
    /** Data folder whose copies the tests open; null with PostgreSQL. */
    templateFolder: string | null
    /** Where they may put what they need; it is removed after the last test. */
    temporaryFolder: string
  }
}

/**
 * Runs once before the API tests: a seeded database of the kind that is tested. `npm test` tests the
 * embedded one, whatever the environment says; `npm run test:postgis` sets TEST_POSTGIS.
 */
export default async function seedTestDatabase(project: TestProject): Promise<() => Promise<void>> {
  loadEnvironmentFile()
  const url = process.env.TEST_POSTGIS ? (process.env.TEST_DATABASE_URL ?? null) : null
  project.provide('databaseUrl', url)
  project.provide('templateFolder', url === null ? await ensureTemplate() : null)
  if (url !== null) await seedPostgresql(url)
  const temporaryFolder = await mkdtemp(path.join(os.tmpdir(), 'longgang-test-'))
  project.provide('temporaryFolder', temporaryFolder)
  return () => rm(temporaryFolder, { recursive: true, force: true, maxRetries: 10 })
}

async function seedPostgresql(url: string): Promise<void> {
  const db = await openPostgresql({ url })
  try {
    await prepareDatabase(db, { demoAsOf: TEST_DAY }, () => undefined)
    await loadDemo(db, { asOfDay: TEST_DAY }, () => undefined)
  } finally {
    await db.close()
  }
}
