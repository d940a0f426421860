import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compressFolder } from '../../../../scripts/vite/precompress.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'precompress-'))
  await mkdir(join(folder, 'assets'))
})
afterEach(() => rm(folder, { recursive: true }))

test('text files get two smaller companions with the same content, others none', async () => {
  const script = 'export const level = "major"\n'.repeat(500)
  await writeFile(join(folder, 'assets', 'index-abc.js'), script)
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  await writeFile(join(folder, 'assets', 'map-abc.png'), Buffer.alloc(5000))
  expect(await compressFolder(folder)).toBe(1)
  expect((await readdir(join(folder, 'assets'))).sort()).toEqual([
    'index-abc.js',
    'index-abc.js.br',
    'index-abc.js.gz',
    'map-abc.png',
  ])
  const brotli = await readFile(join(folder, 'assets', 'index-abc.js.br'))
  const gzipped = await readFile(join(folder, 'assets', 'index-abc.js.gz'))
  expect(brotliDecompressSync(brotli).toString()).toBe(script)
  expect(gunzipSync(gzipped).toString()).toBe(script)
  expect(brotli.length).toBeLessThan(script.length / 10)
})
