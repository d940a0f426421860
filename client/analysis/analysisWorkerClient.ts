import type { AnalysisCalls } from './analysisProtocol.ts'
import { COLUMNS_ADDRESS } from './columnAddresses.ts'
import type { LoadProgress } from './pointsProtocol.ts'
import { createWorkerCaller, newestOnly, type WorkerPort } from './workerCalls.ts'

const startWorker = (): WorkerPort =>
  new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module' })

/** Lists of a reactive store are proxies, which no worker can be sent: a plain copy. */
const sendable = <T>(request: T): T => JSON.parse(JSON.stringify(request)) as T

/**
 * Asks the analysis worker, which holds columns of its own, so that a heavy surface never keeps the
 * marks waiting. Of each kind only the newest request waits; those it overtakes get null.
 */
export function createAnalysisWorkerClient({
  onProgress = () => {},
  start = startWorker,
}: {
  onProgress?: (progress: LoadProgress) => void
  start?: () => WorkerPort
} = {}) {
  const { call, restart, dispose } = createWorkerCaller<AnalysisCalls>(start, {
    span: 'analysis.receive',
    onProgress,
  })
  const newest = <Call extends keyof AnalysisCalls>(name: Call) =>
    newestOnly((request: AnalysisCalls[Call]['request']) => call(name, sendable(request)))

  return {
    /** Loads the columns; into a new worker where the last one has died. @throws PointsError */
    load: (district: GeoJSON.MultiPolygon) => {
      restart()
      return call('load', { url: COLUMNS_ADDRESS, district: sendable(district) })
    },
    surface: newest('surface'),
    hexagons: newest('hexagons'),
    hotspots: newest('hotspots'),
    clusters: newest('clusters'),
    dispose,
  }
}
export type AnalysisWorkerClient = ReturnType<typeof createAnalysisWorkerClient>
