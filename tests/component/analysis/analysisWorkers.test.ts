import { dayNumber } from '#data/domain/clock'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import type {
  LoadedAnalysis,
  Surface,
  SurfaceRequest,
} from '../../../client/analysis/analysisProtocol.ts'
import type { AnalysisWorkerClient } from '../../../client/analysis/analysisWorkerClient.ts'
import { PointsError } from '../../../client/analysis/pointsProtocol.ts'
import { useAnalysis } from '../../../client/components/analysis/useAnalysis.ts'
import { useRightAnalysis } from '../../../client/components/time/useRightAnalysis.ts'
import { useAnalysisStore } from '../../../client/stores/analysis.ts'
import { useTimelineStore } from '../../../client/stores/timeline.ts'
import { SURFACE } from '../../unit/client/map/overlays/analysisAnswers.ts'
import { STATE } from '../../unit/client/map/sceneStates.ts'
import { mountWith } from '../mountWith.ts'

const LOADED: LoadedAnalysis = {
  length: 1200,
  withoutCoordinates: 4,
  dataVersion: '7',
  asOf: '2026-11-23T01:00:00Z',
  milliseconds: 1,
  changed: true,
  proposedBandwidthMetres: 850,
}
const DEAD = new PointsError({ kind: 'unreadable', status: 0, message: 'It has stopped.' })

/** A worker that answers when the test says so. */
function fakeClient() {
  const loads = vi.fn<AnalysisWorkerClient['load']>(() => Promise.resolve(LOADED))
  const surfaces = vi.fn<(request: SurfaceRequest) => Promise<Surface | null>>(() =>
    Promise.resolve(SURFACE),
  )
  const client = { load: loads, surface: surfaces, dispose: vi.fn<() => void>() }
  return { client: client as unknown as AnalysisWorkerClient, loads, surfaces }
}

function mountUse<T>(use: () => T) {
  let used: T | undefined
  const { wrapper, pinia } = mountWith(
    defineComponent({
      setup() {
        used = use()
        return () => h('p')
      },
    }),
    {},
    [[['areas'], STATE.geography.areas]],
  )
  return {
    wrapper,
    used: used as T,
    analysis: useAnalysisStore(pinia),
    timeline: useTimelineStore(pinia),
  }
}
const rulesOf = (surfaces: ReturnType<typeof fakeClient>['surfaces']) =>
  surfaces.mock.calls.map(([{ breakRule }]) => breakRule)
/** Longer than an answer waits for the rest. */
const pass = () => vi.advanceTimersByTimeAsync(400)

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

test('a comparison is asked on the fixed classes, and what was chosen stays chosen', async () => {
  const { client, surfaces } = fakeClient()
  const { wrapper, analysis, timeline } = mountUse(() => useAnalysis(() => client))
  analysis.set({ mode: 'heat', breakRule: 'quantile' })
  await pass()
  expect(new Set(rulesOf(surfaces))).toEqual(new Set(['quantile']))
  surfaces.mockClear()
  timeline.compare(dayNumber('2026-10-31'))
  await pass()
  expect(new Set(rulesOf(surfaces))).toEqual(new Set(['fixed']))
  expect(analysis.result).toMatchObject({ breakRule: 'fixed' })
  expect(analysis.settings.breakRule).toBe('quantile')
  surfaces.mockClear()
  timeline.leave()
  await pass()
  expect(analysis.result).toMatchObject({ breakRule: 'quantile' })
  wrapper.unmount()
})

test('after the mode was closed nothing works on, and what its worker leaves is no failure', async () => {
  const { client, surfaces } = fakeClient()
  const { wrapper, analysis } = mountUse(() => useAnalysis(() => client))
  analysis.set({ mode: 'heat' })
  await pass()
  let fail: (cause: PointsError) => void = () => {}
  surfaces.mockImplementation(() => new Promise((_, reject) => (fail = reject)))
  analysis.set({ weight: 'count' })
  await pass()
  expect(analysis.busy).toBe(true)
  analysis.set({ mode: null })
  await pass()
  expect(analysis.busy).toBe(false)
  wrapper.unmount()
  fail(DEAD)
  await pass()
  expect([analysis.failure, analysis.busy]).toEqual([null, false])
})

test('the later date loads once for all that ask meanwhile', async () => {
  const { client, loads, surfaces } = fakeClient()
  let finish: (loaded: LoadedAnalysis) => void = () => {}
  loads.mockImplementation(() => new Promise((resolve) => (finish = resolve)))
  const { wrapper, used, analysis } = mountUse(() => useRightAnalysis(() => client))
  analysis.set({ mode: 'heat' })
  analysis.finishLoading(LOADED)
  await pass()
  analysis.set({ bandwidthMetres: 300 })
  await pass()
  expect(loads).toHaveBeenCalledOnce()
  // Nothing is asked of a worker that holds nothing yet.
  expect(surfaces).not.toHaveBeenCalled()
  finish(LOADED)
  await pass()
  expect(surfaces).toHaveBeenCalledTimes(2)
  expect(used.result.value).toMatchObject({ mode: 'heat' })
  wrapper.unmount()
})

test('the later date tells that it failed, and comes when it is tried again', async () => {
  const { client, loads } = fakeClient()
  loads.mockRejectedValueOnce(DEAD)
  const { wrapper, used, analysis } = mountUse(() => useRightAnalysis(() => client))
  analysis.set({ mode: 'heat' })
  analysis.finishLoading(LOADED)
  await pass()
  expect(used.failure.value).toEqual({ kind: 'unreadable', status: 0 })
  expect(used.result.value).toBeNull()
  used.retry()
  await pass()
  expect(used.failure.value).toBeNull()
  expect(used.result.value).toMatchObject({ mode: 'heat' })
  expect(loads).toHaveBeenCalledTimes(2)
  wrapper.unmount()
})
