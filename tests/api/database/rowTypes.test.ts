import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../server/db/Db.ts'
import { openTestDatabase } from '../../helpers/testDatabase.ts'

/** What every type comes back as. The same file runs against both drivers, so they agree. */
const CASES: readonly [sql: string, value: unknown][] = [
  ['true', true],
  ['(-32768)::smallint', -32_768],
  ['2147483647::integer', 2_147_483_647],
  ['9007199254740991::bigint', 9_007_199_254_740_991],
  ['9007199254740993::bigint', '9007199254740993'],
  ['count(*)', 1],
  ['12.5::numeric', 12.5],
  ['0.1::numeric', 0.1],
  ['1234567890.123456789::numeric', '1234567890.123456789'],
  ['90071992547409930::numeric', '90071992547409930'],
  ['0.1::float4', 0.1],
  ['0.1::float8 + 0.2::float8', 0.30000000000000004],
  ["'NaN'::float8", Number.NaN],
  ["'龙岗'::text", '龙岗'],
  ["'龙'::varchar(3)", '龙'],
  ["''::text", ''],
  ['null::text', null],
  ["'2026-11-23'::date", '2026-11-23'],
  ["'2026-11-23 09:00+08'::timestamptz", new Date('2026-11-23T01:00:00Z')],
  ["'2026-11-23 09:00:00.123456+08'::timestamptz", new Date('2026-11-23T01:00:00.123Z')],
  ["'2026-11-23 09:00'::timestamp", '2026-11-23 09:00:00'],
  ["'\\x00ff10'::bytea", Uint8Array.of(0, 255, 16)],
  [`'{"a": [1, null, "龙"]}'::jsonb`, { a: [1, null, '龙'] }],
  [`'[1, 2]'::json`, [1, 2]],
  [`array['a', null, 'NULL', 'b,c', '"q\\', '']::text[]`, ['a', null, 'NULL', 'b,c', '"q\\', '']],
  ["'{}'::text[]", []],
  [
    "'{{1,2},{3,4}}'::int[]",
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ["array['2026-11-23'::date]", ['2026-11-23']],
  ['array[1.5::float8, null]', [1.5, null]],
  ['array[true, false]', [true, false]],
  ["'6b6d9f0e-7a3c-4f6e-9f4e-2b1b0a1c2d3e'::uuid", '6b6d9f0e-7a3c-4f6e-9f4e-2b1b0a1c2d3e'],
  ["'18446744073709551615'::xid8", '18446744073709551615'],
  ['ST_SetSRID(ST_MakePoint(1, 2), 4326)', '0101000020E6100000000000000000F03F0000000000000040'],
]

/** Parameters and the type they are read as; each comes back as it was. */
const PARAMETERS: readonly [type: string, value: unknown][] = [
  ['boolean', false],
  ['integer', -7],
  ['float8', 0.1],
  ['text', '龙\'"\\岗'],
  ['date', '2026-11-23'],
  ['timestamptz', new Date('2026-11-23T01:00:00.500Z')],
  ['bytea', Uint8Array.of(1, 2, 255)],
  ['jsonb', { a: [1, '龙'] }],
  ['text[]', ['a', null, 'b,"c\\', '', 'NULL', '{}']],
  ['integer[]', [1, null, 3]],
  ['bytea[]', [Uint8Array.of(1), Uint8Array.of(255)]],
  [
    'float8[]',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['text', null],
]

describe('row types', () => {
  let db: Db
  beforeAll(async () => {
    db = await openTestDatabase()
  })

  it.each(CASES)('%s', async (sql, value) => {
    const [row] = await db.transaction(async (transaction) => {
      await transaction.query(`SET LOCAL TimeZone = 'Asia/Shanghai'`)
      return transaction.query(`SELECT ${sql} AS value`)
    })
    expect(row).toEqual({ value })
    if (value instanceof Uint8Array) expect(Buffer.isBuffer(row?.value)).toBe(false)
  })

  it.each(PARAMETERS)('parameter %s %o', async (type, value) => {
    expect(await db.query(`SELECT $1::${type} AS value`, [value])).toEqual([{ value }])
  })

  it('infers the type of a parameter from where it stands', async () => {
    const rows = await db.query(
      'SELECT code FROM areas WHERE official_area_km2 > $1 AND level = $2',
      [300, 'district'],
    )
    expect(rows).toEqual([{ code: '440307' }])
  })

  it('gives the rows of the last statement of a text', async () => {
    expect(await db.query('SELECT 1 AS a; SELECT 2 AS b')).toEqual([{ b: 2 }])
  })

  it('reports the SQLSTATE of a refused statement', async () => {
    await expect(db.query('SELECT * FROM nowhere')).rejects.toMatchObject({
      name: 'DatabaseError',
      code: '42P01',
    })
    await expect(db.query('SELECT $1::integer', ['x'])).rejects.toMatchObject({ code: '22P02' })
  })
})
