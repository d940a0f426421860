import {
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
import type { RiskPointTable } from '../../client/analysis/riskPointTable.ts'

const NUMBER_TYPES = {
  uint8: () => new Uint8(),
  uint16: () => new Uint16(),
  uint32: () => new Uint32(),
  float32: () => new Float32(),
} as const

/** One bit a row, set where there is a number. */
function validity(values: Float32Array) {
  const nullBitmap = new Uint8Array(Math.ceil(values.length / 8))
  let nullCount = 0
  values.forEach((value, row) => {
    if (Number.isNaN(value)) nullCount += 1
    else nullBitmap[row >> 3]! |= 1 << (row & 7)
  })
  return nullCount ? { nullBitmap, nullCount } : { nullCount: 0 }
}

function columnData(table: RiskPointTable, name: RiskPointColumn): Data {
  const { type } = RISK_POINT_COLUMNS[name]
  const column = table[name]
  if ('indices' in column) {
    const dictionary = vectorFromArray([...column.values], new Utf8())
    const arrowType = new Dictionary(new Utf8(), new Uint16(), name === 'areaCode' ? 1 : 2)
    return makeData({ type: arrowType, data: column.indices, dictionary, nullCount: 0 })
  }
  // What a null covers is no number on purpose: readers must go by the bitmap.
  const data = column instanceof Float32Array ? column.map((value) => value || 0) : column
  const nulls = column instanceof Float32Array ? validity(column) : { nullCount: 0 }
  const arrowType = NUMBER_TYPES[type as keyof typeof NUMBER_TYPES]()
  return makeData({ type: arrowType as Float32, data: data as Float32Array, ...nulls })
}

/** The answer of `/api/risk-points.arrow` as any server would write it: one batch, NaN as null. */
export function encodeRiskPoints(table: RiskPointTable): ArrayBuffer {
  const names = Object.keys(RISK_POINT_COLUMNS) as RiskPointColumn[]
  const children = names.map((name) => columnData(table, name))
  const fields = children.map((data, index) => new Field(names[index]!, data.type, true))
  const { length, dataVersion, asOf, withoutPoint } = table
  const metadata = {
    dataVersion,
    asOf,
    openHiddenDangersWithoutPoint: String(withoutPoint.open),
    overdueHiddenDangersWithoutPoint: String(withoutPoint.overdue),
  }
  const schema = new Schema(fields, new Map(Object.entries(metadata)))
  const batch = new RecordBatch(
    schema,
    makeData({ type: new Struct(fields), children, length, nullCount: 0 }),
  )
  return tableToIPC(new Table(schema, [batch]), 'stream').slice().buffer
}
