import type { PaperBox } from './planFrame.ts'
import { layOutTable, type LaidTable, type PaperColumn, type PaperRow } from './paperTable.ts'

/** A3 landscape, in millimetres; office printers leave 4 mm at the edges white. */
export const SHEET = { width: 420, height: 297 } as const
export const FRAME: PaperBox = { x: 8, y: 8, width: 404, height: 281 }
export const TITLE: PaperBox = { x: 8, y: 8, width: 404, height: 17 }
/** The part that the plan lies in, with the band of scale and north below it. */
export const MAP: PaperBox = { x: 8, y: 25, width: 268, height: 255 }
export const DRAWING: PaperBox = { x: 13, y: 29, width: 258, height: 229 }
export const NOTES: PaperBox = { x: 8, y: 280, width: 268, height: 9 }
/** Legend, tables and title block, from above. */
export const COLUMN: PaperBox = { x: 276, y: 25, width: 136, height: 264 }
export const ANNEX: PaperBox = { x: 12, y: 29, width: 396, height: 256 }
export const TITLE_BLOCK_HEIGHT = 52
/** A table's heading with the space above it. */
export const HEADING = 7.5
const SIZES = [2.6, 2.3, 2.1] as const
const ANNEX_SIZE = 2.8

export type PlanTable = {
  key: string
  title: string
  columns: readonly PaperColumn[]
  rows: readonly PaperRow[]
}
export type PlacedTable = { key: string; title: string; y: number; table: LaidTable }

function placed(tables: readonly PlanTable[], box: PaperBox, size: number) {
  let y = box.y
  const rest: PlanTable[] = []
  const laid = tables.flatMap((table): PlacedTable[] => {
    const room = { width: box.width, height: box.y + box.height - y - HEADING, size }
    // A heading is not left alone at the foot of a sheet, nor a table begun after one that broke off.
    const started = rest.length === 0 ? layOutTable(table.columns, table.rows, room) : null
    if (!started || (started.rows.length === 0 && table.rows.length > 0)) {
      rest.push(table)
      return []
    }
    if (started.rest.length) rest.push({ ...table, rows: started.rest })
    const at = y
    y += HEADING + started.height
    return [{ key: table.key, title: table.title, y: at, table: started }]
  })
  return { laid, rest }
}

/**
 * Tables one below the other: in the column beside the plan, in the largest letters that all of
 * them fit in; what does not fit in the smallest goes to sheets of their own.
 */
export function layOutTables(
  tables: readonly PlanTable[],
  box: PaperBox,
): { beside: PlacedTable[]; annexes: PlacedTable[][] } {
  const attempts = SIZES.map((size) => placed(tables, box, size))
  const beside = attempts.find(({ rest }) => rest.length === 0) ?? attempts.at(-1)!
  const annexes: PlacedTable[][] = []
  let { rest } = beside
  while (rest.length) {
    const next = placed(rest, ANNEX, ANNEX_SIZE)
    // A row that is higher than a sheet cannot be: cells have a most of lines.
    if (next.laid.length === 0) break
    annexes.push(next.laid)
    rest = next.rest
  }
  return { beside: beside.laid, annexes }
}
