import { areaPath } from '#data/domain/areas'
import { OVERDUE_FACTOR } from '#data/domain/figures'
import { NO_COUNTS, RISK_LEVELS, riskLevelOfRank, RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import { NO_PAST_FIGURES, type PastFigures } from '../pointsProtocol.ts'
import type { DictionaryColumn, RiskPointTable } from '../riskPointTable.ts'
import type { History } from './history.ts'

const LEVELS = RISK_LEVEL_ORDER.length
/** Of a level's points, all and those that count double. */
const COUNTERS = 2

/** Points of each code and level: `code · 8 + (rank − 1) · 2`, then how many of them count double. */
function countPoints(table: RiskPointTable, { indices, values }: DictionaryColumn, day: number) {
  const counts = new Uint32Array(values.length * LEVELS * COUNTERS)
  const { level, reviewDueDay, overdueHiddenDangers } = table
  for (let row = 0; row < table.length; row += 1) {
    const at = (indices[row]! * LEVELS + level[row]! - 1) * COUNTERS
    counts[at]! += 1
    if (reviewDueDay[row]! < day || overdueHiddenDangers[row]! > 0) counts[at + 1]! += 1
  }
  return counts
}

function addPoints(figures: PastFigures, counts: Uint32Array, code: number): void {
  for (let index = 0; index < LEVELS; index += 1) {
    const at = (code * LEVELS + index) * COUNTERS
    const count = counts[at]!
    const level = riskLevelOfRank(index + 1)
    figures.riskPoints.total += count
    figures.riskPoints[level] += count
    // V = Σ w·k (CONTENT.md 3.2): overdue reviews and overdue hidden dangers double a point.
    const doubled = (OVERDUE_FACTOR - 1) * counts[at + 1]!
    figures.riskValue += RISK_LEVELS[level].weight * (count + doubled)
  }
}

/** Open and overdue of each code, at a risk point or not: `code · 2`. */
function countDangers(
  { columns, length }: History['hiddenDangers'],
  { indices, values }: DictionaryColumn,
  day: number,
) {
  const counts = new Uint32Array(values.length * COUNTERS)
  const { registeredDay, closedDay, deadlineDay } = columns
  for (let index = 0; index < length; index += 1) {
    if (registeredDay[index]! > day || closedDay[index]! <= day) continue
    const at = indices[index]! * COUNTERS
    counts[at]! += 1
    if (deadlineDay[index]! < day) counts[at + 1]! += 1
  }
  return counts
}

/**
 * What the columns can tell of every place at the end of a day, whatever filter is set: district,
 * streets, communities and parks by code.
 * @param table as it was at the end of that day
 */
export function figuresAtDay(
  table: RiskPointTable,
  dangers: History['hiddenDangers'],
  day: number,
): Map<string, PastFigures> {
  const figures = new Map<string, PastFigures>()
  const figuresOf = (code: string) => {
    const found = figures.get(code) ?? { ...NO_PAST_FIGURES, riskPoints: { ...NO_COUNTS } }
    figures.set(code, found)
    return found
  }
  const places = [
    { column: 'areaCode', codesOf: areaPath },
    { column: 'parkCode', codesOf: (code: string) => [code] },
  ] as const
  for (const { column, codesOf } of places) {
    const points = countPoints(table, table[column], day)
    table[column].values.forEach((value, index) => {
      for (const code of codesOf(value)) addPoints(figuresOf(code), points, index)
    })
    const own = dangers.columns[column]
    const open = countDangers(dangers, own, day)
    own.values.forEach((value, index) => {
      for (const code of codesOf(value)) {
        const place = figuresOf(code)
        place.openHiddenDangers += open[index * COUNTERS]!
        place.overdueHiddenDangers += open[index * COUNTERS + 1]!
      }
    })
  }
  return figures
}
