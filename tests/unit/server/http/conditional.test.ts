import { expect, test } from 'vitest'
import { entityTag } from '../../../../server/http/conditional.ts'

const validity = {
  dataState: '812-4+0',
  day: '2026-11-23',
  asOf: '2026-11-23T09:00:00+08:00',
  audience: 'districtViewer:440307',
}

test('a validator is weak and stays the same for the same answer', () => {
  const tag = entityTag('/api/areas', validity)
  expect(tag).toMatch(/^W\/"[\w-]{22}"$/)
  expect(entityTag('/api/areas', { ...validity })).toBe(tag)
})

test.each([
  ['/api/parks', {}],
  ['/api/areas?level=street', {}],
  ['/api/areas', { dataState: '812-4+1' }],
  ['/api/areas', { day: '2026-11-24' }],
  ['/api/areas', { asOf: '2026-11-24T00:00:00+08:00' }],
  ['/api/areas', { audience: 'areaViewer:440307013' }],
])('another address, version, day or audience is another answer: %s %j', (address, change) => {
  expect(entityTag(address, { ...validity, ...change })).not.toBe(entityTag('/api/areas', validity))
})
