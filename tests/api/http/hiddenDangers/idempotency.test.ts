import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hiddenDangerDetailSchema } from '#data/contract/hiddenDangerResponses'
import { forgetOldAnswers } from '../../../../server/http/forgetOldAnswers.ts'
import { serveWritable, type Writable } from '../serveWritable.ts'
import { addressOf, hiddenDangerRecords, type HiddenDangerRecords } from './records.ts'

let api: Writable
let records: HiddenDangerRecords
beforeAll(async () => {
  api = await serveWritable()
  records = hiddenDangerRecords(api)
})
afterAll(() => api.close())

const post = (address: string, key: string, body: unknown, version?: number) =>
  api.request(address, {
    method: 'POST',
    headers: {
      'Idempotency-Key': key,
      ...(version !== undefined && { 'If-Match': `"${version}"` }),
    },
    body,
  })
const count = async (table: 'checks' | 'hidden_dangers' | 'hidden_danger_events') =>
  (await api.db.query(`SELECT count(*) AS count FROM ${table}`))[0]?.count

test('a registration sent twice is one, and answered as before', async () => {
  const [key, body] = [randomUUID(), records.creation()]
  const first = await post('/api/hidden-dangers', key, body)
  const before = await count('hidden_dangers')
  const again = await post('/api/hidden-dangers', key.toUpperCase(), body)
  expect(again.status).toBe(201)
  expect(JSON.parse(String(again.body))).toEqual(JSON.parse(String(first.body)))
  expect(again.headers.etag).toBe(first.headers.etag)
  expect(await count('hidden_dangers')).toBe(before)
})

test('answers are kept for a week and then forgotten', async () => {
  const [old, fresh] = [randomUUID(), randomUUID()]
  for (const key of [old, fresh]) await post('/api/hidden-dangers', key, records.creation())
  const kept = async () =>
    (await api.db.query('SELECT key FROM idempotency_keys WHERE key = ANY ($1)', [[old, fresh]]))
      .map(({ key }) => key)
      .sort()
  const now = new Date(`${api.today}T12:00:00+08:00`)
  const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  const age = 'UPDATE idempotency_keys SET at = $2 WHERE key = $1'
  await api.db.query(age, [old, before(7 * 24 + 1)])
  await api.db.query(age, [fresh, before(7 * 24 - 1)])
  await forgetOldAnswers(api.db, { now: () => now })
  expect(await kept()).toEqual([fresh])
})

test('a step sent twice is one, although its version has passed by then', async () => {
  const record = await records.inState('pendingClosure')
  const close = () => post(addressOf(record, 'events'), key, { action: 'close' }, record.version)
  const key = randomUUID()
  const answers = [await close(), await close(), await close()]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const { events } = await api.get('getHiddenDanger', addressOf(record))
  expect(events.filter(({ action }) => action === 'close')).toHaveLength(1)
})

test('two that come at once with one key: one does it, both are told the same', async () => {
  const record = await records.inState('pendingClosure')
  const key = randomUUID()
  const answers = await Promise.all(
    [0, 1, 2].map(() =>
      post(addressOf(record, 'events'), key, { action: 'close' }, record.version),
    ),
  )
  const bodies = answers.map(({ status, body }) => {
    expect(status).toBe(200)
    return hiddenDangerDetailSchema.parse(JSON.parse(String(body)))
  })
  expect(bodies[1]).toEqual(bodies[0])
  expect(bodies[2]).toEqual(bodies[0])
  expect(bodies[0]?.events).toHaveLength(record.events.length + 1)
})

test('a visit sent twice registers its findings once', async () => {
  const { parkCode, location, description, category } = records.creation() as Record<string, string>
  const finding = { location, description, category, outcome: 'rectifiedOnTheSpot' }
  const body = {
    parkCode,
    kind: 'routine',
    department: '试验社区工作站',
    inspector: '演示安全员A01',
    findings: [finding, finding],
  }
  const key = randomUUID()
  const first = await post('/api/checks', key, body)
  expect(first.status).toBe(201)
  const before = [await count('checks'), await count('hidden_dangers')]
  const again = await post('/api/checks', key, body)
  expect(JSON.parse(String(again.body))).toEqual(JSON.parse(String(first.body)))
  expect([await count('checks'), await count('hidden_dangers')]).toEqual(before)
})

test('the same key with another body, version or address is refused', async () => {
  const record = await records.register()
  const other = await records.register()
  const key = randomUUID()
  const control = { action: 'control', measures: '停用' }
  expect((await post(addressOf(record, 'events'), key, control, 1)).status).toBe(200)
  const others = [
    await post(addressOf(record, 'events'), key, { ...control, measures: '拆除' }, 1),
    await post(addressOf(record, 'events'), key, control, 2),
    await post(addressOf(other, 'events'), key, control, 1),
    await post('/api/hidden-dangers', key, records.creation()),
  ]
  expect(others.map(({ status }) => status)).toEqual([422, 422, 422, 422])
  expect(await api.get('getHiddenDanger', addressOf(other))).toMatchObject({ version: 1 })
})

test('a refusal leaves nothing behind: put right, it is done under the same key', async () => {
  const record = await records.register()
  const key = randomUUID()
  const address = addressOf(record, 'events')
  expect((await post(address, key, { action: 'assess', severity: 'major' }, 1)).status).toBe(422)
  const body = { action: 'assess', severity: 'major', basis: '应急管理部令第10号' }
  expect((await post(address, key, body, 1)).status).toBe(200)
})

test.each(['', 'abc', '00000000-0000-0000-0000-000000000000', '; DROP TABLE checks'])(
  'the key %j is refused',
  async (key) => {
    const { status } = await post('/api/hidden-dangers', key, records.creation())
    expect(status).toBe(400)
  },
)
