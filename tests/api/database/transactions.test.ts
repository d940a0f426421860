import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Db, Queryable } from '../../../server/db/Db.ts'
import { openTestDatabase } from '../../helpers/testDatabase.ts'

const INSERT = `INSERT INTO facilities (code, kind, name, area_code, geom, fictitious)
  VALUES ($1, 'shelter', '测试', '440307', ST_SetSRID(ST_MakePoint(114.2, 22.7), 4326), true)`

describe('transactions', () => {
  let db: Db
  beforeAll(async () => {
    db = await openTestDatabase()
  })

  const countTests = async (): Promise<unknown> =>
    (await db.query(`SELECT count(*) FROM facilities WHERE code LIKE 'TEST-%'`))[0]?.count

  it('leaves no trace when it throws', async () => {
    const failing = db.transaction(async (transaction) => {
      await transaction.query(INSERT, ['TEST-THROWN'])
      throw new Error('Kaboom!')
    })
    await expect(failing).rejects.toThrow('Kaboom!')
    expect(await countTests()).toBe(0)
  })

  it('leaves no trace, and says so, when a failed statement was swallowed', async () => {
    const swallowing = db.transaction(async (transaction) => {
      await transaction.query(INSERT, ['TEST-SWALLOWED'])
      await transaction.query('SELECT * FROM nowhere').catch(() => undefined)
    })
    await expect(swallowing).rejects.toMatchObject({ code: '25P02' })
    expect(await countTests()).toBe(0)
  })

  it('is given up at its deadline and leaves no trace', async () => {
    let late: Promise<unknown> = Promise.resolve()
    const slow = db.transaction(
      async (transaction) => {
        await transaction.query(INSERT, ['TEST-SLOW'])
        late = wait(400).then(() => transaction.query(INSERT, ['TEST-LATE']))
        late.catch(() => undefined)
        await late
      },
      { timeoutMilliseconds: 200 },
    )
    await expect(slow).rejects.toMatchObject({ name: 'DatabaseError', code: '57014' })
    await expect(late).rejects.toThrow('may not be used any more')
    expect(await countTests()).toBe(0)
  })

  it('refuses its handle after its end', async () => {
    const handle = await db.transaction((transaction) => Promise.resolve(transaction))
    await expect(handle.query('SELECT 1')).rejects.toThrow('may not be used any more')
  })

  it('refuses the database inside a transaction, where it would wait for itself', async () => {
    const nested = db.transaction(() => db.query('SELECT 1'))
    await expect(nested).rejects.toThrow('only its own handle')
    expect(await db.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('runs the statements of a handle in their order', async () => {
    const results = await db.transaction((transaction: Queryable) =>
      Promise.all([1, 2, 3].map((value) => transaction.query('SELECT $1::int AS value', [value]))),
    )
    expect(results).toEqual([[{ value: 1 }], [{ value: 2 }], [{ value: 3 }]])
  })

  it('keeps concurrent transactions, failing ones too, apart', async () => {
    const runs = Array.from({ length: 60 }, (_, index) =>
      db
        .transaction(async (transaction) => {
          await transaction.query(`SELECT set_config('app.test', $1, true)`, [String(index)])
          if (index % 3 === 0) await transaction.query('SELECT 1 / 0')
          return transaction.query(`SELECT current_setting('app.test') AS value`)
        })
        .catch((error: { code: string }) => error.code),
    )
    const expected = runs.map((_, index) => (index % 3 === 0 ? '22012' : [{ value: `${index}` }]))
    expect(await Promise.all(runs)).toEqual(expected)
  })

  it('sees one state of the data where it asks for it', async () => {
    const rows = await db.transaction(
      (transaction) => transaction.query('SHOW transaction_isolation'),
      { isolation: 'repeatable read' },
    )
    expect(rows).toEqual([{ transaction_isolation: 'repeatable read' }])
  })
})
