import { tableFromIPC } from 'apache-arrow'
import { expect, test } from 'vitest'
import { RISK_POINT_COLUMNS } from '#data/domain/riskPointColumns'
import type { ColumnChunk } from '../../../../../server/features/riskPoints/columns.queries.ts'
import { collectColumns } from '../../../../../server/features/riskPoints/columns/collectColumns.ts'
import { encodeColumns } from '../../../../../server/features/riskPoints/columns/encodeColumns.ts'

const parks = [
  { code: 'P-A', areaCode: '440307001001' },
  { code: 'P-B', areaCode: '440307001001' },
  { code: 'P-C', areaCode: '440307002001' },
]
type Point = { id: number; park: number; level: number; longitude?: number }

/** As PostgreSQL's int4send, int2send and float4send write it. */
function bigEndian(
  values: number[],
  width: 2 | 4,
  kind: 'int' | 'float' = 'int',
): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.alloc(values.length * width)
  for (const [index, value] of values.entries()) {
    if (kind === 'float') bytes.writeFloatBE(value, index * width)
    else bytes.writeUIntBE(value, index * width, width)
  }
  return new Uint8Array(bytes)
}

function chunk(points: Point[]): ColumnChunk {
  const of = (value: (point: Point) => number) => points.map(value)
  return {
    rows: points.length,
    lastId: points.at(-1)?.id ?? 0,
    id: bigEndian(
      of(({ id }) => id),
      4,
    ),
    longitude: bigEndian(
      of(({ longitude = Number.NaN }) => longitude),
      4,
      'float',
    ),
    latitude: bigEndian(
      of(({ longitude }) => (longitude ? 22.5 : Number.NaN)),
      4,
      'float',
    ),
    level: bigEndian(
      of(({ level }) => level),
      2,
    ),
    accidentType: bigEndian(
      of(() => 17),
      2,
    ),
    parkIndex: bigEndian(
      of(({ park }) => park),
      2,
    ),
    score: bigEndian(
      of(() => 67.5),
      4,
      'float',
    ),
    reviewDueDay: bigEndian(
      of(() => 20_780),
      4,
    ),
    hazardSources: bigEndian(
      of(() => 2),
      2,
    ),
    majorHazardGrade: bigEndian(
      of(() => 3),
      2,
    ),
    highRiskClass: bigEndian(
      of(() => 1),
      2,
    ),
    openHiddenDangers: bigEndian(
      of(({ id }) => id % 3),
      2,
    ),
    overdueHiddenDangers: bigEndian(
      of(({ id }) => id % 2),
      2,
    ),
    enterprise: bigEndian(
      of(({ park }) => 90_000 + park),
      4,
    ),
    headcount: bigEndian(
      of(() => 66_000),
      4,
    ),
    enterpriseHiddenDangers: bigEndian(
      of(({ park }) => park * 2),
      2,
    ),
    validFromDay: bigEndian(
      of(() => 20_000),
      4,
    ),
  }
}

const chunks = [
  chunk([
    { id: 3, park: 2, level: 1, longitude: 114.25 },
    { id: 5, park: 0, level: 4, longitude: 114.5 },
  ]),
  chunk([
    { id: 70_000, park: 0, level: 2 },
    { id: 2_000_000_000, park: 0, level: 4, longitude: 114.125 },
    { id: 2_000_000_001, park: 1, level: 3, longitude: 114.125 },
  ]),
]

test('rows come by park, level and id, whatever chunk they came in', async () => {
  const { values, rows } = await collectColumns(chunks, parks)
  expect(rows).toBe(5)
  expect([...values.id]).toEqual([70_000, 5, 2_000_000_000, 2_000_000_001, 3])
  expect([...values.level]).toEqual([2, 4, 4, 3, 1])
  expect([...values.parkCode]).toEqual([0, 0, 0, 1, 2])
  expect([...values.areaCode]).toEqual([0, 0, 0, 0, 1])
  expect([...values.openHiddenDangers]).toEqual([1, 2, 2, 0, 0])
  expect([...values.overdueHiddenDangers]).toEqual([0, 1, 0, 1, 1])
  expect([...values.enterprise]).toEqual([90_000, 90_000, 90_000, 90_001, 90_002])
  expect(new Set(values.headcount)).toEqual(new Set([66_000]))
  expect([...values.enterpriseHiddenDangers]).toEqual([0, 0, 0, 2, 4])
  expect(new Set(values.validFromDay)).toEqual(new Set([20_000]))
  expect([...values.longitude]).toEqual([Number.NaN, 114.5, 114.125, 114.125, 114.25])
})

test('the stream decodes to the columns of the registry, in order and in one batch', async () => {
  const bytes = encodeColumns(await collectColumns(chunks, parks), { dataVersion: '7-1' })
  const table = tableFromIPC(bytes)
  expect(table.schema.fields.map(({ name }) => name)).toEqual(Object.keys(RISK_POINT_COLUMNS))
  expect(table.batches).toHaveLength(1)
  expect(table.numRows).toBe(5)
  expect(table.schema.metadata.get('dataVersion')).toBe('7-1')
  expect(JSON.parse(table.schema.metadata.get('geo') ?? '')).toMatchObject({ crs: 'EPSG:4326' })
  const types = table.schema.fields.map(({ type }) => String(type))
  expect(types).toEqual([
    'Uint32',
    'Float32',
    'Float32',
    'Uint8',
    'Uint8',
    'Dictionary<Uint16, Utf8>',
    'Dictionary<Uint16, Utf8>',
    'Float32',
    'Uint16',
    'Uint8',
    'Uint8',
    'Uint8',
    'Uint16',
    'Uint16',
    'Uint32',
    'Uint32',
    'Uint16',
    'Uint16',
  ])
  expect(table.getChild('areaCode')?.toJSON()).toEqual([
    '440307001001',
    '440307001001',
    '440307001001',
    '440307001001',
    '440307002001',
  ])
  expect(table.getChild('parkCode')?.get(4)).toBe('P-C')
})

test('a missing coordinate is a null with NaN underneath', async () => {
  const table = tableFromIPC(encodeColumns(await collectColumns(chunks, parks), {}))
  const longitude = table.getChild('longitude')
  expect(longitude?.nullCount).toBe(1)
  expect(longitude?.get(0)).toBeNull()
  expect(longitude?.data[0]?.values[0]).toBeNaN()
  expect(longitude?.get(1)).toBe(114.5)
  expect(table.getChild('level')?.nullCount).toBe(0)
})

test('a column that lacks a value is named, not shifted', async () => {
  const whole = chunk([
    { id: 3, park: 2, level: 1 },
    { id: 5, park: 0, level: 4 },
  ])
  const short = { ...whole, accidentType: whole.accidentType.subarray(2) }
  await expect(collectColumns([...chunks, short], parks)).rejects.toThrow(
    'The column accidentType has 1 values for 2 risk points up to id 5',
  )
})

test('no risk point at all is a table without rows', async () => {
  const table = tableFromIPC(encodeColumns(await collectColumns([], []), {}))
  expect(table.numRows).toBe(0)
  expect(table.schema.fields).toHaveLength(Object.keys(RISK_POINT_COLUMNS).length)
})
