import { civilDayOf, civilDayOfNumber, dayNumber } from '#data/domain/clock'
import { STILL } from '#data/domain/historyColumns'
import { extremes } from '../arrowColumns.ts'
import type { PastFigures } from '../pointsProtocol.ts'
import type { DailyCurve, HistorySpan } from '../../stores/timeline.ts'
import type { RiskPointTable } from '../riskPointTable.ts'
import { columnsAtDay, joinDictionaries } from './columnsAtDay.ts'
import { hazardSourcesAtDay, hiddenDangersAtDay, presentRows } from './countsAtDay.ts'
import { figuresAtDay } from './figuresAtDay.ts'
import type { History } from './history.ts'
import { createRowFinder } from './rowsAtDay.ts'
import { yearCurve } from './yearCurve.ts'

export type TimeMachine = {
  /**
   * The table as it was at the end of a civil day, 24:00 in Asia/Shanghai; null, today and later:
   * the present table itself. The class, number and people of an enterprise are today's.
   */
  at(day: number | null): RiskPointTable
  /** Of every area and park at the end of a day, by code; null is now. */
  figuresAt(day: number | null): ReadonlyMap<string, PastFigures>
  /** Of an area or park, one value a day over the span. */
  curveOf(code: string): DailyCurve
  span: HistorySpan
}

/** Playing asks for neighbours, a comparison for two: more would cost 25 MB a day at a million. */
const DAYS_KEPT = 4

/** The rows of the points that the history speaks of: a table of a million has few of them. */
function findRows(table: RiskPointTable, history: History): Map<number, number> {
  const { versions, hazardSources, hiddenDangers } = history
  const wanted = new Set<number>()
  const ids = [
    versions.columns.id,
    hazardSources.columns.riskPoint,
    hiddenDangers.columns.riskPoint,
  ]
  for (const column of ids) for (const id of column) wanted.add(id)
  const rows = new Map<number, number>()
  for (let row = 0; row < table.length; row += 1) {
    const id = table.id[row]!
    if (wanted.has(id)) rows.set(id, row)
  }
  return rows
}

const todayOf = ({ asOf }: RiskPointTable): number => dayNumber(civilDayOf(new Date(asOf)))

/**
 * Points are known since the first of them was recorded. Hidden dangers are known whole from the
 * day before the first was closed: of those closed earlier there is no record, so that a day before
 * would show too few.
 */
function spanOf(table: RiskPointTable, { versions, hiddenDangers }: History): HistorySpan {
  const last = todayOf(table)
  const { registeredDay, closedDay } = hiddenDangers.columns
  const [firstClosed] = extremes(closedDay)
  const [firstRegistered] = extremes(registeredDay)
  const firstOfDangers = firstClosed === STILL ? firstRegistered : firstClosed - 1
  const firstOfPoints = Math.min(
    extremes(table.validFromDay)[0],
    extremes(versions.columns.fromDay)[0],
  )
  const known = hiddenDangers.length > 0 ? Math.max(firstOfPoints, firstOfDangers) : firstOfPoints
  return { first: Math.min(known, last), last }
}

export function createTimeMachine(table: RiskPointTable, history: History): TimeMachine {
  const { versions, hazardSources, hiddenDangers } = history
  const presentRowOf = findRows(table, history)
  const rowsAt = createRowFinder(table, versions, presentRowOf)
  const dangerRows = presentRows(hiddenDangers.columns.riskPoint, presentRowOf)
  const hazardRows = presentRows(hazardSources.columns.riskPoint, presentRowOf)
  const dictionaries = {
    areaCode: joinDictionaries(table.areaCode, versions.columns.areaCode),
    parkCode: joinDictionaries(table.parkCode, versions.columns.parkCode),
  }
  const span = spanOf(table, history)
  const kept = new Map<number, RiskPointTable>()
  const figures = new WeakMap<RiskPointTable, ReadonlyMap<string, PastFigures>>()

  function build(day: number): RiskPointTable {
    const rows = rowsAt(day)
    const then = columnsAtDay(table, versions, dictionaries, rows)
    return {
      ...then,
      ...hiddenDangersAtDay(hiddenDangers, dangerRows, rows, day, then),
      ...hazardSourcesAtDay(hazardSources, hazardRows, rows, day),
      length: rows.length,
      dataVersion: table.dataVersion,
      asOf: `${civilDayOfNumber(day)}T23:59:59+08:00`,
    }
  }

  function at(day: number | null): RiskPointTable {
    if (day === null || day >= span.last) return table
    const found = kept.get(day) ?? build(day)
    kept.delete(day)
    kept.set(day, found)
    for (const oldest of kept.keys()) {
      if (kept.size <= DAYS_KEPT) break
      kept.delete(oldest)
    }
    return found
  }

  function figuresAt(day: number | null): ReadonlyMap<string, PastFigures> {
    const then = at(day)
    const found =
      figures.get(then) ?? figuresAtDay(then, hiddenDangers, Math.min(day ?? span.last, span.last))
    figures.set(then, found)
    return found
  }

  const curveOf = (code: string) =>
    yearCurve(code, span, table, versions.columns, hiddenDangers.columns)

  return { at, figuresAt, curveOf, span }
}
