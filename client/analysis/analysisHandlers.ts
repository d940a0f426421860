import type { AnalysisCalls } from './analysisProtocol.ts'
import { createColumnsHolder } from './columnsHolder.ts'
import { projectDistrict, type PlaneDistrict } from './density/districtMask.ts'
import { planeColumns } from './density/planeColumns.ts'
import { proposeBandwidth } from './density/proposeBandwidth.ts'
import { createSurfaceMaker } from './density/surfaceMaker.ts'
import { createPastTables } from './pastTables.ts'
import { PointsError, type LoadProgress } from './pointsProtocol.ts'
import type { HandlersOf } from './workerCalls.ts'

const missing = (): never => {
  throw new PointsError({ kind: 'unreadable', status: 0, message: 'This is not there yet.' })
}

/** What the analysis worker answers, apart from the worker so that tests can ask it. */
export function createAnalysisHandlers(
  report: (progress: LoadProgress) => void,
): HandlersOf<AnalysisCalls> {
  const columns = createColumnsHolder(report)
  let historyUrl = ''
  const pastTables = createPastTables(columns, () => historyUrl)
  const makeSurface = createSurfaceMaker()
  let district: PlaneDistrict | null = null

  return {
    load: async ({ url, historyUrl: past, district: outline }) => {
      historyUrl = past
      district ??= projectDistrict(outline)
      const loaded = await columns.load(url)
      const plane = planeColumns(await columns.ready())
      return { ...loaded, proposedBandwidthMetres: proposeBandwidth(plane) }
    },
    surface: async (asked) => {
      const { table, request } = await pastTables.of(asked)
      if (!district) throw new TypeError('The district has not been loaded.')
      return makeSurface(table, district, request)
    },
    hexagons: missing,
    hotspots: missing,
    clusters: missing,
  }
}
