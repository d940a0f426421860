import { riskLevelOfRank } from '#data/domain/riskLevels'
import type { Bounds } from '../stores/camera.ts'
import { createColumnsHolder } from './columnsHolder.ts'
import { countRows, type PointCounts } from './countRows.ts'
import { filterRows, maskRows, type PointFilter } from './pointFilter.ts'
import type { DescribedPoint, LoadProgress, PointsCalls } from './pointsProtocol.ts'
import { hasCoordinates, type RiskPointTable } from './riskPointTable.ts'
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
  let filtered: Filtered | null = null

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
    select: async ({ filter, ...view }) => {
      const table = await columns.ready()
      const start = performance.now()
      const { rows, counts } = filteredBy(table, filter)
      const marks = selectMarks({ ...view, table, rows, bbox: withMargin(view.bbox) })
      return { marks, counts, past: null, milliseconds: performance.now() - start }
    },
    rowOf: async ({ id }) => {
      const row = (await columns.ready()).id.indexOf(id)
      return row < 0 ? null : row
    },
    describe: async ({ rows }) => {
      const table = await columns.ready()
      return rows.filter((row) => row < table.length).map((row) => describe(table, row))
    },
  }
}
