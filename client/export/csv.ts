export type Cell = string | number | null

/**
 * What begins a formula in one spreadsheet or another: OWASP's list (CSV Injection), with the full
 * width signs that a Chinese input method writes and a Chinese spreadsheet takes for the others.
 */
const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

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
  const safe = STARTS_FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
