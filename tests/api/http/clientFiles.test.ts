import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compressFolder } from '../../../scripts/vite/precompress.ts'
import { serve, type Served } from './serve.ts'
import { stillClock, stillDatabase } from './stillDatabase.ts'

const PAGE = `<!doctype html><title>一张图</title>${'<!-- page -->'.repeat(200)}`
const SCRIPT = 'export const answer = 42\n'.repeat(200)
let folder: string
let served: Served

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'client-'))
  const db = stillDatabase(() => Promise.reject(new Error('The page needs no database')))
  served = await serve({ db, clock: stillClock(), clientFolder: folder })
})
afterEach(async () => {
  await served.close()
  await rm(folder, { recursive: true, force: true })
})

async function build() {
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), PAGE)
  await writeFile(join(folder, 'favicon.svg'), '<svg/>')
  await writeFile(join(folder, 'assets', 'index-abc123.js'), SCRIPT)
  await compressFolder(folder)
}

test('a page that is not built yet is a clear sentence, and is there once it is', async () => {
  const problem = await served.problem('/')
  expect(problem).toMatchObject({ status: 503, title: 'Page not built' })
  expect(problem.detail).toContain('npm run build')
  await build()
  expect(String((await served.request('/')).body)).toBe(PAGE)
})

test.each(['/', '/work', '/screen', '/area/440307013?layers=parks', '/index.html'])(
  '%s is the page, asked for anew each time',
  async (address) => {
    await build()
    const { status, headers, body } = await served.request(address)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['cache-control']).toBe('no-cache')
    expect(String(body)).toBe(PAGE)
    const again = await served.request(address, {
      headers: { 'If-None-Match': String(headers.etag) },
    })
    expect(again.status).toBe(304)
  },
)

test('a hashed file is kept for ever and leaves as the build compressed it', async () => {
  await build()
  const address = '/assets/index-abc123.js'
  const plain = await served.request(address)
  expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(plain.headers['content-type']).toMatch(/^text\/javascript/)
  expect(String(plain.body)).toBe(SCRIPT)
  const brotli = await served.request(address, { headers: { 'Accept-Encoding': 'gzip, br' } })
  expect(brotli.headers['content-encoding']).toBe('br')
  expect(brotli.headers['content-type']).toBe(plain.headers['content-type'])
  expect(brotli.headers.vary).toContain('Accept-Encoding')
  expect(String(brotliDecompressSync(brotli.body))).toBe(SCRIPT)
  const gzipped = await served.request(address, { headers: { 'Accept-Encoding': 'gzip' } })
  expect(gzipped.headers['content-encoding']).toBe('gzip')
  const head = await served.request(address, { method: 'HEAD' })
  expect([head.status, head.body.length]).toEqual([200, 0])
})

test.each([
  '/assets/index-old.js',
  '/assets/',
  '/favicon.ico',
  '/assets/../../package.json',
  '/..%2f..%2fpackage.json',
  '/%2e%2e/package.json',
])('%s is a 404, not the page', async (address) => {
  await build()
  const problem = await served.problem(address)
  expect(problem.status).toBe(404)
  expect((await served.request(address)).headers['cache-control']).toBe('no-store')
})

test('a file that vanishes or cannot be read ends no server', async () => {
  await build()
  await rm(join(folder, 'assets', 'index-abc123.js.br'))
  await mkdir(join(folder, 'assets', 'index-abc123.js.br'))
  const answer = await served.request('/assets/index-abc123.js', {
    headers: { 'Accept-Encoding': 'br' },
  })
  expect(answer.status).toBe(200)
  await rm(folder, { recursive: true })
  expect((await served.problem('/')).status).toBe(503)
})
