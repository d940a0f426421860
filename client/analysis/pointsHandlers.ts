import { riskLevelOfRank } from '#data/domain/riskLevels'
import type { Bounds } from '../stores/camera.ts'
import { countRows, type PointCounts } from './countRows.ts'
import { fetchColumns } from './fetchColumns.ts'
import { filterRows, maskRows, type PointFilter } from './pointFilter.ts'
import {
  PointsError,
  type DescribedPoint,
  type LoadedPoints,
  type LoadProgress,
  type PointsHandlers,
} from './pointsProtocol.ts'
import { decodeRiskPointTable, hasCoordinates, type RiskPointTable } from './riskPointTable.ts'
import { selectMarks } from './selectMarks.ts'

type Held = { table: RiskPointTable; etag: string | null; withoutCoordinates: number }
type Filtered = { key: string; rows: Uint32Array; counts: PointCounts }

function countWithoutCoordinates(table: RiskPointTable): number {
  let count = 0
  for (let row = 0; row < table.length; row += 1) if (!hasCoordinates(table, row)) count += 1
  return count
}

function decode(bytes: ArrayBuffer): RiskPointTable {
  try {
    return decodeRiskPointTable(bytes)
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new PointsError({ kind: 'unreadable', status: 200, message })
  }
}

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
export function createPointsHandlers(report: (progress: LoadProgress) => void): PointsHandlers {
  let held: Held | null = null
  let loading: Promise<LoadedPoints> | null = null
  let filtered: Filtered | null = null

  function present(): Held {
    if (held) return held
    const message = 'The risk points have not been loaded.'
    throw new PointsError({ kind: 'unreadable', status: 0, message })
  }

  async function load(url: string): Promise<LoadedPoints> {
    const start = performance.now()
    const fetched = await fetchColumns(url, held?.etag ?? null, report)
    if (fetched) {
      const table = decode(fetched.bytes)
      held = { table, etag: fetched.etag, withoutCoordinates: countWithoutCoordinates(table) }
      filtered = null
    }
    const { table, withoutCoordinates } = present()
    const { length, dataVersion, asOf } = table
    const milliseconds = performance.now() - start
    return { length, withoutCoordinates, dataVersion, asOf, milliseconds, changed: !!fetched }
  }

  async function ready(): Promise<Held> {
    if (!held && loading) await loading
    return present()
  }

  function filteredBy(table: RiskPointTable, filter: PointFilter): Filtered {
    const key = JSON.stringify(filter)
    if (filtered?.key !== key) {
      const mask = maskRows(table, filter)
      const rows = filterRows(table, filter, mask)
      filtered = { key, rows, counts: countRows(table, filter, mask) }
    }
    return filtered
  }

  return {
    load: ({ url }) => {
      loading = load(url)
      return loading
    },
    select: async ({ filter, ...view }) => {
      const { table } = await ready()
      const start = performance.now()
      const { rows, counts } = filteredBy(table, filter)
      const marks = selectMarks({ ...view, table, rows, bbox: withMargin(view.bbox) })
      return { marks, counts, milliseconds: performance.now() - start }
    },
    rowOf: async ({ id }) => {
      const row = (await ready()).table.id.indexOf(id)
      return row < 0 ? null : row
    },
    describe: async ({ rows }) => {
      const { table } = await ready()
      return rows.filter((row) => row < table.length).map((row) => describe(table, row))
    },
  }
}
