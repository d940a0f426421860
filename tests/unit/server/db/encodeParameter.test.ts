import { describe, expect, it } from 'vitest'
import { encodeParameter } from '../../../../server/db/encodeParameter.ts'

describe('encodeParameter', () => {
  it.each([
    [null, null],
    [undefined, null],
    ['', ''],
    [true, 'true'],
    [1.5, '1.5'],
    [9_007_199_254_740_993n, '9007199254740993'],
    [new Date('2026-11-23T01:00:00Z'), '2026-11-23T01:00:00.000Z'],
    [Uint8Array.of(0, 255), '\\x00ff'],
    [{ a: [1] }, '{"a":[1]}'],
    [[], '{}'],
    [['a', null, 'b"c\\'], '{"a",NULL,"b\\"c\\\\"}'],
    [
      [
        [1, 2],
        [3, 4],
      ],
      '{{"1","2"},{"3","4"}}',
    ],
  ])('writes %o as PostgreSQL reads it', (value, text) => {
    expect(encodeParameter(value)).toBe(text)
  })
})
