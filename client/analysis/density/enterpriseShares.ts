import type { RiskPointTable } from '../riskPointTable.ts'

/** Enterprises numbered without gaps, 0 for none: numbers of a database may be of any size. */
type EnterpriseIndex = { readonly ofRow: Uint32Array; readonly enterprises: number }

const indices = new WeakMap<Uint32Array, EnterpriseIndex>()

function enterpriseIndex(enterprise: Uint32Array): EnterpriseIndex {
  const known = indices.get(enterprise)
  if (known) return known
  const numbers = new Map<number, number>([[0, 0]])
  const ofRow = enterprise.map((number) => {
    const index = numbers.get(number) ?? numbers.size
    if (index === numbers.size) numbers.set(number, index)
    return index
  })
  const made = { ofRow, enterprises: numbers.size }
  indices.set(enterprise, made)
  return made
}

/** Columns that every point of an enterprise has from the enterprise as a whole. */
type EnterpriseColumn = 'headcount' | 'enterpriseHiddenDangers'

/**
 * Each person or hidden danger once: what an enterprise has as a whole split evenly among those of
 * its points that are counted. A point of no enterprise has none.
 * @param column what is split
 * @param rows the points that are counted
 * @returns the share that a row stands for, in the unit of the column
 */
export function enterpriseShares(
  table: RiskPointTable,
  column: EnterpriseColumn,
  rows: Uint32Array,
): (row: number) => number {
  const { ofRow, enterprises } = enterpriseIndex(table.enterprise)
  const whole = table[column]
  const counted = new Uint32Array(enterprises)
  for (let index = 0; index < rows.length; index += 1) counted[ofRow[rows[index]!]!]! += 1
  return (row) => (ofRow[row] === 0 ? 0 : whole[row]! / counted[ofRow[row]!]!)
}
