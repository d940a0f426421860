import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
const STREET = '440307017'
const find = async (period: string, key: string, area = STREET) => {
  const { items, frozen } = await api.get(
    'getIndicators',
    `/api/indicators?area=${area}&period=${period}`,
  )
  return { item: items.find((item) => item.key === key), frozen }
}

/** A hidden danger of July, entered after the month was frozen. */
const registerLate = () =>
  api.db.transaction(async (transaction) => {
    await transaction.query(`SELECT set_config('app.bulk_load', 'on', true)`)
    await transaction.query(
      `INSERT INTO hidden_dangers (code, area_code, park_code, source, category, location,
         description, severity, state, handling_level, found_on, registered_by,
         registered_department, registered_at, deadline, fictitious, search_key)
       SELECT 'TEST-LATE', area_code, code, 'check', 'fire', '一楼', '通道堆货', 'general',
         'rectifying', 'community', '2026-07-01', '测试', '测试', '2026-07-01T09:00:00+08:00',
         '2026-08-10', true, ''
       FROM parks WHERE area_code LIKE '${STREET}%' ORDER BY code LIMIT 1`,
    )
  })

beforeAll(async () => {
  api = await serveWritable()
}, 120_000)
afterAll(() => api.close(), 120_000)

/** Months that the tests freeze are put back, since PostgreSQL has one database for all files. */
afterAll(async () => {
  await api.db.query(`DELETE FROM month_end_freezes WHERE month < '2026-10-01'`)
  await api.db.query(`DELETE FROM hidden_dangers WHERE code = 'TEST-LATE'`)
})

test('a month that has not ended is refused with the day from which it can be frozen', async () => {
  const problem = await api.refusal('freezeMonth', '/api/freezes', { body: { month: '2026-11' } })
  expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('2026-11-30') })
})

test('a month of which the data tells nothing is refused with the first that can be frozen', async () => {
  const problem = await api.refusal('freezeMonth', '/api/freezes', { body: { month: '2024-10' } })
  expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('2024-11') })
})

test('a frozen month keeps its numbers whatever the data becomes, and is frozen once', async () => {
  const counted = await find('2026-08', 'overdueHiddenDangers')
  expect(counted.frozen).toBeNull()
  await api.send('freezeMonth', '/api/freezes', { body: { month: '2026-08' } })

  await registerLate()
  const frozen = await find('2026-08', 'overdueHiddenDangers')
  expect(frozen.frozen).toMatchObject({ by: '演示管理员' })
  expect(frozen.item?.value).toBe(counted.item?.value)
  expect(frozen.item?.present).toEqual({ value: (counted.item?.value ?? 0) + 1 })
  const later = await find('2026-09', 'overdueHiddenDangers')
  expect(later.item?.previous).toBe(counted.item?.value)

  const again = await api.refusal('freezeMonth', '/api/freezes', { body: { month: '2026-08' } })
  expect(again).toMatchObject({ status: 409, detail: expect.stringContaining('2026-08') })
})

test('two who freeze the same month at once: one of them does', async () => {
  const body = JSON.stringify({ month: '2026-07' })
  const headers = { 'Content-Type': 'application/json' }
  const answers = await Promise.all(
    [1, 2].map(() => api.request('/api/freezes', { method: 'POST', headers, body })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
})

test('a correction stands beside the frozen number with who, when and why', async () => {
  const { item } = await find('2026-08', 'overdueHiddenDangers')
  const address = '/api/freezes/2026-08/corrections'
  const correction = {
    area: STREET,
    indicator: 'overdueHiddenDangers' as const,
    oldValue: item?.value ?? null,
    newValue: 99,
    reason: '与纸面核对后更正',
  }
  await api.send('correctIndicator', address, { body: correction })
  const corrected = await find('2026-08', 'overdueHiddenDangers')
  expect(corrected.item?.value).toBe(item?.value)
  expect(corrected.item?.corrections).toMatchObject([
    { oldValue: item?.value, newValue: 99, by: '演示管理员', reason: '与纸面核对后更正' },
  ])
  const later = await find('2026-09', 'overdueHiddenDangers')
  expect(later.item?.previous).toBe(99)

  const stale = await api.refusal('correctIndicator', address, { body: correction })
  expect([stale.status, stale.detail]).toEqual([409, expect.stringContaining('99')])
  const same = { ...correction, oldValue: 99 }
  expect((await api.refusal('correctIndicator', address, { body: same })).status).toBe(422)
  const unfrozen = '/api/freezes/2026-05/corrections'
  expect((await api.refusal('correctIndicator', unfrozen, { body: correction })).status).toBe(404)
})

test('the parks of a community are not frozen, and the answer says so', async () => {
  const of = async (area: string) =>
    (await api.get('getIndicators', `/api/indicators?area=${area}&period=2026-08`)).childrenFrozen
  expect([await of('440307'), await of(STREET), await of(api.park.areaCode)]).toEqual([
    true,
    true,
    false,
  ])
})

test('a street sees that a month is frozen, and its own numbers of it', async () => {
  const seen = await api.db.transaction(async (transaction) => {
    await transaction.query(`SELECT set_config('app.area_scope', '${STREET}', true)`)
    await transaction.query('SET LOCAL ROLE longgang_area')
    return transaction.query(
      `SELECT (SELECT count(*)::integer FROM month_end_freezes WHERE month = '2026-08-01') AS freezes,
         (SELECT count(DISTINCT left(area_code, 9))::integer FROM frozen_indicators
          WHERE month = '2026-08-01') AS streets`,
    )
  })
  expect(seen).toEqual([{ freezes: 1, streets: 1 }])
})

test('what was frozen and corrected can be changed by nobody who writes', async () => {
  const rights = await api.db.query(
    `SELECT table_name, privilege_type FROM information_schema.role_table_grants
     WHERE grantee = 'longgang_administrator' AND privilege_type NOT IN ('SELECT', 'INSERT')
       AND table_name IN ('month_end_freezes', 'frozen_indicators', 'indicator_corrections',
         'decisions')`,
  )
  expect(rights).toEqual([])
})

test('months that have ended and are not frozen are offered', async () => {
  const { items, open } = await api.get('listFreezes', '/api/freezes')
  expect(items.map(({ month }) => month)).toContain('2026-08')
  expect(open).not.toContain('2026-08')
  expect(open).not.toContain('2026-11')
  expect(open).toContain('2026-06')
})
