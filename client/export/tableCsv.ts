import { dateTime } from '../composables/formatTime.ts'
import type { Exportable, ExportTable } from '../stores/exportables.ts'
import { toCsv } from './csv.ts'

/** Names of the columns that every row carries, in the reader's language. */
export type StandingColumns = { asOf: string; source: string; note: string }

/**
 * A table as CSV whose first row names the columns. What must be told with the figures (date, source,
 * 演示数据) stands in the last columns of every row: lines above the names would break sorting and
 * pivot tables, and rows that are copied elsewhere take it along.
 */
export function tableCsv(
  table: ExportTable,
  exportable: Pick<Exportable, 'asOf' | 'day' | 'source'>,
  names: StandingColumns,
  note: string,
): string {
  const head = table.columns.map(({ label, unit }) => (unit ? `${label} (${unit})` : label))
  const when = exportable.day ? `${exportable.day} 24:00` : dateTime(exportable.asOf)
  const standing = [when, exportable.source, note]
  return toCsv([
    [...head, names.asOf, names.source, names.note],
    ...table.rows.map((row) => [...row, ...standing]),
  ])
}
