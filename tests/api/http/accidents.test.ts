import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
})
afterAll(() => api.close())

const near = (fields: Record<string, unknown> = {}) => ({
  body: {
    kind: 'nearMiss',
    parkCode: api.park.code,
    occurredOn: api.today,
    accidentType: '物体打击',
    description: '吊物落在警戒区内',
    source: '企业自报',
    ...fields,
  },
})
const accident = (fields: Record<string, unknown> = {}) => ({
  body: {
    kind: 'accident',
    areaCode: '440307',
    occurredOn: api.today,
    deaths: 0,
    seriousInjuries: 1,
    description: '月报中的一起',
    source: '事故月报',
    ...fields,
  },
})

test('near misses are registered by hand, and withdrawn once', async () => {
  const area = `/api/accidents?area=${api.park.areaCode}`
  const before = await api.get('listAccidents', area)
  const item = await api.send('registerAccident', '/api/accidents', near())
  expect(item).toMatchObject({ kind: 'nearMiss', grade: null, deaths: 0, withdrawn: null })
  expect((await api.get('listAccidents', area)).nearMisses).toBe(before.nearMisses + 1)
  const address = `/api/accidents/${item.code}/withdrawal`
  const sent = { body: { reason: '重复登记' } }
  expect((await api.send('withdrawAccident', address, sent)).withdrawn?.reason).toBe('重复登记')
  expect((await api.get('listAccidents', area)).nearMisses).toBe(before.nearMisses)
  expect((await api.refusal('withdrawAccident', address, sent)).status).toBe(409)
})

test('an accident is of the level its register tells of, graded by 493号令', async () => {
  const street = await api.refusal(
    'registerAccident',
    '/api/accidents',
    accident({ areaCode: '440307003' }),
  )
  expect(street.detail).toContain('by district')
  const early = await api.refusal(
    'registerAccident',
    '/api/accidents',
    accident({ occurredOn: '2001-01-01' }),
  )
  expect(early.detail).toContain('begins on')
  const item = await api.send('registerAccident', '/api/accidents', accident({ deaths: 3 }))
  expect(item.grade).toBe('larger')
  await api.send('withdrawAccident', `/api/accidents/${item.code}/withdrawal`, {
    body: { reason: '试填' },
  })
})

test('a register does not change its level under what was registered at another', async () => {
  const item = await api.send('registerAccident', '/api/accidents', accident())
  const year = Number(api.today.slice(0, 4))
  const connect = (scopeLevel: string) => ({
    body: { sourceName: '街道事故月报', scopeLevel, connectedOn: `${year}-01-01` },
  })
  const problem = await api.refusal(
    'connectDataSource',
    '/api/data-connections/accidents',
    connect('street'),
  )
  expect(problem.parameters).toMatchObject([{ parameter: 'scopeLevel' }])
  expect(problem.detail).toContain('would read as 0')
  await api.send('withdrawAccident', `/api/accidents/${item.code}/withdrawal`, {
    body: { reason: '试填' },
  })
})

test('what a register was before stays in the database', async () => {
  const { connection } = await api.get('listAccidents', '/api/accidents')
  const { sourceName, scopeLevel, connectedOn } = connection!
  const body = { sourceName: `${sourceName}改名`, scopeLevel, connectedOn }
  await api.send('connectDataSource', '/api/data-connections/accidents', { body })
  await api.send('connectDataSource', '/api/data-connections/accidents', {
    body: { ...body, sourceName },
  })
  const rows = await api.db.query(
    'SELECT source_name FROM data_connections ORDER BY id DESC LIMIT 3',
  )
  expect(rows.map((row) => row.source_name)).toEqual([sourceName, `${sourceName}改名`, sourceName])
  await expect(
    api.db.transaction(async (transaction) => {
      await transaction.query('SET LOCAL ROLE longgang_administrator')
      await transaction.query(`UPDATE data_connections SET source_name = 'x'`)
    }),
  ).rejects.toThrow(/permission denied/)
})

test('without a register every area is 未接入 and no accident is taken', async () => {
  await api.db.query('DELETE FROM data_connections')
  // The demo's stand at the level of the district.
  await api.db.query(`UPDATE accidents SET withdrawn_at = now(), withdrawn_by = 'test',
    withdrawal_reason = 'test' WHERE kind = 'accident' AND withdrawn_at IS NULL`)
  const answer = await api.get('listAccidents', '/api/accidents?year=2025')
  expect(answer).toMatchObject({ connection: null, present: null, yearBefore: null })
  const problem = await api.refusal('registerAccident', '/api/accidents', accident())
  expect(problem.detail).toContain('No register')
  const connection = {
    sourceName: '街道事故月报',
    scopeLevel: 'street',
    connectedOn: `${api.today.slice(0, 4)}-01-01`,
  }
  await api.send('connectDataSource', '/api/data-connections/accidents', { body: connection })
  const street = await api.get('listAccidents', '/api/accidents?area=440307003')
  expect(street.present).toEqual({ accidents: 0, deaths: 0 })
  expect(street.yearBefore).toBeNull()
  // Other files read the same database.
  await api.db.query(`UPDATE accidents SET withdrawn_at = NULL, withdrawn_by = NULL,
    withdrawal_reason = NULL WHERE withdrawn_by = 'test'`)
  const demo = { sourceName: '区安委办事故月报(演示)', scopeLevel: 'district' }
  await api.send('connectDataSource', '/api/data-connections/accidents', {
    body: { ...demo, connectedOn: `${Number(api.today.slice(0, 4)) - 1}-01-01` },
  })
})
