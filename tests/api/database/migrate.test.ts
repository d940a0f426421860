import { readdir } from 'node:fs/promises'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../server/db/Db.ts'
import { migrate, MIGRATIONS_FOLDER } from '../../../server/db/migrate.ts'
import { loadDemo } from '../../../server/demo/loadDemo.ts'
import { loadGeography } from '../../../server/demo/loadGeography.ts'
import { openTestDatabase } from '../../helpers/testDatabase.ts'

describe('migrate', () => {
  let db: Db
  beforeAll(async () => {
    db = await openTestDatabase()
  })
  afterEach(() => db.query('DELETE FROM schema_version WHERE version > 9000'))

  it('does nothing to a schema that is up to date', async () => {
    expect(await migrate(db)).toEqual([])
    const [row] = await db.query('SELECT count(*) FROM schema_version WHERE version > 0')
    expect(row?.count).toBe((await readdir(MIGRATIONS_FOLDER)).length)
  })

  it('refuses a database of a newer version in a sentence', async () => {
    await db.query('INSERT INTO schema_version (version) VALUES (9001)')
    await expect(migrate(db)).rejects.toMatchObject({
      name: 'StartupError',
      message: expect.stringContaining('newer version') as string,
    })
  })

  it('runs for two servers at once', async () => {
    expect(await Promise.all([migrate(db), migrate(db)])).toEqual([[], []])
  })
})

describe('loading', () => {
  let db: Db
  beforeAll(async () => {
    db = await openTestDatabase()
  })

  it('leaves areas alone that are the same', async () => {
    expect(await loadGeography(db)).toBe(0)
  })

  it('never replaces records that are not fictitious', async () => {
    const enlist =
      'UPDATE enterprises SET fictitious = $1 WHERE code = (SELECT min(code) FROM enterprises)'
    await db.query(enlist, [false])
    try {
      const loading = loadDemo(db, { asOfDay: '2026-11-23' }, () => undefined)
      await expect(loading).rejects.toMatchObject({
        name: 'StartupError',
        message: expect.stringContaining('1 records that are not fictitious') as string,
      })
    } finally {
      await db.query(enlist, [true])
    }
    expect((await db.query('SELECT count(*) FROM risk_points'))[0]?.count).toBe(12_480)
  })
})
