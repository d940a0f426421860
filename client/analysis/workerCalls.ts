import { measureSpan } from './measureSpan.ts'
import { PointsError, type LoadProgress, type PointsFailure } from './pointsProtocol.ts'

/** What a worker can be asked, by name: request and answer. */
export type CallTable = Record<string, { request: unknown; answer: unknown }>

/** A handler for every call; one that is missing or answers wrongly fails to compile. */
export type HandlersOf<Calls extends CallTable> = {
  [Call in keyof Calls]: (
    request: Calls[Call]['request'],
  ) => Calls[Call]['answer'] | Promise<Calls[Call]['answer']>
}

/** Which buffers go along with an answer instead of being copied, for each call. */
export type TransfersOf<Calls extends CallTable> = {
  [Call in keyof Calls]: (answer: Calls[Call]['answer']) => Transferable[]
}

/** A call on its way to the worker. */
export type CallMessage<Calls extends CallTable> = {
  [Call in keyof Calls]: { number: number; call: Call; request: Calls[Call]['request'] }
}[keyof Calls]

/** What comes back from the worker. */
export type WorkerMessage<Calls extends CallTable> =
  | { kind: 'answer'; number: number; answer: Calls[keyof Calls]['answer'] }
  | { kind: 'failure'; number: number; failure: PointsFailure }
  | { kind: 'progress'; progress: LoadProgress }

/** The part of a Worker that is used here; tests give their own. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>

type Waiting = { resolve: (answer: never) => void; reject: (cause: PointsError) => void }

/**
 * Numbers calls, keeps who waits for which, and fails all of them when the worker dies: those that
 * wait, and those that come until it is begun again.
 * @param start begins a worker: at once, and for each `restart`.
 * @param span name under which the time to receive an answer is left in the browser's timeline
 */
export function createWorkerCaller<Calls extends CallTable>(
  start: () => WorkerPort,
  { span, onProgress = () => {} }: { span: string; onProgress?: (progress: LoadProgress) => void },
) {
  const waiting = new Map<number, Waiting>()
  let calls = 0
  let ended: PointsError | null = null
  let isClosed = false
  let port = listen(start())

  function end(message: string) {
    ended = new PointsError({ kind: 'unreadable', status: 0, message })
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }

  function listen(from: WorkerPort) {
    // What a worker says that has been replaced concerns nobody any more.
    const isCurrent = () => from === port
    from.addEventListener('message', ({ data }: MessageEvent<WorkerMessage<Calls>>) => {
      if (!isCurrent()) return
      if (data.kind === 'progress') return onProgress(data.progress)
      const waiter = waiting.get(data.number)
      waiting.delete(data.number)
      if (data.kind === 'failure') waiter?.reject(new PointsError(data.failure))
      else measureSpan(span, () => waiter?.resolve(data.answer as never))
    })
    const fail = (message: string) => () => {
      if (isCurrent()) end(message)
    }
    from.addEventListener('error', fail('The worker for the risk points has stopped.'))
    from.addEventListener('messageerror', fail('The worker for the risk points is not understood.'))
    return from
  }

  function call<Call extends keyof Calls>(call: Call, request: Calls[Call]['request']) {
    return new Promise<Calls[Call]['answer']>((resolve, reject) => {
      if (ended) return reject(ended)
      calls += 1
      waiting.set(calls, { resolve, reject })
      port.postMessage({ number: calls, call, request })
    })
  }

  return {
    call,
    /** Begins a new worker, which holds nothing yet, if the last one has died. */
    restart() {
      if (!ended || isClosed) return
      port.terminate()
      ended = null
      port = listen(start())
    },
    /** Ends the worker; what is still waiting fails. */
    dispose() {
      isClosed = true
      port.terminate()
      end('The risk points were closed.')
    },
  }
}

/**
 * Of calls that follow one another quickly only the newest waits while one is being answered: those
 * it overtakes get null.
 */
export function newestOnly<Request, Answer>(ask: (request: Request) => Promise<Answer>) {
  type Next = {
    request: Request
    resolve: (answer: Answer | null) => void
    reject: (cause: unknown) => void
  }
  let next: Next | null = null
  let busy = false

  async function askInTurn() {
    busy = true
    while (next) {
      const { request, resolve, reject }: Next = next
      next = null
      await ask(request).then(resolve, reject)
    }
    busy = false
  }

  return (request: Request) =>
    new Promise<Answer | null>((resolve, reject) => {
      next?.resolve(null)
      next = { request, resolve, reject }
      if (!busy) void askInTurn()
    })
}
