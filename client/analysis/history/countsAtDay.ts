import type { RiskPointTable } from '../riskPointTable.ts'
import type { History } from './history.ts'
import type { RowsAtDay } from './rowsAtDay.ts'

const MOST_HAZARD_SOURCES = 255

/** For every row of a part of the history the row of the present table, −1 for none. */
export const presentRows = (
  riskPoint: Uint32Array,
  presentRowOf: ReadonlyMap<number, number>,
): Int32Array => Int32Array.from(riskPoint, (id) => presentRowOf.get(id) ?? -1)

function rowAt(rows: RowsAtDay, presentRow: number, id: number): number {
  return presentRow < 0 ? rows.appendedRowOf(id) : rows.rowOf(presentRow)
}

/** Open and overdue hidden dangers of each row at the end of a day; deadlines are the original ones. */
export function hiddenDangersAtDay(
  { columns, length }: History['hiddenDangers'],
  present: Int32Array,
  rows: RowsAtDay,
  day: number,
): Pick<RiskPointTable, 'openHiddenDangers' | 'overdueHiddenDangers' | 'withoutPoint'> {
  const { riskPoint, registeredDay, closedDay, deadlineDay } = columns
  const openHiddenDangers = new Uint16Array(rows.length)
  const overdueHiddenDangers = new Uint16Array(rows.length)
  const withoutPoint = { open: 0, overdue: 0 }
  for (let index = 0; index < length; index += 1) {
    if (registeredDay[index]! > day || closedDay[index]! <= day) continue
    const overdue = deadlineDay[index]! < day ? 1 : 0
    const row = rowAt(rows, present[index]!, riskPoint[index]!)
    if (row < 0) {
      withoutPoint.open += 1
      withoutPoint.overdue += overdue
    } else {
      openHiddenDangers[row]! += 1
      overdueHiddenDangers[row]! += overdue
    }
  }
  return { openHiddenDangers, overdueHiddenDangers, withoutPoint }
}

/** Hazard sources of each row at the end of a day, and the gravest 重大危险源 among them. */
export function hazardSourcesAtDay(
  { columns, length }: History['hazardSources'],
  present: Int32Array,
  rows: RowsAtDay,
  day: number,
): Pick<RiskPointTable, 'hazardSources' | 'majorHazardGrade'> {
  const { riskPoint, fromDay, toDay } = columns
  const hazardSources = new Uint8Array(rows.length)
  const majorHazardGrade = new Uint8Array(rows.length)
  for (let index = 0; index < length; index += 1) {
    if (fromDay[index]! > day || toDay[index]! <= day) continue
    const row = rowAt(rows, present[index]!, riskPoint[index]!)
    if (row < 0) continue
    if (hazardSources[row]! < MOST_HAZARD_SOURCES) hazardSources[row]! += 1
    const grade = columns.majorHazardGrade[index]!
    const gravest = majorHazardGrade[row]!
    if (grade > 0 && (gravest === 0 || grade < gravest)) majorHazardGrade[row] = grade
  }
  return { hazardSources, majorHazardGrade }
}
