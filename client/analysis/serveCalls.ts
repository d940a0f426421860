import { PointsError, type LoadProgress, type PointsFailure } from './pointsProtocol.ts'
import type {
  CallMessage,
  CallTable,
  HandlersOf,
  TransfersOf,
  WorkerMessage,
} from './workerCalls.ts'

function failureOf(cause: unknown): PointsFailure {
  if (cause instanceof PointsError) {
    return { kind: cause.kind, status: cause.status, message: cause.message }
  }
  const text = cause instanceof Error ? cause.message : String(cause)
  return { kind: 'unreadable', status: 0, message: `The risk points cannot be worked on: ${text}` }
}

/** Answers the calls of a page inside a worker; a fault becomes a failure of that call alone. */
export function serveCalls<Calls extends CallTable>(
  scope: DedicatedWorkerGlobalScope,
  create: (report: (progress: LoadProgress) => void) => HandlersOf<Calls>,
  transfers: TransfersOf<Calls>,
): void {
  const send = (message: WorkerMessage<Calls>, transfer: Transferable[] = []) =>
    scope.postMessage(message, transfer)
  const handlers = create((progress) => send({ kind: 'progress', progress }))

  async function answer({ number, call, request }: CallMessage<Calls>) {
    try {
      const result = await handlers[call](request)
      send({ kind: 'answer', number, answer: result }, transfers[call](result))
    } catch (cause) {
      send({ kind: 'failure', number, failure: failureOf(cause) })
    }
  }

  scope.addEventListener('message', ({ data }: MessageEvent<CallMessage<Calls>>) => {
    void answer(data)
  })
}
