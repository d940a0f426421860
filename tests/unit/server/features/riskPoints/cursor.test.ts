import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor } from '../../../../../server/features/riskPoints/cursor.ts'

test('a cursor gives back the id it was made of', () => {
  for (const id of [0, 1, 12_480, 2_147_483_647]) expect(decodeCursor(encodeCursor(id))).toBe(id)
})

test.each([
  '',
  'abc',
  'aWQ-',
  encodeCursor(7).slice(0, -1),
  Buffer.from('id>-1').toString('base64url'),
])('%j is refused and named', (cursor) => {
  expect(() => decodeCursor(cursor)).toThrow(/^cursor: must be the nextCursor/)
})

test.each(['id>2147483648', 'id>1e3', 'id> 1', 'id>01', 'id>NaN'])(
  'a forged %j is refused',
  (text) => {
    expect(() => decodeCursor(Buffer.from(text).toString('base64url'))).toThrow(/^cursor/)
  },
)
