import { reactive } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { EMPTY_FILTER } from '../../../../client/analysis/pointFilter.ts'
import {
  PointsError,
  type PointsCalls,
  type SelectRequest,
} from '../../../../client/analysis/pointsProtocol.ts'
import { createPointsWorkerClient } from '../../../../client/analysis/pointsWorkerClient.ts'
import type * as calls from '../../../../client/analysis/workerCalls.ts'

type CallMessage = calls.CallMessage<PointsCalls>
type WorkerMessage = calls.WorkerMessage<PointsCalls>

/** A worker that says nothing until the test answers for it. */
function createSilentWorker() {
  const calls: CallMessage[] = []
  const target = new EventTarget()
  const emit = (data: WorkerMessage) => target.dispatchEvent(new MessageEvent('message', { data }))
  return {
    calls,
    emit,
    stop: () => target.dispatchEvent(new Event('error')),
    answer: (index: number, answer: unknown) =>
      emit({ kind: 'answer', number: calls[index]!.number, answer } as WorkerMessage),
    port: {
      postMessage: (message: unknown) => void calls.push(structuredClone(message) as CallMessage),
      addEventListener: target.addEventListener.bind(target) as Worker['addEventListener'],
      terminate: vi.fn<() => void>(),
    },
  }
}

function createPair() {
  const worker = createSilentWorker()
  const onProgress = vi.fn<(progress: unknown) => void>()
  const client = createPointsWorkerClient({ start: () => worker.port, onProgress })
  return { worker, client, onProgress }
}

const requestAt = (zoom: number): SelectRequest => ({
  filter: EMPTY_FILTER,
  scale: 'street',
  bbox: [114, 22, 115, 23],
  zoom,
  showAll: false,
})
const settle = () => new Promise((resolve) => setTimeout(resolve))

describe('createPointsWorkerClient', () => {
  it('gives each caller its own answer', async () => {
    const { worker, client } = createPair()
    const row = client.rowOf(7)
    const described = client.describe([3])
    worker.answer(1, [{ row: 3 }])
    worker.answer(0, 12)
    expect(await row).toBe(12)
    expect(await described).toEqual([{ row: 3 }])
  })

  it('asks for one selection at a time and then only for the newest', async () => {
    const { worker, client } = createPair()
    const [first, second, third] = [11, 12, 13].map((zoom) => client.select(requestAt(zoom)))
    expect(worker.calls).toHaveLength(1)
    expect(await second).toBeNull()
    worker.answer(0, 'first')
    expect(await first).toBe('first')
    await settle()
    expect(worker.calls[1]).toMatchObject({ call: 'select', request: { zoom: 13 } })
    worker.answer(1, 'third')
    expect(await third).toBe('third')
  })

  it('goes on after a selection that failed', async () => {
    const { worker, client } = createPair()
    const failed = client.select(requestAt(11))
    const next = client.select(requestAt(12))
    const failure = { kind: 'unreadable', status: 0, message: 'No.' } as const
    worker.emit({ kind: 'failure', number: worker.calls[0]!.number, failure })
    await expect(failed).rejects.toThrow('No.')
    await settle()
    worker.answer(1, 'next')
    expect(await next).toBe('next')
  })

  it('sends the lists of a reactive store as plain ones', async () => {
    const { worker, client } = createPair()
    const filter = reactive({ ...EMPTY_FILTER, levels: ['major' as const] })
    const selection = client.select({ ...requestAt(11), filter: { ...filter } })
    expect(worker.calls[0]).toMatchObject({ request: { filter: { levels: ['major'] } } })
    worker.answer(0, 'done')
    expect(await selection).toBe('done')
  })

  it('loads from the contract’s address and passes progress on', async () => {
    const { worker, client, onProgress } = createPair()
    const loaded = client.load()
    expect(worker.calls[0]).toMatchObject({ request: { url: '/api/risk-points.arrow' } })
    worker.emit({ kind: 'progress', progress: { received: 5, total: null } })
    expect(onProgress).toHaveBeenCalledWith({ received: 5, total: null })
    worker.answer(0, { length: 1 })
    expect(await loaded).toEqual({ length: 1 })
  })

  it('fails what waits, and what comes later, until it loads anew in another worker', async () => {
    const [dead, next] = [createSilentWorker(), createSilentWorker()]
    const workers = [dead, next]
    const client = createPointsWorkerClient({ start: () => workers.shift()!.port })
    const waiting = client.select(requestAt(11))
    dead.stop()
    await expect(waiting).rejects.toThrow(PointsError)
    await expect(client.rowOf(1)).rejects.toThrow(/has stopped/)
    const loaded = client.load()
    expect(dead.port.terminate).toHaveBeenCalledOnce()
    // What the dead one still says ends nothing.
    dead.stop()
    next.answer(0, { length: 1 })
    expect(await loaded).toEqual({ length: 1 })
    expect(workers).toEqual([])
  })

  it('keeps its worker when it loads again', async () => {
    const { worker, client } = createPair()
    for (const index of [0, 1]) {
      const loaded = client.load()
      worker.answer(index, { length: 1 })
      expect(await loaded).toEqual({ length: 1 })
    }
    expect(worker.port.terminate).not.toHaveBeenCalled()
  })

  it('ends the worker when it is disposed', async () => {
    const { worker, client } = createPair()
    const waiting = client.rowOf(1)
    client.dispose()
    expect(worker.port.terminate).toHaveBeenCalledOnce()
    await expect(waiting).rejects.toThrow(/closed/)
    await expect(client.load()).rejects.toThrow(/closed/)
    expect(worker.calls).toHaveLength(1)
  })
})
