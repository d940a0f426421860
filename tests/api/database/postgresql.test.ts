import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Db } from '../../../server/db/Db.ts'
import { openPostgresql } from '../../../server/db/postgresql.ts'

describe.skipIf(inject('databaseUrl') === null)('PostgreSQL', () => {
  let db: Db
  beforeAll(async () => {
    db = await openPostgresql({ url: inject('databaseUrl') ?? '', maximumConnections: 3 })
  })
  afterAll(() => db.close())

  it('is used by an owner who is not a superuser', async () => {
    const [row] = await db.query('SELECT rolsuper FROM pg_roles WHERE rolname = current_user')
    expect(row).toEqual({ rolsuper: false })
  })

  it('cancels a statement at the deadline of its transaction', async () => {
    const began = Date.now()
    const slow = db.transaction((transaction) => transaction.query('SELECT pg_sleep(20)'), {
      timeoutMilliseconds: 200,
    })
    await expect(slow).rejects.toMatchObject({ code: '57014' })
    expect(Date.now() - began).toBeLessThan(3_000)
  })

  it('survives connections that the server ends, in the middle of a transaction too', async () => {
    const broken = db.transaction(async (transaction) => {
      const [row] = await transaction.query('SELECT pg_backend_pid() AS pid')
      await endConnection(row?.pid)
      await wait(100)
      return transaction.query('SELECT 1')
    })
    await expect(broken).rejects.toMatchObject({ name: 'DatabaseError' })
    expect(await Promise.all([1, 2, 3, 4].map(() => db.query('SELECT 1 AS one')))).toHaveLength(4)
  })

  /** From another pool: inside a transaction the database itself may not be used. */
  async function endConnection(pid: unknown): Promise<void> {
    const other = await openPostgresql({ url: inject('databaseUrl') ?? '' })
    await other.query('SELECT pg_terminate_backend($1)', [pid])
    await other.close()
  }

  it('leaves no setting behind on a connection', async () => {
    await db.transaction((transaction) => transaction.query('SELECT 1'), {
      timeoutMilliseconds: 1_234,
    })
    const settings = await Promise.all(
      [1, 2, 3].map(() =>
        db.query(`SELECT setting, reset_val FROM pg_settings
        WHERE name = 'idle_in_transaction_session_timeout'`),
      ),
    )
    for (const [row] of settings) expect(row).toMatchObject({ setting: '60000', reset_val: '0' })
  })
})
