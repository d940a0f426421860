import type { HISTORY_COLUMNS } from '#data/domain/historyColumns'
import type { DictionaryColumn, RiskPointTable } from '../riskPointTable.ts'
import type { History } from './history.ts'
import type { RowsAtDay } from './rowsAtDay.ts'

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array
type VersionColumn = Exclude<keyof typeof HISTORY_COLUMNS.versions, 'fromDay' | 'toDay'>
const NUMBER_COLUMNS = [
  'id',
  'longitude',
  'latitude',
  'level',
  'accidentType',
  'score',
  'reviewDueDay',
  'highRiskClass',
  'enterprise',
  'headcount',
] as const satisfies readonly VersionColumn[]

/** Whether a column of the day differs from the present one at all; else the two can be one. */
function differs(present: Numbers, past: Numbers, { kept, replaced, appended }: RowsAtDay) {
  return (
    kept !== null ||
    appended.length > 0 ||
    replaced.some(({ row, version }) => !Object.is(present[row], past[version]))
  )
}

function takeColumn<T extends Numbers>(present: T, past: T, rows: RowsAtDay): T {
  if (!differs(present, past, rows)) return present
  const { kept, replaced, appended, length } = rows
  const column = new (present.constructor as new (length: number) => T)(length)
  if (kept) for (let row = 0; row < kept.length; row += 1) column[row] = present[kept[row]!]!
  else column.set(present)
  for (const { row, version } of replaced) column[row] = past[version]!
  appended.forEach((version, index) => {
    column[length - appended.length + index] = past[version]!
  })
  return column
}

/** One dictionary for present and past: the present texts, then those that only the past has. */
export function joinDictionaries(present: DictionaryColumn, past: DictionaryColumn) {
  const missing = past.values.filter((value) => !present.values.includes(value))
  const values = missing.length > 0 ? [...present.values, ...missing] : present.values
  const places = new Map(values.map((value, index) => [value, index]))
  return { values, past: past.indices.map((index) => places.get(past.values[index]!)!) }
}
export type JoinedDictionary = ReturnType<typeof joinDictionaries>

/** Every column that a version of a point has, as it was at the end of a day. */
export function columnsAtDay(
  table: RiskPointTable,
  { columns: versions }: History['versions'],
  dictionaries: { areaCode: JoinedDictionary; parkCode: JoinedDictionary },
  rows: RowsAtDay,
) {
  const take = <T extends Numbers>(present: T, past: T) => takeColumn(present, past, rows)
  const code = (name: 'areaCode' | 'parkCode') => ({
    indices: take(table[name].indices, dictionaries[name].past),
    values: dictionaries[name].values,
  })
  const numbers = Object.fromEntries(
    NUMBER_COLUMNS.map((name) => [name, take<Numbers>(table[name], versions[name])]),
  ) as Pick<RiskPointTable, (typeof NUMBER_COLUMNS)[number]>
  return {
    ...numbers,
    areaCode: code('areaCode'),
    parkCode: code('parkCode'),
    validFromDay: take(table.validFromDay, versions.fromDay),
  }
}
