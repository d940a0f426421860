import type { RiskPointTable } from '../riskPointTable.ts'
import type { History } from './history.ts'

/** Which states of which points hold at the end of a day. */
export type RowsAtDay = {
  /** Rows of the present table whose point was there; null for all of them. */
  kept: Uint32Array | null
  /** Rows of the day that take their values from a past version, and that version. */
  replaced: { row: number; version: number }[]
  /** Past versions of points that are retired since; they follow the kept rows. */
  appended: number[]
  length: number
  /** The row of the day of a present row, −1 when its point was not there. */
  rowOf: (presentRow: number) => number
  /** The row of the day of a point that is retired since, −1 when it was not there. */
  appendedRowOf: (id: number) => number
}

/** Finds the state of points at a day, after one pass over the history. */
export function createRowFinder(
  table: RiskPointTable,
  { columns: versions }: History['versions'],
  presentRowOf: ReadonlyMap<number, number>,
) {
  const versionsOf = new Map<number, number[]>()
  versions.id.forEach((id, version) => {
    const own = versionsOf.get(id)
    if (own) own.push(version)
    else versionsOf.set(id, [version])
  })
  const retired = [...versionsOf].filter(([id]) => !presentRowOf.has(id))
  const versionAt = (own: readonly number[], day: number): number | undefined =>
    own.find((version) => versions.fromDay[version]! <= day && versions.toDay[version]! > day)

  return function rowsAt(day: number): RowsAtDay {
    const { validFromDay, id, length } = table
    const absent: number[] = []
    const earlier: { row: number; version: number }[] = []
    for (let row = 0; row < length; row += 1) {
      if (validFromDay[row]! <= day) continue
      const version = versionAt(versionsOf.get(id[row]!) ?? [], day)
      if (version === undefined) absent.push(row)
      else earlier.push({ row, version })
    }
    const appended = retired.flatMap(([, own]) => versionAt(own, day) ?? [])
    const { kept, rowOf } = withoutRows(length, absent)
    const keptLength = length - absent.length
    const appendedRows = new Map(
      appended.map((version, index) => [versions.id[version]!, keptLength + index]),
    )
    return {
      kept,
      replaced: earlier.map(({ row, version }) => ({ row: rowOf(row), version })),
      appended,
      length: keptLength + appended.length,
      rowOf,
      appendedRowOf: (pointId) => appendedRows.get(pointId) ?? -1,
    }
  }
}

function withoutRows(length: number, absent: readonly number[]): Pick<RowsAtDay, 'kept' | 'rowOf'> {
  if (absent.length === 0) return { kept: null, rowOf: (row) => row }
  const kept = new Uint32Array(length - absent.length)
  const places = new Int32Array(length)
  let next = 0
  for (let row = 0; row < length; row += 1) {
    // `absent` ascends: its next entry is the next row to leave out.
    if (absent[row - next] === row) places[row] = -1
    else {
      places[row] = next
      kept[next] = row
      next += 1
    }
  }
  return { kept, rowOf: (row) => places[row]! }
}
