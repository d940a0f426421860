import { expect, test } from 'vitest'
import { isReadableSegment } from '../../../../server/http/parseParameters.ts'
import { parameterAt } from '../../../../server/http/readablePath.ts'

test('a segment is named as the contract names it', () => {
  expect(parameterAt('/api/parks/%FF'.split('/'), 3)).toBe('code')
  expect(parameterAt('/api/risk-points/%FF'.split('/'), 3)).toBe('code')
  expect(parameterAt('/api/%FF'.split('/'), 2)).toBe('path')
  expect(parameterAt('/api/parks/%FF/more'.split('/'), 3)).toBe('path')
})

test.each([
  ['DEMO-P-001', true],
  ['%E5%87%A4', true],
  ['', true],
  ['%E0%A4%A', false],
  ['%', false],
  ['a%00', false],
  ['%C0%80', false],
])('%j is readable: %s', (segment, readable) => {
  expect(isReadableSegment(segment)).toBe(readable)
})
