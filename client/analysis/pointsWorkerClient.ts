import { COLUMNS_ADDRESS } from './columnAddresses.ts'
import type {
  FiguresRequest,
  LoadProgress,
  PointsCalls,
  Selection,
  SelectRequest,
} from './pointsProtocol.ts'
import { createWorkerCaller, newestOnly, type WorkerPort } from './workerCalls.ts'

export type PointsWorkerClient = {
  /**
   * Loads the columns, or asks whether newer ones are there; into a new worker where the last one has
   * died. @throws PointsError
   */
  load(): Promise<PointsCalls['load']['answer']>
  /**
   * Marks and counts for a view. While one is being answered only the newest request waits; those
   * it overtakes get null. @throws PointsError
   */
  select(request: SelectRequest): Promise<Selection | null>
  /** One value a day over the history of an area or park. @throws PointsError */
  curve(code: string): Promise<PointsCalls['curve']['answer']>
  /** The row of a risk point by its id, null when it is not among the columns. */
  rowOf(id: number): Promise<number | null>
  describe(rows: readonly number[]): Promise<PointsCalls['describe']['answer']>
  /** First day that is known and today; loads the history. @throws PointsError */
  span(): Promise<PointsCalls['span']['answer']>
  /** Figures of an area or a park at the ends of days. @throws PointsError */
  figures(request: FiguresRequest): Promise<PointsCalls['figures']['answer']>
  /** Ends the worker; what is still waiting fails. */
  dispose(): void
}

const startWorker = (): WorkerPort =>
  new Worker(new URL('./points.worker.ts', import.meta.url), { type: 'module' })

/** Lists of a reactive store are proxies, which no worker can be sent: plain copies of them. */
const sendable = ({ filter, ...view }: SelectRequest): SelectRequest => ({
  ...view,
  bbox: [...view.bbox],
  filter: {
    ...filter,
    levels: [...filter.levels],
    highRiskClasses: [...filter.highRiskClasses],
  },
})

/** Asks the points worker; one for the page. */
export function createPointsWorkerClient({
  url = COLUMNS_ADDRESS,
  onProgress = () => {},
  start = startWorker,
}: {
  url?: string
  onProgress?: (progress: LoadProgress) => void
  start?: () => WorkerPort
} = {}): PointsWorkerClient {
  const { call, restart, dispose } = createWorkerCaller<PointsCalls>(start, {
    span: 'points.receive',
    onProgress,
  })
  const select = newestOnly((request: SelectRequest) => call('select', request))

  return {
    load: () => {
      restart()
      return call('load', { url })
    },
    select: (request) => select(sendable(request)),
    curve: (code) => call('curve', { code }),
    rowOf: (id) => call('rowOf', { id }),
    describe: (rows) => call('describe', { rows: [...rows] }),
    span: () => call('span', {}),
    figures: ({ code, days }) => call('figures', { code, days: [...days] }),
    dispose,
  }
}
