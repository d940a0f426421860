import { beforeAll, describe, expect, it } from 'vitest'
import { DEMO_ADMINISTRATOR, DISTRICT_VIEWER, type Actor } from '#data/domain/roles'
import { as } from '../../../server/db/actor.ts'
import type { Db, Queryable } from '../../../server/db/Db.ts'
import { openTestDatabase } from '../../helpers/testDatabase.ts'

const ROLL_BACK = new Error('roll back')
const STREET_ADMINISTRATOR: Actor = { ...DEMO_ADMINISTRATOR, scope: '440307003' }

describe('versions of records', () => {
  let db: Db
  let point: { id: number; code: string; version: number }
  beforeAll(async () => {
    db = await openTestDatabase()
    const [row] = await db.query(
      `SELECT id, code, version FROM risk_points WHERE area_code LIKE '440307003%' ORDER BY id LIMIT 1`,
    )
    point = row as typeof point
  })

  /** Runs as somebody and takes everything back. */
  async function tried<T>(
    run: (transaction: Queryable) => Promise<T>,
    actor: Actor = DEMO_ADMINISTRATOR,
  ): Promise<T> {
    let result: T | undefined
    await as(db, actor, async (transaction) => {
      result = await run(transaction)
      throw ROLL_BACK
    }).catch((error: unknown) => {
      if (error !== ROLL_BACK) throw error
    })
    return result as T
  }

  const rename = (transaction: Queryable, name: string) =>
    transaction.query(
      `UPDATE risk_points SET name = $2, valid_from = now(), changed_by = 'tester',
         change_kind = 'edit' WHERE id = $1`,
      [point.id, name],
    )
  const versionsOf = (transaction: Queryable) =>
    transaction.query(
      `SELECT version.version, version.valid_to > version.valid_from AS ordered,
         past.name, ST_AsEWKB(past.geom) = ST_AsEWKB(point.geom) AS "sameGeometry"
       FROM record_versions AS version
       CROSS JOIN LATERAL jsonb_populate_record(NULL::risk_points, version.record) AS past
       JOIN risk_points AS point ON point.code = version.code
       WHERE version.entity = 'riskPoint' AND version.code = $1 ORDER BY version.version`,
      [point.code],
    )

  it('keep the row that an update replaces, to the last bit of its position', async () => {
    const kept = await tried(async (transaction) => {
      await rename(transaction, 'one')
      await rename(transaction, 'two')
      return versionsOf(transaction)
    })
    expect(kept).toMatchObject([
      { version: 1, ordered: true, sameGeometry: true },
      { version: 2, ordered: true, name: 'one', sameGeometry: true },
    ])
  })

  it('are made by a hand at the database too, which names no change', async () => {
    await db
      .transaction(async (transaction) => {
        await transaction.query(`UPDATE risk_points SET name = 'by hand' WHERE id = $1`, [point.id])
        const [row] = await transaction.query(
          'SELECT version, changed_by AS by, session_user AS session FROM risk_points WHERE id = $1',
          [point.id],
        )
        expect(row).toMatchObject({ version: point.version + 1, by: row?.session })
        expect(await versionsOf(transaction)).toHaveLength(1)
        throw ROLL_BACK
      })
      .catch((error: unknown) => expect(error).toBe(ROLL_BACK))
  })

  it('are not made where nothing changes, nor while a data set is loaded', async () => {
    const kept = await tried(async (transaction) => {
      await transaction.query('UPDATE risk_points SET name = name WHERE id = $1', [point.id])
      await transaction.query(`SELECT set_config('app.bulk_load', 'on', true)`)
      await rename(transaction, 'bulk')
      return versionsOf(transaction)
    })
    expect(kept).toEqual([])
  })

  it.each([
    `DELETE FROM record_versions`,
    `UPDATE record_versions SET record = '{}'`,
    `INSERT INTO record_versions (entity, code, version, area_code, valid_from, valid_to, record)
     VALUES ('riskPoint', 'X', 1, '440307003002', now(), now() + interval '1 day', '{}')`,
    'DELETE FROM risk_points',
    'DELETE FROM enterprises',
    'DELETE FROM downgrade_requests',
    `UPDATE parks SET name = 'x'`,
    `UPDATE areas SET name = 'x'`,
    `INSERT INTO change_feed (entity, operation) VALUES ('park', 'delete')`,
  ])('the administrator may not: %s', async (sql) => {
    await expect(tried((transaction) => transaction.query(sql))).rejects.toMatchObject({
      code: '42501',
    })
  })

  it('an administrator of a street writes in it and nowhere else', async () => {
    const update = `UPDATE risk_points SET name = 'x' WHERE area_code LIKE $1 RETURNING id`
    const own = await tried(
      (transaction) => transaction.query(update, ['440307003%']),
      STREET_ADMINISTRATOR,
    )
    expect(own.length).toBeGreaterThan(1000)
    const others = await tried(
      (transaction) => transaction.query(update, ['440307006%']),
      STREET_ADMINISTRATOR,
    )
    expect(others).toEqual([])
  })

  it('who only reads may write no record of any kind', async () => {
    for (const table of ['risk_points', 'hazard_sources', 'enterprises', 'error_reports']) {
      const write = as(db, DISTRICT_VIEWER, (transaction) =>
        transaction.query(`UPDATE ${table} SET area_code = area_code`),
      )
      await expect(write, table).rejects.toMatchObject({ code: '42501' })
    }
  })
})
