import type { AnalysisCalls } from './analysisProtocol.ts'
import { createColumnsHolder } from './columnsHolder.ts'
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

  return {
    load: async ({ url }) => ({ ...(await columns.load(url)), proposedBandwidthMetres: 800 }),
    surface: missing,
    hexagons: missing,
    hotspots: missing,
    clusters: missing,
  }
}
