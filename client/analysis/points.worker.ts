import type { Marks } from './marks.ts'
import { createPointsHandlers } from './pointsHandlers.ts'
import {
  PointsError,
  type CallMessage,
  type PointsCall,
  type PointsCalls,
  type PointsFailure,
  type WorkerMessage,
} from './pointsProtocol.ts'

const scope = self as unknown as DedicatedWorkerGlobalScope
const send = (message: WorkerMessage, transfer: Transferable[] = []) =>
  scope.postMessage(message, transfer)
const handlers = createPointsHandlers((progress) => send({ kind: 'progress', progress }))

/** The arrays of marks are made for this answer; a column stays: all of them share one buffer. */
function buffersOf({ byLevel, hazards }: Marks): Transferable[] {
  const parts = [...Object.values(byLevel), hazards]
  return [
    ...parts.flatMap(({ positions, rows }) => [positions.buffer, rows.buffer]),
    hazards.level.buffer,
    hazards.majorHazardGrade.buffer,
  ] as ArrayBuffer[]
}

/** Which buffers go along with an answer, for each call. */
const TRANSFERS: { [Call in PointsCall]: (answer: PointsCalls[Call]['answer']) => Transferable[] } =
  {
    load: () => [],
    select: ({ marks }) => buffersOf(marks),
    rowOf: () => [],
    describe: () => [],
  }

function failureOf(cause: unknown): PointsFailure {
  if (cause instanceof PointsError) {
    return { kind: cause.kind, status: cause.status, message: cause.message }
  }
  const text = cause instanceof Error ? cause.message : String(cause)
  return { kind: 'unreadable', status: 0, message: `The risk points cannot be worked on: ${text}` }
}

async function answer<Call extends PointsCall>(
  number: number,
  call: Call,
  request: PointsCalls[Call]['request'],
) {
  try {
    const result = await handlers[call](request)
    send({ kind: 'answer', number, answer: result }, TRANSFERS[call](result))
  } catch (cause) {
    send({ kind: 'failure', number, failure: failureOf(cause) })
  }
}

scope.addEventListener('message', ({ data }: MessageEvent<CallMessage>) => {
  void answer(data.number, data.call, data.request)
})
