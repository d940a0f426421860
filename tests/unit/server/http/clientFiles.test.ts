import { expect, test } from 'vitest'
import { cacheControl, looksLikeFile } from '../../../../server/http/clientFiles.ts'

test('only names with a hash are kept for ever', () => {
  expect(cacheControl('/assets/index-B1c2d3.js')).toBe('public, max-age=31536000, immutable')
  expect(cacheControl('/index.html')).toBe('no-cache')
  expect(cacheControl('/favicon.svg')).toBe('no-cache')
})

test.each([
  ['/', false],
  ['/work', false],
  ['/screen', false],
  ['/area/440307013', false],
  ['/assets/index-old.js', true],
  ['/assets/no-extension', true],
  ['/favicon.ico', true],
  ['/index.js.map', true],
])('%s is taken for a file: %s', (path, isFile) => {
  expect(looksLikeFile(path)).toBe(isFile)
})
