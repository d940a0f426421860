import { measureSpan } from './measureSpan.ts'
import {
  PointsError,
  type LoadProgress,
  type PointsCall,
  type PointsCalls,
  type Selection,
  type SelectRequest,
  type WorkerMessage,
} from './pointsProtocol.ts'

type Waiting = { resolve: (answer: never) => void; reject: (cause: PointsError) => void }
type WaitingSelect = {
  request: SelectRequest
  resolve: (selection: Selection | null) => void
  reject: (cause: unknown) => void
}

/** The part of a Worker that is used here; tests give their own. */
export type PointsPort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>

export type PointsWorkerClient = {
  /** Loads the columns, or asks whether newer ones are there. @throws PointsError */
  load(): Promise<PointsCalls['load']['answer']>
  /**
   * Marks and counts for a view. While one is being answered only the newest request waits; those
   * it overtakes get null. @throws PointsError
   */
  select(request: SelectRequest): Promise<Selection | null>
  /** The row of a risk point by its id, null when it is not among the columns. */
  rowOf(id: number): Promise<number | null>
  describe(rows: readonly number[]): Promise<PointsCalls['describe']['answer']>
  /** Ends the worker; what is still waiting fails. */
  dispose(): void
}

const startWorker = (): PointsPort =>
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

/** Numbers calls, keeps who waits for which, and fails all of them when the worker dies. */
function createCaller(port: PointsPort, onProgress: (progress: LoadProgress) => void) {
  const waiting = new Map<number, Waiting>()
  let calls = 0
  let ended: PointsError | null = null

  function end(message: string) {
    ended = new PointsError({ kind: 'unreadable', status: 0, message })
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }

  port.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    if (data.kind === 'progress') return onProgress(data.progress)
    const waiter = waiting.get(data.number)
    waiting.delete(data.number)
    if (data.kind === 'failure') waiter?.reject(new PointsError(data.failure))
    else measureSpan('points.receive', () => waiter?.resolve(data.answer as never))
  })
  port.addEventListener('error', () => end('The worker for the risk points has stopped.'))
  port.addEventListener('messageerror', () =>
    end('The worker for the risk points is not understood.'),
  )

  function call<Call extends PointsCall>(call: Call, request: PointsCalls[Call]['request']) {
    return new Promise<PointsCalls[Call]['answer']>((resolve, reject) => {
      if (ended) return reject(ended)
      calls += 1
      waiting.set(calls, { resolve, reject })
      port.postMessage({ number: calls, call, request })
    })
  }

  return { call, end }
}

/** Asks the points worker; one for the page. */
export function createPointsWorkerClient({
  url = '/api/risk-points.arrow',
  onProgress = () => {},
  start = startWorker,
}: {
  url?: string
  onProgress?: (progress: LoadProgress) => void
  start?: () => PointsPort
} = {}): PointsWorkerClient {
  const port = start()
  const { call, end } = createCaller(port, onProgress)
  let next: WaitingSelect | null = null
  let selecting = false

  async function selectInTurn() {
    selecting = true
    while (next) {
      const { request, resolve, reject } = next
      next = null
      await call('select', request).then(resolve, reject)
    }
    selecting = false
  }

  return {
    load: () => call('load', { url }),
    select: (request) =>
      new Promise((resolve, reject) => {
        next?.resolve(null)
        next = { request: sendable(request), resolve, reject }
        if (!selecting) void selectInTurn()
      }),
    rowOf: (id) => call('rowOf', { id }),
    describe: (rows) => call('describe', { rows: [...rows] }),
    dispose: () => {
      port.terminate()
      end('The risk points were closed.')
    },
  }
}
