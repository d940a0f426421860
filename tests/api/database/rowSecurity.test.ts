import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#data/domain/roles'
import { DISTRICT_VIEWER } from '#data/domain/roles'
import { as } from '../../../server/db/actor.ts'
import type { Db, Queryable } from '../../../server/db/Db.ts'
import { openTestDatabase } from '../../helpers/testDatabase.ts'

const AREA_TABLES = [
  'parks',
  'park_features',
  'enterprises',
  'facilities',
  'risk_points',
  'hazard_sources',
  'hazard_source_substances',
]
const OPEN_TABLES = ['areas', 'data_set']
/** 平湖街道; its neighbour in the order of codes is 440307004. */
const STREET = '440307003'

const areaViewer = (scope: string): Actor => ({ name: 'tester', role: 'areaViewer', scope })

async function count(database: Queryable, table: string, scope = ''): Promise<unknown> {
  const condition = scope ? 'WHERE left(area_code, $1) = $2' : ''
  const parameters = scope ? [scope.length, scope] : []
  const [row] = await database.query(`SELECT count(*) FROM ${table} ${condition}`, parameters)
  return row?.count
}

describe('row security', () => {
  let db: Db
  beforeAll(async () => {
    db = await openTestDatabase()
  })

  it.each(AREA_TABLES)('shows the area role its own part of %s', async (table) => {
    for (const scope of [STREET, `${STREET}002`, '440307']) {
      const seen = await as(db, areaViewer(scope), (transaction) => count(transaction, table))
      expect(seen).toBe(await count(db, table, scope))
    }
    expect(await count(db, table, STREET)).toBeGreaterThan(0)
    expect(await count(db, table, STREET)).toBeLessThan((await count(db, table)) as number)
  })

  it.each([...AREA_TABLES, ...OPEN_TABLES])('shows the district role all of %s', async (table) => {
    const seen = await as(db, DISTRICT_VIEWER, (transaction) => count(transaction, table))
    expect(seen).toBe(await count(db, table))
  })

  it.each(OPEN_TABLES)('shows the area role all of %s', async (table) => {
    const seen = await as(db, areaViewer(STREET), (transaction) => count(transaction, table))
    expect(seen).toBe(await count(db, table))
  })

  it.each([
    ['unset', `SELECT set_config('role', 'longgang_area', true)`],
    [
      'empty',
      `SELECT set_config('role', 'longgang_area', true), set_config('app.area_scope', '', true)`,
    ],
  ])('shows nothing to the area role whose scope is %s', async (_, become) => {
    await db.transaction(async (transaction) => {
      await transaction.query(become)
      for (const table of AREA_TABLES) expect(await count(transaction, table)).toBe(0)
    })
  })

  it.each([DISTRICT_VIEWER, areaViewer(STREET)])('refuses every write of $role', async (actor) => {
    const writes = [
      ...[...AREA_TABLES, ...OPEN_TABLES, 'change_feed'].map((table) => `DELETE FROM ${table}`),
      `UPDATE parks SET area_code = '${STREET}002'`,
      `UPDATE risk_points SET level = 4`,
      `INSERT INTO change_feed (entity, operation) VALUES ('park', 'delete')`,
      'TRUNCATE risk_points CASCADE',
    ]
    for (const sql of writes) {
      const write = as(db, actor, (transaction) => transaction.query(sql))
      await expect(write, sql).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('ends with the transaction', async () => {
    const state = `SELECT current_user AS role,
      coalesce(current_setting('app.area_scope', true), '') AS scope,
      current_setting('TimeZone') AS zone`
    const before = await db.query(state)
    const inside = await as(db, areaViewer(STREET), (transaction) => transaction.query(state))
    expect(inside).toEqual([{ role: 'longgang_area', scope: STREET, zone: 'Asia/Shanghai' }])
    expect(await db.query(state)).toEqual([{ ...before[0], scope: '' }])
  })

  it('is on for every table of the product', async () => {
    const unprotected = await db.query(
      `SELECT relname AS table FROM pg_class
       WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT relrowsecurity
       ORDER BY relname`,
    )
    expect(unprotected).toEqual([{ table: 'schema_version' }, { table: 'spatial_ref_sys' }])
  })
})
