import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_ADMINISTRATOR } from '#data/domain/roles'
import { as } from '../../../server/db/actor.ts'
import type { Queryable } from '../../../server/db/Db.ts'
import { listHiddenDangers } from '../../../server/features/hiddenDangers/hiddenDangers.queries.ts'
import { hiddenDangerRecords } from '../http/hiddenDangers/records.ts'
import { serveWritable, type Writable } from '../http/serveWritable.ts'

let api: Writable
let id: number
let code: string
beforeAll(async () => {
  api = await serveWritable()
  ;({ code } = await hiddenDangerRecords(api).inState('rectifying'))
  const [row] = await api.db.query('SELECT id FROM hidden_dangers WHERE code = $1', [code])
  id = row?.id as number
})
afterAll(() => api.close())

/** As the application writes: by its role, in one transaction. */
const write = (run: (transaction: Queryable) => Promise<unknown>) =>
  as(api.db, DEMO_ADMINISTRATOR, run)
const event = (sequence: number, toState: string) =>
  [
    `INSERT INTO hidden_danger_events (hidden_danger_id, sequence, area_code, action, from_state,
       to_state, at, by)
     SELECT id, $2, area_code, 'control', state, $3, now(), '试验' FROM hidden_dangers
     WHERE id = $1`,
    [id, sequence, toState],
  ] as const
const standsAt = async () =>
  (await api.db.query('SELECT state, version FROM hidden_dangers WHERE id = $1', [id]))[0]

describe('state and events cannot part', () => {
  test.each([
    [`UPDATE hidden_dangers SET state = 'pendingClosure' WHERE id = $1`],
    [`UPDATE hidden_dangers SET version = version + 1 WHERE id = $1`],
    [
      `UPDATE hidden_dangers SET state = 'closed', closed_at = now() + interval '1 year',
         version = version + 1 WHERE id = $1`,
    ],
  ])('%s without an event is refused at commit', async (sql) => {
    let ran = false
    const change = write(async (transaction) => {
      await transaction.query(sql, [id])
      ran = true
    })
    await expect(change).rejects.toMatchObject({ code: '23000' })
    // Not by the statement: it is judged when all of the transaction is there.
    expect(ran).toBe(true)
    expect(await standsAt()).toEqual({ state: 'rectifying', version: 3 })
  })

  test('an event that leads elsewhere than the record is refused too', async () => {
    const change = write(async (transaction) => {
      await transaction.query(...event(4, 'pendingReview'))
      await transaction.query('UPDATE hidden_dangers SET version = 4 WHERE id = $1', [id])
    })
    await expect(change).rejects.toMatchObject({ code: '23000' })
  })

  test('an event that its record does not follow is refused at commit', async () => {
    const change = write((transaction) => transaction.query(...event(4, 'rectifying')))
    await expect(change).rejects.toMatchObject({ code: '23000' })
    expect(await standsAt()).toEqual({ state: 'rectifying', version: 3 })
  })

  test('the same step twice is refused by its number', async () => {
    const change = write((transaction) => transaction.query(...event(3, 'rectifying')))
    await expect(change).rejects.toMatchObject({ code: '23505' })
  })

  test('a record without its first event is refused', async () => {
    const copy = write((transaction) =>
      transaction.query(
        `INSERT INTO hidden_dangers (code, area_code, park_code, source, category, location,
           description, severity, state, handling_level, found_on, registered_by,
           registered_department, registered_at, deadline, fictitious, search_key)
         SELECT 'HD-COPY', area_code, park_code, source, category, location, description, severity,
           state, handling_level, found_on, registered_by, registered_department, registered_at,
           deadline, fictitious, search_key FROM hidden_dangers WHERE id = $1`,
        [id],
      ),
    )
    await expect(copy).rejects.toMatchObject({ code: '23000' })
  })
})

describe('the list reads its first page by an index', () => {
  test.each([
    ['latest', 'hidden_dangers_latest'],
    ['deadline', 'hidden_dangers_due'],
  ] as const)('in the order %s: %s', async (order, index) => {
    const plan: unknown[] = []
    const explaining = {
      query: async (sql: string, parameters?: readonly unknown[]) => {
        plan.push(...(await api.db.query(`EXPLAIN ${sql}`, parameters)))
        return []
      },
    } as unknown as Queryable
    await listHiddenDangers(explaining, {}, { order, start: null, limit: 51 }, api.today)
    expect(JSON.stringify(plan)).toContain(index)
  })
})

describe('what was written once stays', () => {
  test.each([
    `UPDATE hidden_danger_events SET by = '别人'`,
    'DELETE FROM hidden_danger_events',
    'DELETE FROM hidden_dangers',
    'UPDATE hidden_dangers SET registered_at = now()',
    `UPDATE hidden_dangers SET found_on = '2026-01-01'`,
    `UPDATE hidden_dangers SET source = 'selfReport'`,
    'UPDATE hidden_dangers SET on_the_spot = true',
    `UPDATE hidden_dangers SET code = 'HD-OTHER'`,
    'UPDATE hidden_dangers SET check_id = NULL',
    `UPDATE hidden_dangers SET registered_by = '别人'`,
    `UPDATE checks SET outcome = 'nothingFound'`,
    'DELETE FROM checks',
    'UPDATE check_plan_items SET planned_at = now()',
    'DELETE FROM check_plan_items',
    `UPDATE photos SET uploaded_by = '别人'`,
    'DELETE FROM photos',
    `UPDATE idempotency_keys SET answer = '{}'`,
    'DELETE FROM idempotency_keys',
    'TRUNCATE hidden_danger_events',
    'ALTER TABLE hidden_dangers DISABLE TRIGGER follow_events',
  ])('%s is refused to the application', async (sql) => {
    const change = write((transaction) => transaction.query(sql))
    await expect(change).rejects.toMatchObject({ code: '42501' })
  })

  test('the reader writes nothing at all', async () => {
    const reader = { ...DEMO_ADMINISTRATOR, role: 'districtViewer' } as const
    const change = as(api.db, reader, (transaction) => transaction.query(...event(4, 'rectifying')))
    await expect(change).rejects.toMatchObject({ code: '42501' })
  })

  test('nobody writes outside the area they answer for', async () => {
    const elsewhere = { ...DEMO_ADMINISTRATOR, scope: '440307999' }
    const rows = await as(api.db, elsewhere, (transaction) =>
      transaction.query(`UPDATE hidden_dangers SET location = '别处' WHERE id = $1 RETURNING id`, [
        id,
      ]),
    )
    expect(rows).toEqual([])
    const change = as(api.db, elsewhere, (transaction) =>
      transaction.query(...event(4, 'rectifying')),
    )
    await expect(change).rejects.toMatchObject({ code: '42501' })
  })
})
