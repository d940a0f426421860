import { riskLevelOfRank } from '#data/domain/riskLevels'
import type { Bounds } from '../stores/camera.ts'
import { createColumnsHolder } from './columnsHolder.ts'
import { countRows, type PointCounts } from './countRows.ts'
import { filterRows, maskRows, type PointFilter } from './pointFilter.ts'
import {
  NO_PAST_FIGURES,
  type DescribedPoint,
  type LoadProgress,
  type PointsCalls,
} from './pointsProtocol.ts'
import { hasCoordinates, type RiskPointTable } from './riskPointTable.ts'
import { createPastTables } from './pastTables.ts'
import { selectMarks } from './selectMarks.ts'
import type { HandlersOf } from './workerCalls.ts'

type Filtered = { table: RiskPointTable; key: string; rows: Uint32Array; counts: PointCounts }

/** Marks around the view as well, so that a pan shows no bare edge before the next answer. */
const MARGIN = 0.2

function withMargin([west, south, east, north]: Bounds): Bounds {
  const across = (east - west) * MARGIN
  const up = (north - south) * MARGIN
  return [west - across, south - up, east + across, north + up]
}

function withoutHidden(table: RiskPointTable, rows: Uint32Array, hidden: readonly number[]) {
  if (!hidden.length) return rows
  const ids = new Set(hidden)
  return rows.filter((row) => !ids.has(table.id[row]!))
}

function describe(table: RiskPointTable, row: number): DescribedPoint {
  return {
    row,
    id: table.id[row]!,
    level: riskLevelOfRank(table.level[row]!),
    areaCode: table.areaCode.values[table.areaCode.indices[row]!]!,
    parkCode: table.parkCode.values[table.parkCode.indices[row]!]!,
    position: hasCoordinates(table, row) ? [table.longitude[row]!, table.latitude[row]!] : null,
    score: table.score[row]!,
    hazardSources: table.hazardSources[row]!,
    majorHazardGrade: table.majorHazardGrade[row]!,
  }
}

/**
 * What the worker answers, apart from the worker so that tests can ask it. Holds one table, and the
 * rows and counts of the last filter: while the map only moves, a selection scans no column whole.
 */
export function createPointsHandlers(
  report: (progress: LoadProgress) => void,
): HandlersOf<PointsCalls> {
  const columns = createColumnsHolder(report)
  const pastTables = createPastTables(columns)
  let filtered: Filtered | null = null
  /** What the rows of the last selection are rows of. */
  let shown: { present: RiskPointTable; table: RiskPointTable } | null = null

  /** The table of the last selection, or the present one once it has been loaded anew. */
  async function shownTable(): Promise<RiskPointTable> {
    const present = await columns.ready()
    return shown?.present === present ? shown.table : present
  }

  function filteredBy(table: RiskPointTable, filter: PointFilter): Filtered {
    const key = JSON.stringify(filter)
    if (filtered?.table !== table || filtered.key !== key) {
      const mask = maskRows(table, filter)
      const rows = filterRows(table, filter, mask)
      filtered = { table, key, rows, counts: countRows(table, filter, mask) }
    }
    return filtered
  }

  return {
    load: ({ url }) => columns.load(url),
    select: async ({ day = null, ...asked }) => {
      const { present, table, request, figures } = await pastTables.of({ ...asked, day })
      const start = performance.now()
      const { filter, places, ...view } = request
      const { rows, counts } = filteredBy(table, filter)
      const marks = selectMarks({
        ...view,
        table,
        rows: withoutHidden(table, rows, places?.hidden ?? []),
        bbox: withMargin(view.bbox),
        ...(places ? { heights: new Map(places.heights) } : {}),
      })
      shown = { present, table }
      return { marks, counts, past: figures(), milliseconds: performance.now() - start }
    },
    curve: async ({ code }) => (await pastTables.machine()).machine.curveOf(code),
    rowOf: async ({ id }) => {
      const row = (await shownTable()).id.indexOf(id)
      return row < 0 ? null : row
    },
    span: async () => (await pastTables.machine()).machine.span,
    figures: async ({ code, days }) => {
      const { machine: past } = await pastTables.machine()
      return days.map((day) => past.figuresAt(day).get(code) ?? NO_PAST_FIGURES)
    },
    describe: async ({ rows }) => {
      const table = await shownTable()
      return rows.filter((row) => row < table.length).map((row) => describe(table, row))
    },
  }
}
