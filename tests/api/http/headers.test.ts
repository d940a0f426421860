import { afterAll, beforeAll, expect, test } from 'vitest'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { serve, type Served } from './serve.ts'
import { stillClock, stillDatabase } from './stillDatabase.ts'

let served: Served

beforeAll(async () => {
  const db = stillDatabase(() => Promise.resolve([]))
  served = await serve({ db, clock: stillClock(), clientFolder: '/nowhere' })
})
afterAll(() => served.close())

test('the policy lets the page load from this server and nowhere else', async () => {
  const { headers } = await served.request('/api/health/live')
  const policy = Object.fromEntries(
    String(headers['content-security-policy'])
      .split(';')
      .map((directive) => {
        const [name = '', ...sources] = directive.trim().split(' ')
        return [name, sources.join(' ')]
      }),
  )
  expect(policy).toMatchObject({
    'default-src': "'self'",
    'script-src': "'self'",
    'worker-src': "'self' blob:",
    'connect-src': "'self'",
    'img-src': "'self' data: blob:",
    'style-src': "'self' 'unsafe-inline'",
    'object-src': "'none'",
  })
})

test('a page served over http on a LAN name keeps its assets on http', async () => {
  const { headers } = await served.request('/api/health/live')
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
  expect(headers['strict-transport-security']).toBeUndefined()
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['x-powered-by']).toBeUndefined()
})

test('JSON leaves as the caller can read it', async () => {
  const plain = await served.request('/api/neighbours')
  expect(plain.headers['content-encoding']).toBeUndefined()
  const brotli = await served.request('/api/neighbours', {
    headers: { 'Accept-Encoding': 'gzip, deflate, br, zstd' },
  })
  expect(brotli.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true)
  const gzipped = await served.request('/api/neighbours', {
    headers: { 'Accept-Encoding': 'gzip' },
  })
  expect(gzipped.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(gzipped.body).equals(plain.body)).toBe(true)
  expect(gzipped.headers.vary).toContain('Accept-Encoding')
})

test('neighbours come from the file of the installation, without the database', async () => {
  const { features } = await served.get('listNeighbours', '/api/neighbours')
  expect(features.length).toBeGreaterThan(3)
  expect(features.map(({ properties }) => properties.name)).toContain('罗湖区')
})
