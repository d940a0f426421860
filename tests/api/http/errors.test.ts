import { afterEach, expect, test } from 'vitest'
import { healthSchema } from '#data/contract/responses'
import { DatabaseError } from '../../../server/db/DatabaseError.ts'
import type { Row } from '../../../server/db/Db.ts'
import { serve, type Served } from './serve.ts'
import { stillClock, stillDatabase } from './stillDatabase.ts'

let served: Served
afterEach(() => served.close())

async function serveOver(answer: (sql: string) => Promise<Row[]>) {
  const db = stillDatabase(answer)
  served = await serve({ db, clock: stillClock(), clientFolder: '/nowhere' })
  return db
}

test('a database that is away is a 503 with a sentence and a time to ask again', async () => {
  await serveOver(() =>
    Promise.reject(new DatabaseError('connect ECONNREFUSED 10.1.2.3', { code: '08001' })),
  )
  const { status, headers, body } = await served.request('/api/summary')
  expect(status).toBe(503)
  expect(headers['retry-after']).toBe('5')
  expect(headers['cache-control']).toBe('no-store')
  expect(headers.etag).toBeUndefined()
  expect(String(body)).not.toContain('10.1.2.3')
  expect((await served.problem('/api/areas')).detail).toMatch(/^The database does not answer/)
})

test('what else fails is a 500 that hides its text and logs it', async () => {
  await serveOver(() => Promise.reject(new Error('secret table missing')))
  const problem = await served.problem('/api/parks?area=440307')
  expect(problem).toMatchObject({ status: 500, type: '/api/docs#internalError' })
  expect(JSON.stringify(problem)).not.toContain('secret')
  const logged = served.log.find(({ level }) => level === 50)
  expect(JSON.stringify(logged)).toContain('secret table missing')
  expect(logged?.url).toBe('/api/parks?area=440307')
})

test('a row of another shape than expected never leaves', async () => {
  await serveOver(() => Promise.resolve([{ dataVersion: 7, ahead: 'no' }]))
  expect((await served.problem('/api/figures')).status).toBe(500)
})

test('liveness answers without the database, readiness tells that it is away', async () => {
  const db = await serveOver(() => Promise.reject(new DatabaseError('gone', { code: '57P01' })))
  expect(await served.get('getLiveness', '/api/health/live')).toEqual({ status: 'alive' })
  expect(db.asked).toEqual([])
  const { status, body } = await served.request('/api/health')
  expect(status).toBe(503)
  expect(healthSchema.parse(JSON.parse(String(body)))).toEqual({
    status: 'unavailable',
    database: 'embedded',
    dataVersion: null,
    asOf: null,
    fictitious: null,
    mapApprovalNumber: null,
    writer: null,
  })
})

test('the approval number of the map is told as configured', async () => {
  const db = stillDatabase(() => Promise.resolve([]))
  const mapApprovalNumber = '粤S(2026)000号'
  served = await serve({ db, clock: stillClock(), clientFolder: '/nowhere', mapApprovalNumber })
  const { body } = await served.request('/api/health')
  expect(JSON.parse(String(body))).toMatchObject({ mapApprovalNumber })
})

test('readiness does not wait for a database that hangs', async () => {
  await serveOver(() => new Promise(() => undefined))
  const began = Date.now()
  expect((await served.request('/api/health')).status).toBe(503)
  expect(Date.now() - began).toBeLessThan(3_000)
})

test('an unknown address of the API is a 404 problem, never the page', async () => {
  await serveOver(() => Promise.resolve([]))
  for (const address of ['/api', '/api/', '/api/nothing', '/api/parks/A/b', '/API/nothing?x=1']) {
    const problem = await served.problem(address)
    expect(problem).toMatchObject({ status: 404, type: '/api/docs#notFound' })
  }
  expect((await served.problem('/api/nothing?q=1')).detail).toContain('/api/nothing.')
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  '%s is a 405 that lists what is possible',
  async (method) => {
    await serveOver(() => Promise.resolve([]))
    for (const address of ['/api/areas', '/api/parks/DEMO-P-001', '/api/docs', '/work']) {
      const { status, headers } = await served.request(address, { method })
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
    }
    expect((await served.problem('/api/areas', { method })).detail).toContain('GET, HEAD')
  },
)

test('every answer carries a request id that the log knows', async () => {
  await serveOver(() => Promise.resolve([]))
  const { headers } = await served.request('/api/health/live')
  expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
  expect(JSON.stringify(served.log)).toContain(headers['x-request-id'])
})
