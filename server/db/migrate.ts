import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import Postgrator from 'postgrator'
import { PROJECT_FOLDER } from '../projectFolder.ts'
import { StartupError } from '../StartupError.ts'
import { DatabaseError } from './DatabaseError.ts'
import type { Db, Queryable } from './Db.ts'
import { lockMigrations } from './migrate.queries.ts'

export const MIGRATIONS_FOLDER = path.join(PROJECT_FOLDER, 'data', 'migrations')
const TIMEOUT_MILLISECONDS = 600_000
/** insufficient_privilege, feature_not_supported: the migrations say themselves what to do. */
const EXPLAINED = new Set(['42501', '0A000'])

/** Postgrator for files named `NNNN-name.sql`: steps go forward only, so no `.do.` in their names. */
class Migrator extends Postgrator {
  migrations: Postgrator.Migration[] = []

  override async getMigrations(): Promise<Postgrator.Migration[]> {
    const names = (await readdir(MIGRATIONS_FOLDER)).filter((name) => name.endsWith('.sql')).sort()
    this.migrations = names.map(readMigration)
    return this.migrations
  }
}

function readMigration(fileName: string): Postgrator.Migration {
  const match = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(fileName)
  if (!match) throw new Error(`${fileName} is not named like 0001-what-it-does.sql`)
  const filename = path.join(MIGRATIONS_FOLDER, fileName)
  // A checkout on Windows has other line ends and the same migration.
  const sql = readFileSync(filename, 'utf8').replaceAll('\r\n', '\n')
  return {
    version: Number(match[1]),
    action: 'do',
    name: match[2] ?? '',
    filename,
    md5: createHash('md5').update(sql).digest('hex'),
    getSql: () => sql,
  }
}

async function runMigrations(transaction: Queryable): Promise<string[]> {
  await lockMigrations(transaction)
  const migrator = new Migrator({
    driver: 'pg',
    schemaTable: 'schema_version',
    execQuery: async (sql) => ({ rows: await transaction.query(sql) }),
  })
  const applied = await migrator.migrate('max')
  const [known, found] = [await migrator.getMaxVersion(), await migrator.getDatabaseVersion()]
  if (found > known) {
    throw new StartupError(
      `The database has the schema ${found} of a newer version; this one knows ${known}: update it.`,
    )
  }
  return applied.map(({ filename }) => path.basename(filename))
}

/**
 * Brings the schema up to date in one transaction: all of it or nothing.
 * @returns names of the migrations that ran
 * @throws StartupError when the owner lacks a right or the database belongs to a newer version
 */
export async function migrate(db: Db): Promise<string[]> {
  try {
    return await db.transaction(runMigrations, { timeoutMilliseconds: TIMEOUT_MILLISECONDS })
  } catch (error) {
    if (error instanceof DatabaseError && EXPLAINED.has(error.code)) {
      throw new StartupError(error.message, { cause: error })
    }
    throw error
  }
}
