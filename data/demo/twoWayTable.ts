import { sum } from './apportion.ts'
import { groupBy } from './groupBy.ts'

/** One entry of a table with two margins, for example a park in its street and of its type. */
export type Cell = { row: string; column: string; weight: number; most: number }
export type Totals = Readonly<Record<string, number>>

const FITTING_ROUNDS = 500
/** A round that changes nothing by more than this ends the fitting. */
const FITTED = 1e-9

/**
 * Whole numbers for the cells that meet the totals of every row and every column exactly and stay
 * close to proportional to the weights: iterative proportional fitting, then controlled rounding,
 * where the units that rounding down leaves over are routed as a flow from rows to columns (first
 * within the next whole number of each cell, then within its `most`).
 * @throws RangeError when no such table exists.
 */
export function fillTwoWayTable(cells: readonly Cell[], rows: Totals, columns: Totals): number[] {
  const fitted = fitProportionally(cells, rows, columns)
  const rowLeft = { ...rows }
  const columnLeft = { ...columns }
  const values = cells.map(({ row, column, most }, index) => {
    const whole = Math.floor(fitted[index]! + 1e-9)
    const value = Math.max(0, Math.min(whole, most, rowLeft[row] ?? 0, columnLeft[column] ?? 0))
    rowLeft[row]! -= value
    columnLeft[column]! -= value
    return value
  })
  const next = cells.map(({ most }, index) => Math.min(most, Math.ceil(fitted[index]! - 1e-9)))
  const most = cells.map((cell) => (cell.weight > 0 ? cell.most : 0))
  for (const limits of [next, most]) routeLeftOver(cells, values, limits, rowLeft, columnLeft)
  const missing = sum(Object.values(rowLeft))
  if (missing > 0) throw new RangeError(`no table meets both margins: ${missing} units left over`)
  return values
}

function fitProportionally(cells: readonly Cell[], rows: Totals, columns: Totals): number[] {
  const values = cells.map(({ weight }) => weight)
  const indices = cells.map((_, index) => index)
  const margins = [
    { groups: groupBy(indices, (index) => cells[index]!.row), totals: rows },
    { groups: groupBy(indices, (index) => cells[index]!.column), totals: columns },
  ]
  for (let round = 0; round < FITTING_ROUNDS; round++) {
    let farthest = 0
    for (const { groups, totals } of margins) {
      for (const [key, group] of groups) {
        const present = sum(group.map((index) => values[index]!))
        if (present === 0) continue
        const factor = (totals[key] ?? 0) / present
        for (const index of group) values[index]! *= factor
        farthest = Math.max(farthest, Math.abs(factor - 1))
      }
    }
    if (farthest < FITTED) break
  }
  return values
}

/** Augmenting paths from rows with units left to columns with room, one unit at a time. */
function routeLeftOver(
  cells: readonly Cell[],
  values: number[],
  limits: readonly number[],
  rowLeft: Record<string, number>,
  columnLeft: Record<string, number>,
): void {
  for (const row of Object.keys(rowLeft)) {
    while (rowLeft[row]! > 0) {
      const path = findPath(cells, values, limits, row, columnLeft)
      if (!path) break
      for (const { index, change } of path.steps) values[index]! += change
      rowLeft[row]!--
      columnLeft[path.column]!--
    }
  }
}

type Step = { index: number; change: 1 | -1 }
type Reached = { previous: string | null; step: Step | null }

/** Breadth first: from a row a cell may take one more, from a column a cell may give one back. */
function findPath(
  cells: readonly Cell[],
  values: readonly number[],
  limits: readonly number[],
  start: string,
  columnLeft: Readonly<Record<string, number>>,
): { column: string; steps: Step[] } | null {
  const reached = new Map<string, Reached>([[`row ${start}`, { previous: null, step: null }]])
  for (const node of reached.keys()) {
    const [side, name] = node.split(' ') as ['row' | 'column', string]
    if (side === 'column' && (columnLeft[name] ?? 0) > 0) {
      return { column: name, steps: stepsTo(node, reached) }
    }
    cells.forEach((cell, index) => {
      if (cell[side] !== name) return
      const change = side === 'row' ? 1 : -1
      if (change === 1 ? values[index]! >= limits[index]! : values[index]! <= 0) return
      const target = side === 'row' ? `column ${cell.column}` : `row ${cell.row}`
      if (!reached.has(target)) reached.set(target, { previous: node, step: { index, change } })
    })
  }
  return null
}

function stepsTo(node: string, reached: ReadonlyMap<string, Reached>): Step[] {
  const steps: Step[] = []
  let at: string | null = node
  while (at !== null) {
    const { previous, step }: Reached = reached.get(at)!
    if (step) steps.unshift(step)
    at = previous
  }
  return steps
}
