import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveWritable, type Writable } from './serveWritable.ts'

// A change that is set back stays in the history of its record: not where others read the year.
let demo: Writable
beforeAll(async () => {
  demo = await serveWritable()
}, 120_000)
afterAll(() => demo.close(), 240_000)

const ADDRESSES = [
  '/api/areas',
  '/api/areas?level=street',
  '/api/figures',
  '/api/summary',
  '/api/summary?area=440307013',
  '/api/parks',
  '/api/parks/DEMO-P-001',
  '/api/risk-points.arrow',
  '/api/risk-points?limit=5',
  '/api/risk-points/DEMO-R-0000001',
  '/api/search?q=bt',
]

test.each(ADDRESSES)('%s is sent once and then only confirmed', async (address) => {
  const first = await demo.request(address)
  expect(first.headers['cache-control']).toBe('private, no-cache')
  const etag = String(first.headers.etag)
  expect(etag).toMatch(/^W\/"/)
  const again = await demo.request(address, { headers: { 'If-None-Match': etag } })
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag])
  const other = await demo.request(address, { headers: { 'If-None-Match': 'W/"other"' } })
  expect(other.status).toBe(200)
  const encoded = await demo.request(address, {
    headers: { 'Accept-Encoding': 'br', 'If-None-Match': `"x", ${etag}` },
  })
  expect(encoded.status).toBe(304)
})

test('each address has a validator of its own', async () => {
  const answers = await Promise.all(ADDRESSES.map((address) => demo.request(address)))
  expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(ADDRESSES.length)
})

test('a change is seen by the next request, in its validator, figures and columns', async () => {
  const before = await demo.request('/api/summary')
  const columns = await demo.request('/api/risk-points.arrow')
  const figures = await demo.get('getSummary', '/api/summary')
  const [point] = await demo.db.query('SELECT id FROM risk_points WHERE level = 4 LIMIT 1')
  const setLevel = (level: number) =>
    demo.db.query('UPDATE risk_points SET level = $1, graded_level = $1 WHERE id = $2', [
      level,
      point?.id,
    ])
  await setLevel(1)
  try {
    const after = await demo.request('/api/summary', {
      headers: { 'If-None-Match': String(before.headers.etag) },
    })
    expect(after.status).toBe(200)
    const changed = await demo.get('getSummary', '/api/summary')
    expect(changed.riskPoints.major).toBe(figures.riskPoints.major + 1)
    expect(changed.riskPoints.low).toBe(figures.riskPoints.low - 1)
    const changedColumns = await demo.request('/api/risk-points.arrow')
    expect(changedColumns.headers.etag).not.toBe(columns.headers.etag)
    expect(changedColumns.body.equals(columns.body)).toBe(false)
  } finally {
    await setLevel(4)
  }
  expect((await demo.get('getSummary', '/api/summary')).riskPoints).toEqual(figures.riskPoints)
})

test('what is not there has no validator and is not kept', async () => {
  const { headers } = await demo.request('/api/summary?area=440307999')
  expect([headers.etag, headers['cache-control']]).toEqual([undefined, 'no-store'])
})

test('health tells the kind of database and the version and date of the data', async () => {
  const health = await demo.get('getHealth', '/api/health')
  expect(health).toMatchObject({ status: 'ready', database: demo.db.kind, fictitious: true })
  expect(health.dataVersion).toMatch(/^\d+-\d+$/)
  expect(health.asOf).toMatch(/\+08:00$/)
  expect(health.mapApprovalNumber).toBeNull()
})
