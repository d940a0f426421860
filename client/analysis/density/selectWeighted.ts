import type { PointWeight } from '#data/domain/analysis'
import { OVERDUE_FACTOR } from '#data/domain/figures'
import { RISK_LEVELS, RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import type { SelectionFacts } from '../analysisProtocol.ts'
import { maskRows, PASSES, type PointFilter } from '../pointFilter.ts'
import type { RiskPointTable } from '../riskPointTable.ts'
import type { WeightedPoints } from '../weightedPoints.ts'
import { enterpriseShares } from './enterpriseShares.ts'
import { planeColumns, type PlaneColumns } from './planeColumns.ts'

/** What every row weighs, looked up by row and rounded to single precision. */
type WeighRow = (row: number) => number

/** w of V = Σ w·k by rank: an array of the type of the column, so that no row is looked up by name. */
const RISK_VALUE_BY_RANK = new Uint8Array(256)
for (const level of RISK_LEVEL_ORDER) {
  const { rank, weight } = RISK_LEVELS[level]
  RISK_VALUE_BY_RANK[rank] = weight
}

function riskValue(table: RiskPointTable, today: number): WeighRow {
  const { level, reviewDueDay, overdueHiddenDangers } = table
  return (row) => {
    const value = RISK_VALUE_BY_RANK[level[row]!]!
    const overdue = overdueHiddenDangers[row]! > 0 || reviewDueDay[row]! < today
    return overdue ? OVERDUE_FACTOR * value : value
  }
}

const WEIGHING: Record<
  PointWeight,
  (table: RiskPointTable, today: number, rows: Uint32Array) => WeighRow
> = {
  riskValue,
  count: () => () => 1,
  score:
    ({ score }) =>
    (row) =>
      score[row]!,
  headcount: (table, _, rows) => enterpriseShares(table, 'headcount', rows),
  openHiddenDangers: (table, _, rows) => {
    const share = enterpriseShares(table, 'enterpriseHiddenDangers', rows)
    return (row) => table.openHiddenDangers[row]! + share(row)
  },
}

/** Rows that pass and have coordinates, and how many pass without. */
function locatedRows(mask: Uint8Array, { x, y }: PlaneColumns) {
  const rows = new Uint32Array(mask.length)
  let located = 0
  let withoutCoordinates = 0
  for (let row = 0; row < mask.length; row += 1) {
    if (mask[row] !== PASSES) continue
    const sum = x[row]! + y[row]!
    // The difference of a number to itself is 0, of NaN and infinities NaN.
    if (sum - sum === 0) {
      rows[located] = row
      located += 1
    } else withoutCoordinates += 1
  }
  return { row: rows.subarray(0, located), withoutCoordinates }
}

/**
 * The located points that pass, with plane coordinates in metres and what each counts for.
 *
 * A score or count of a broken row (negative, not a number) weighs nothing, so that no surface is
 * ever negative or undefined.
 */
export function selectWeighted(
  table: RiskPointTable,
  filter: PointFilter,
  weight: PointWeight,
  plane: PlaneColumns = planeColumns(table),
): WeightedPoints & SelectionFacts {
  const { row, withoutCoordinates } = locatedRows(maskRows(table, filter), plane)
  const length = row.length
  const weigh = WEIGHING[weight](table, filter.today, row)
  const x = new Float32Array(length)
  const y = new Float32Array(length)
  const weights = new Float32Array(length)
  let totalWeight = 0
  for (let index = 0; index < length; index += 1) {
    const at = row[index]!
    x[index] = plane.x[at]!
    y[index] = plane.y[at]!
    const own = weigh(at)
    if (!(own > 0 && own < Infinity)) continue
    weights[index] = own
    totalWeight += own
  }
  return { length, located: length, withoutCoordinates, totalWeight, x, y, weight: weights, row }
}
