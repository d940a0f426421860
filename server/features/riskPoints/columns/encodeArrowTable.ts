import {
  type DataType,
  Dictionary,
  Field,
  Float32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Uint16,
  Uint32,
  Uint8,
  Utf8,
  vectorFromArray,
  type Data,
} from 'apache-arrow'
import type { TypedArray } from './typedArrays.ts'

const NUMBER_TYPES = { uint8: Uint8, uint16: Uint16, uint32: Uint32, float32: Float32 } as const
type ColumnRegistry = Record<
  string,
  { type: keyof typeof NUMBER_TYPES | 'dictionary'; note: string }
>

/** Values of each column row by row; of a dictionary the index of each row's text. */
export type ArrowColumns = {
  rows: number
  values: Record<string, TypedArray>
  dictionaries: Record<string, readonly string[]>
}

/**
 * One Arrow IPC stream with one record batch, its columns as in a registry. Columns `longitude` and
 * `latitude` are null where their value is NaN; nothing else is ever null.
 * @param metadata what the schema carries besides where the coordinates are
 * @throws TypeError when a column of the registry is missing
 */
export function encodeArrowTable(
  registry: ColumnRegistry,
  columns: ArrowColumns,
  metadata: Record<string, string>,
): Uint8Array {
  const names = Object.keys(registry)
  const children = names.map((name, index) => columnData(registry, name, index, columns))
  const fields = names.map(
    (name, index) =>
      new Field(
        name,
        (children[index] as Data).type,
        isCoordinate(name),
        new Map([['note', registry[name]?.note ?? '']]),
      ),
  )
  const geo = names.some(isCoordinate) ? { geo: GEO_METADATA } : {}
  const schema = new Schema(fields, new Map(Object.entries({ ...metadata, ...geo })))
  const struct = makeData({
    type: new Struct(fields),
    length: columns.rows,
    nullCount: 0,
    children,
  })
  return tableToIPC(new Table(schema, [new RecordBatch(schema, struct)]), 'stream')
}

/** Where the coordinates are, after the metadata of GeoArrow and GeoParquet. */
const GEO_METADATA = JSON.stringify({
  crs: 'EPSG:4326',
  geometry: { type: 'Point', encoding: 'separated', x: 'longitude', y: 'latitude' },
})

function isCoordinate(name: string): boolean {
  return name === 'longitude' || name === 'latitude'
}

function columnData(
  registry: ColumnRegistry,
  name: string,
  index: number,
  { rows, values, dictionaries }: ArrowColumns,
): Data {
  const data = values[name]
  const kind = registry[name]?.type
  if (!data || !kind) throw new TypeError(`There are no values for the column ${name}`)
  if (kind === 'dictionary') {
    return makeData({
      type: new Dictionary(new Utf8(), new Uint16(), index),
      length: rows,
      nullCount: 0,
      data: data as Uint16Array,
      dictionary: vectorFromArray([...(dictionaries[name] ?? [])], new Utf8()),
    }) as Data
  }
  const type: DataType = new NUMBER_TYPES[kind]()
  const nulls = isCoordinate(name) ? validity(data as Float32Array) : { nullCount: 0 }
  return makeData({ type, length: rows, data, ...nulls } as never) as Data
}

/** NaN stands under a null, and the bitmap says so: bit 1 for a value, lowest bit first. */
function validity(values: Float32Array): { nullCount: number; nullBitmap?: Uint8Array } {
  const nullBitmap = new Uint8Array(Math.ceil(values.length / 64) * 8)
  let nullCount = 0
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) nullCount++
    else nullBitmap[row >> 3] = (nullBitmap[row >> 3] as number) | (1 << (row & 7))
  }
  return nullCount === 0 ? { nullCount } : { nullCount, nullBitmap }
}
