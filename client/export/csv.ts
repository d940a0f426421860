export type Cell = string | number | null

/**
 * A table as CSV (RFC 4180) with a byte order mark, without which spreadsheets take Chinese for
 * something else. Text that a spreadsheet would run as a formula is kept text with an apostrophe.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return '\uFEFF' + rows.map((row) => row.map(cellText).join(',')).join('\r\n') + '\r\n'
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
