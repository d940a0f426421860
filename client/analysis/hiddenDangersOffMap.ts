import type { PointWeight } from '#data/domain/analysis'
import type { SelectionFacts } from './analysisProtocol.ts'
import { hasCoordinates, type RiskPointTable } from './riskPointTable.ts'

const counted = new WeakMap<RiskPointTable, number>()

function countOffMap(table: RiskPointTable): number {
  let count = table.withoutPoint.open
  for (let row = 0; row < table.length; row += 1) {
    if (!hasCoordinates(table, row)) count += table.openHiddenDangers[row]!
  }
  return count
}

/**
 * Open hidden dangers that no filter brings onto a map: those at points without coordinates, and
 * those at no point and of no enterprise with a located one. Together with what all located points
 * weigh they are all there are. Told beside the weight that counts hidden dangers, beside no other.
 */
export function hiddenDangersOffMap(
  table: RiskPointTable,
  weight: PointWeight,
): Pick<SelectionFacts, 'hiddenDangersOffMap'> {
  if (weight !== 'openHiddenDangers') return {}
  const count = counted.get(table) ?? countOffMap(table)
  counted.set(table, count)
  return { hiddenDangersOffMap: count }
}
