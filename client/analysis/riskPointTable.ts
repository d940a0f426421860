import { RISK_POINT_COLUMNS, type RiskPointColumn } from '#data/domain/riskPointColumns'
import { tableFromIPC, type Data, type Vector } from 'apache-arrow'

/** Texts told apart by an index: `values[indices[row]]`. */
export type DictionaryColumn = { readonly indices: Uint16Array; readonly values: readonly string[] }

type ColumnArrays = {
  uint8: Uint8Array
  uint16: Uint16Array
  uint32: Uint32Array
  float32: Float32Array
  dictionary: DictionaryColumn
}
type ColumnType = keyof ColumnArrays

/** Every risk point as columns, read in place from the answer; a row is an index into all of them. */
export type RiskPointTable = {
  readonly [Column in RiskPointColumn]: ColumnArrays[(typeof RISK_POINT_COLUMNS)[Column]['type']]
} & {
  readonly length: number
  /** Position in the change feed that the rows are true for; empty when the answer names none. */
  readonly dataVersion: string
  /** Instant that the rows are true for, ISO 8601; empty when the answer names none. */
  readonly asOf: string
  /** Hidden dangers at none of the points, which no map of points shows: those of a park or an enterprise. */
  readonly withoutPoint: { readonly open: number; readonly overdue: number }
}

const ARRAY_TYPES = {
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  float32: Float32Array,
  dictionary: Uint16Array,
} as const satisfies Record<ColumnType, unknown>

/** Only a point without coordinates has nulls, and only there. */
const NULLABLE: readonly RiskPointColumn[] = ['longitude', 'latitude']

/**
 * Writes NaN under every null. In place: the bytes are the worker's own, and what a null covers is
 * undefined in Arrow, so that no bound, distance or label may ever see it.
 */
function coverNulls(values: Float32Array, { nullBitmap, nullCount }: Data): void {
  if (nullCount === 0 || !nullBitmap) return
  for (let row = 0; row < values.length; row += 1) {
    const byte = nullBitmap[row >> 3] ?? 0
    if ((byte & (1 << (row & 7))) === 0) values[row] = NaN
  }
}

function decodeColumn(name: RiskPointColumn, vector: Vector | null, length: number) {
  const { type } = RISK_POINT_COLUMNS[name]
  if (!vector) throw new TypeError(`The risk points came without their column ${name}.`)
  const [data] = vector.data
  const ArrayType = ARRAY_TYPES[type]
  const held: unknown = data ? data.values : new ArrayType(0)
  if (!(held instanceof ArrayType)) {
    throw new TypeError(`The column ${name} of the risk points is not of the type ${type}.`)
  }
  const values = held.subarray(0, length)
  if (data && data.nullCount > 0 && !NULLABLE.includes(name)) {
    throw new TypeError(`The column ${name} of the risk points has nulls.`)
  }
  if (data && values instanceof Float32Array) coverNulls(values, data)
  if (type !== 'dictionary') return values
  const dictionary = data?.dictionary
  return { indices: values, values: dictionary ? Array.from(dictionary, String) : [] }
}

function extremes(numbers: Uint8Array | Uint16Array): [number, number] {
  let least = 0xffff
  let most = 0
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index]!
    if (number < least) least = number
    if (number > most) most = number
  }
  return [least, most]
}

/** What later scans use as an index without looking: ranks of levels, indices of dictionaries. */
function checkRanges({ level, areaCode, parkCode }: RiskPointTable): void {
  if (level.length === 0) return
  const [least, most] = extremes(level)
  if (least < 1 || most > 4)
    throw new RangeError(`Risk points came with levels ${least} to ${most}.`)
  for (const { indices, values } of [areaCode, parkCode]) {
    if (extremes(indices)[1] < values.length) continue
    throw new RangeError('A risk point came with a code that the dictionary does not have.')
  }
}

/**
 * Reads the answer of `/api/risk-points.arrow` (one record batch) without copying: a million
 * points in a few milliseconds. Coordinates are NaN where the point has none.
 * @throws Error, TypeError or RangeError when the bytes are not the columns of the contract.
 */
export function decodeRiskPointTable(bytes: ArrayBuffer): RiskPointTable {
  const arrow = tableFromIPC(new Uint8Array(bytes))
  if (arrow.batches.length > 1) {
    throw new TypeError(`The risk points came in ${arrow.batches.length} batches instead of one.`)
  }
  const names = Object.keys(RISK_POINT_COLUMNS) as RiskPointColumn[]
  const columns = Object.fromEntries(
    names.map((name) => [name, decodeColumn(name, arrow.getChild(name), arrow.numRows)]),
  )
  const table = {
    ...columns,
    length: arrow.numRows,
    dataVersion: arrow.schema.metadata.get('dataVersion') ?? '',
    asOf: arrow.schema.metadata.get('asOf') ?? '',
    withoutPoint: {
      open: Number(arrow.schema.metadata.get('openHiddenDangersWithoutPoint') ?? 0),
      overdue: Number(arrow.schema.metadata.get('overdueHiddenDangersWithoutPoint') ?? 0),
    },
  } as RiskPointTable
  checkRanges(table)
  return table
}

/** False for a point without coordinates: it is listed and counted, never drawn or bounded. */
export function hasCoordinates({ longitude, latitude }: RiskPointTable, row: number): boolean {
  return Number.isFinite(longitude[row]) && Number.isFinite(latitude[row])
}
