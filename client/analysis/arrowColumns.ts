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
type ColumnRegistry = Readonly<Record<string, { readonly type: keyof ColumnArrays }>>

/** The columns of a registry; a row is an index into all of them. */
export type ColumnsOf<Registry extends ColumnRegistry> = {
  readonly [Column in keyof Registry]: ColumnArrays[Registry[Column]['type']]
}

const ARRAY_TYPES = {
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  float32: Float32Array,
  dictionary: Uint16Array,
} as const satisfies Record<keyof ColumnArrays, unknown>

/** Only a point without coordinates has nulls, and only there. */
const NULLABLE: readonly string[] = ['longitude', 'latitude']

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

function decodeColumn(
  name: string,
  type: keyof ColumnArrays,
  vector: Vector | null,
  length: number,
) {
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

/** The greatest and the least of some numbers; 0xffff and 0 of none. */
export function extremes(numbers: Uint8Array | Uint16Array): [least: number, most: number] {
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
function checkRanges(columns: Record<string, unknown>): void {
  const { level } = columns
  if (level instanceof Uint8Array && level.length > 0) {
    const [least, most] = extremes(level)
    if (least < 1 || most > 4) {
      throw new RangeError(`Risk points came with levels ${least} to ${most}.`)
    }
  }
  for (const column of Object.values(columns) as (DictionaryColumn | { indices?: never })[]) {
    if (!column.indices || column.indices.length === 0) continue
    if (extremes(column.indices)[1] < column.values.length) continue
    throw new RangeError('A risk point came with a code that the dictionary does not have.')
  }
}

export type Decoded<Registry extends ColumnRegistry> = {
  length: number
  columns: ColumnsOf<Registry>
  /** What the schema says besides the columns. */
  metadata: ReadonlyMap<string, string>
}

/**
 * Reads an Arrow IPC stream of one record batch without copying: a million rows in a few
 * milliseconds. Coordinates are NaN where there are none.
 * @throws Error, TypeError or RangeError when the bytes are not the columns of the registry
 */
export function decodeArrowColumns<Registry extends ColumnRegistry>(
  bytes: ArrayBuffer,
  registry: Registry,
): Decoded<Registry> {
  const arrow = tableFromIPC(new Uint8Array(bytes))
  if (arrow.batches.length > 1) {
    throw new TypeError(`The risk points came in ${arrow.batches.length} batches instead of one.`)
  }
  const columns = Object.fromEntries(
    Object.entries(registry).map(([name, { type }]) => [
      name,
      decodeColumn(name, type, arrow.getChild(name), arrow.numRows),
    ]),
  )
  checkRanges(columns)
  return {
    length: arrow.numRows,
    columns: columns as ColumnsOf<Registry>,
    metadata: arrow.schema.metadata,
  }
}
