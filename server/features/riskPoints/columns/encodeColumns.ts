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
import { RISK_POINT_COLUMNS, type RiskPointColumn } from '#data/domain/riskPointColumns'
import type { CollectedColumns } from './collectColumns.ts'

const DICTIONARY_IDS = { areaCode: 0, parkCode: 1 } as const
type DictionaryColumn = keyof typeof DICTIONARY_IDS

const NUMBER_TYPES = { uint8: Uint8, uint16: Uint16, uint32: Uint32, float32: Float32 } as const

/**
 * One Arrow IPC stream with one record batch, its columns as in RISK_POINT_COLUMNS.
 * @param metadata what the schema carries besides where the coordinates are
 */
export function encodeColumns(
  columns: CollectedColumns,
  metadata: Record<string, string>,
): Uint8Array {
  const names = Object.keys(RISK_POINT_COLUMNS) as RiskPointColumn[]
  const children = names.map((name) => columnData(name, columns))
  const fields = names.map(
    (name, index) =>
      new Field(name, (children[index] as Data).type, isCoordinate(name), fieldMetadata(name)),
  )
  const schema = new Schema(fields, new Map(Object.entries({ ...metadata, geo: GEO_METADATA })))
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

function isCoordinate(name: RiskPointColumn): boolean {
  return name === 'longitude' || name === 'latitude'
}

function isDictionary(name: RiskPointColumn): name is DictionaryColumn {
  return RISK_POINT_COLUMNS[name].type === 'dictionary'
}

function fieldMetadata(name: RiskPointColumn): Map<string, string> {
  return new Map([['note', RISK_POINT_COLUMNS[name].note]])
}

function columnData(name: RiskPointColumn, columns: CollectedColumns): Data {
  const data = columns.values[name]
  if (isDictionary(name)) {
    const codes = name === 'areaCode' ? columns.areaCodes : columns.parkCodes
    return makeData({
      type: new Dictionary(new Utf8(), new Uint16(), DICTIONARY_IDS[name]),
      length: columns.rows,
      nullCount: 0,
      data: data as Uint16Array,
      dictionary: vectorFromArray(codes, new Utf8()),
    }) as Data
  }
  const type: DataType = new NUMBER_TYPES[RISK_POINT_COLUMNS[name].type]()
  const nulls = isCoordinate(name) ? validity(data as Float32Array) : { nullCount: 0 }
  return makeData({ type, length: columns.rows, data, ...nulls } as never) as Data
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
