import { HISTORY_COLUMNS, type HistoryPart } from '#data/domain/historyColumns'
import { encodeArrowTable } from '../riskPoints/columns/encodeArrowTable.ts'
import { fromBigEndian, type TypedArray } from '../riskPoints/columns/typedArrays.ts'

/** A part as the database sent it: columns of bytes, and the texts of its dictionaries. */
export type HistoryRows = {
  rows: number
  areaCodes?: string[]
  parkCodes?: string[]
} & Partial<Record<string, number | string[] | Uint8Array>>

/** Columns that the database sends in two bytes; whole days need four there: it has no uint16. */
const TWO_BYTES = [
  'level',
  'accidentType',
  'areaCode',
  'parkCode',
  'highRiskClass',
  'majorHazardGrade',
]

const TARGETS = {
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  float32: Float32Array,
  dictionary: Uint16Array,
} as const

function readColumn(name: string, type: keyof typeof TARGETS, rows: HistoryRows): TypedArray {
  const bytes = rows[name] as Uint8Array
  const width = TWO_BYTES.includes(name) ? 2 : 4
  if (bytes.length !== rows.rows * width) {
    throw new RangeError(
      `The column ${name} has ${bytes.length / width} values for ${rows.rows} rows of history`,
    )
  }
  if (type === 'float32') return fromBigEndian([bytes], Float32Array)
  const numbers =
    width === 2 ? fromBigEndian([bytes], Uint16Array) : fromBigEndian([bytes], Uint32Array)
  return TARGETS[type].from(numbers)
}

/**
 * A part of the history as one Arrow IPC stream.
 * @throws RangeError when a column has not one value a row: string_agg skips a NULL
 */
export function encodeHistory(
  part: HistoryPart,
  rows: HistoryRows,
  metadata: Record<string, string>,
): Uint8Array {
  const registry = HISTORY_COLUMNS[part]
  const values = Object.fromEntries(
    Object.entries(registry).map(([name, { type }]) => [name, readColumn(name, type, rows)]),
  )
  const dictionaries = { areaCode: rows.areaCodes ?? [], parkCode: rows.parkCodes ?? [] }
  return encodeArrowTable(registry, { rows: rows.rows, values, dictionaries }, metadata)
}
