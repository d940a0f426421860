import { beforeAll, describe, expect, it } from 'vitest'
import { DEMO_ADMINISTRATOR, DISTRICT_VIEWER, type Actor } from '#data/domain/roles'
import { as } from '../../../server/db/actor.ts'
import type { Db, Queryable } from '../../../server/db/Db.ts'
import { openTestDatabase } from '../../helpers/testDatabase.ts'

const ROLL_BACK = new Error('roll back')
const TABLES = [
  ['park_rectifications', 'rectification'],
  ['rectification_photos', 'rectificationPhoto'],
  ['park_exchanges', 'parkExchange'],
  ['park_tours', 'parkTour'],
] as const

type Place = { code: string; area: string }

/** A row in each table, of one park. */
async function writeEach(transaction: Queryable, { code, area }: Place): Promise<void> {
  const [row] = await transaction.query(
    `INSERT INTO park_rectifications (park_code, area_code, aspect, problem, measure, found_on,
       registered_by, registered_at)
     VALUES ($1, $2, 'site', '行级安全', '测试', '2026-01-01', 'tester', now()) RETURNING id`,
    [code, area],
  )
  await transaction.query(
    `INSERT INTO rectification_photos (rectification_id, area_code, side, media_type, width, height,
       content, sha256, uploaded_by, uploaded_at)
     VALUES ($1, $2, 'before', 'image/png', 1, 1, '\\x00', 'x', 'tester', now())`,
    [row?.id, area],
  )
  await transaction.query(
    `INSERT INTO park_exchanges (park_code, area_code, kind, held_on, topic, visitors, people,
       registered_by, registered_at)
     VALUES ($1, $2, 'visit', '2026-01-01', '行级安全', '测试', 1, 'tester', now())`,
    [code, area],
  )
  await transaction.query(
    `INSERT INTO park_tours (park_code, area_code, steps, changed_by, changed_at)
     VALUES ($1, $2, '[]', 'tester', now())`,
    [code, area],
  )
}

describe('row security of what there is to learn', () => {
  let db: Db
  let here: Place
  let there: Place
  beforeAll(async () => {
    db = await openTestDatabase()
    const parks = (await db.query(
      `SELECT code, area_code AS area FROM parks WHERE NOT demonstration ORDER BY code`,
    )) as Place[]
    here = parks[0]!
    there = parks.find(({ area }) => area.slice(0, 9) !== here.area.slice(0, 9))!
  })

  /** Runs on a row of each of two streets, then takes them back. */
  async function withRows(run: (transaction: Queryable) => Promise<void>): Promise<void> {
    await db
      .transaction(async (transaction) => {
        await writeEach(transaction, here)
        await writeEach(transaction, there)
        await run(transaction)
        throw ROLL_BACK
      })
      .catch((error: unknown) => {
        if (error !== ROLL_BACK) throw error
      })
  }

  it.each(TABLES)('%s shows an area its own', async (table) => {
    await withRows(async (transaction) => {
      const street = here.area.slice(0, 9)
      await transaction.query(
        `SELECT set_config('role', 'longgang_area', true), set_config('app.area_scope', $1, true)`,
        [street],
      )
      const rows = await transaction.query(`SELECT area_code AS area FROM ${table}`)
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.every(({ area }) => String(area).startsWith(street))).toBe(true)
      await transaction.query(`SELECT set_config('app.area_scope', '', true)`)
      expect(await transaction.query(`SELECT FROM ${table}`)).toEqual([])
    })
  })

  it.each(TABLES)('%s goes into the change feed', async (_, entity) => {
    await withRows(async (transaction) => {
      const rows = await transaction.query(
        `SELECT area_code AS area FROM change_feed
         WHERE entity = $1 AND transaction_id = pg_current_xact_id_if_assigned()`,
        [entity],
      )
      expect(rows).toEqual([{ area: here.area }, { area: there.area }])
    })
  })

  const viewers: Actor[] = [
    DISTRICT_VIEWER,
    { name: 'tester', role: 'areaViewer', scope: '440307003' },
  ]
  it.each(viewers)('refuses every write of $role', async (actor) => {
    for (const [table] of TABLES) {
      for (const sql of [`DELETE FROM ${table}`, `UPDATE ${table} SET area_code = area_code`]) {
        const write = as(db, actor, (transaction) => transaction.query(sql))
        await expect(write, sql).rejects.toMatchObject({ code: '42501' })
      }
    }
  })

  it('lets the administrator change walks alone', async () => {
    for (const [table] of TABLES) {
      const write = as(db, DEMO_ADMINISTRATOR, (transaction) =>
        transaction.query(`UPDATE ${table} SET area_code = area_code WHERE false`),
      )
      if (table === 'park_tours') await write
      else await expect(write, table).rejects.toMatchObject({ code: '42501' })
    }
  })
})
