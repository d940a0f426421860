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

/** Counts by the number of an enterprise. */
type EnterpriseCounts = { open: Uint16Array; overdue: Uint16Array }
type HiddenDangerCounts = Pick<
  RiskPointTable,
  'openHiddenDangers' | 'overdueHiddenDangers' | 'enterpriseHiddenDangers' | 'withoutPoint'
>

/** Gives every row what its enterprise has; what no located row takes up is without a point. */
function shareByEnterprise(
  {
    enterprise,
    longitude,
    latitude,
  }: Pick<RiskPointTable, 'enterprise' | 'longitude' | 'latitude'>,
  { open, overdue }: EnterpriseCounts,
): Pick<HiddenDangerCounts, 'enterpriseHiddenDangers' | 'withoutPoint'> {
  const enterpriseHiddenDangers = new Uint16Array(enterprise.length)
  const isLocated = new Uint8Array(open.length)
  for (let row = 0; row < enterprise.length; row += 1) {
    const number = enterprise[row]!
    if (number === 0 || number >= open.length || open[number] === 0) continue
    enterpriseHiddenDangers[row] = open[number]!
    // The difference of a number to itself is 0, of NaN and infinities NaN.
    const sum = longitude[row]! + latitude[row]!
    if (sum - sum === 0) isLocated[number] = 1
  }
  const withoutPoint = { open: 0, overdue: 0 }
  for (let number = 0; number < open.length; number += 1) {
    if (isLocated[number] === 1) continue
    withoutPoint.open += open[number]!
    withoutPoint.overdue += overdue[number]!
  }
  return { enterpriseHiddenDangers, withoutPoint }
}

/**
 * Open and overdue hidden dangers of each row at the end of a day, and those of its enterprise that
 * are at none of the rows; deadlines are the original ones.
 * @param then enterprise and position of each row of the day
 */
export function hiddenDangersAtDay(
  { columns, length }: History['hiddenDangers'],
  present: Int32Array,
  rows: RowsAtDay,
  day: number,
  then: Pick<RiskPointTable, 'enterprise' | 'longitude' | 'latitude'>,
): HiddenDangerCounts {
  const { riskPoint, enterprise, registeredDay, closedDay, deadlineDay } = columns
  const openHiddenDangers = new Uint16Array(rows.length)
  const overdueHiddenDangers = new Uint16Array(rows.length)
  let most = 0
  for (let index = 0; index < length; index += 1) most = Math.max(most, enterprise[index]!)
  const atNoPoint = { open: new Uint16Array(most + 1), overdue: new Uint16Array(most + 1) }
  for (let index = 0; index < length; index += 1) {
    if (registeredDay[index]! > day || closedDay[index]! <= day) continue
    const overdue = deadlineDay[index]! < day ? 1 : 0
    const row = rowAt(rows, present[index]!, riskPoint[index]!)
    if (row < 0) {
      atNoPoint.open[enterprise[index]!]! += 1
      atNoPoint.overdue[enterprise[index]!]! += overdue
    } else {
      openHiddenDangers[row]! += 1
      overdueHiddenDangers[row]! += overdue
    }
  }
  return { openHiddenDangers, overdueHiddenDangers, ...shareByEnterprise(then, atNoPoint) }
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
