import type { RiskLevel } from '#data/domain/riskLevels'
import { wrapText } from './paperText.ts'

export type PaperColumn = { key: string; label: string; width: number; mostLines?: number }
export type PaperCell = { text: string; level?: RiskLevel | null }
export type PaperRow = { key: string; cells: readonly PaperCell[] }

type LaidCell = { x: number; width: number; lines: string[]; level: RiskLevel | null }
export type LaidRow = { key: string; y: number; height: number; cells: LaidCell[] }
export type LaidTable = {
  size: number
  head: LaidRow
  rows: LaidRow[]
  /** How far it reaches down from its upper edge, in millimetres. */
  height: number
  /** Rows that there was no room for. */
  rest: readonly PaperRow[]
}

const PADDING = 0.8
export const LINE_HEIGHT = 1.3
/** A mark before a text takes as much as a letter and a gap. */
const MARK_SHARE = 1.5

/**
 * Lays a table out on paper: columns as wide as their shares of `width`, rows as high as their
 * longest cell, as many as fit into `height`. All in millimetres.
 */
export function layOutTable(
  columns: readonly PaperColumn[],
  rows: readonly PaperRow[],
  room: { width: number; height: number; size: number },
): LaidTable {
  const { size } = room
  const share = room.width / columns.reduce((sum, { width }) => sum + width, 0)
  const lay = (row: PaperRow, y: number): LaidRow => {
    let x = 0
    const cells = columns.map((column, index) => {
      const { text = '', level = null } = row.cells[index] ?? {}
      const width = column.width * share
      const inner = width - 2 * PADDING - (level ? size * MARK_SHARE : 0)
      const lines = wrapText(text, inner, size, column.mostLines)
      const cell = { x: x + PADDING, width: width - 2 * PADDING, lines, level }
      x += width
      return cell
    })
    const most = Math.max(1, ...cells.map(({ lines }) => lines.length))
    return { key: row.key, y, height: most * size * LINE_HEIGHT + 2 * PADDING, cells }
  }
  const head = lay({ key: 'head', cells: columns.map(({ label }) => ({ text: label })) }, 0)
  const laid: LaidRow[] = []
  let bottom = head.height
  for (const row of rows) {
    const next = lay(row, bottom)
    if (bottom + next.height > room.height) break
    laid.push(next)
    bottom += next.height
  }
  return { size, head, rows: laid, height: bottom, rest: rows.slice(laid.length) }
}
