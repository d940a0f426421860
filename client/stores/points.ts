import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { PointCounts } from '../analysis/countRows.ts'
import type { Marks } from '../analysis/marks.ts'
import type { LoadedPoints, PointsFailure, Selection } from '../analysis/pointsProtocol.ts'

/** Why the points are not there; `chunk` when their script did not come. */
export type PointsTrouble = { kind: PointsFailure['kind'] | 'chunk'; status: number }

export type PointsStatus = 'waiting' | 'loading' | 'ready' | 'failed'

/** The risk points as the worker reports them: never the columns, only what is drawn and counted. */
export const usePointsStore = defineStore('points', () => {
  const status = ref<PointsStatus>('waiting')
  const failure = ref<PointsTrouble | null>(null)
  const loaded = shallowRef<LoadedPoints | null>(null)
  const marks = shallowRef<Marks | null>(null)
  const counts = shallowRef<PointCounts | null>(null)
  /** Counts asks for a new load: the first, and each 重试. */
  const requests = ref(0)

  return {
    status,
    failure,
    loaded,
    marks,
    counts,
    requests,
    byCode: computed(() => counts.value?.byCode ?? null),
    load: () => {
      requests.value += 1
    },
    begin: () => {
      status.value = 'loading'
      failure.value = null
    },
    finish: (points: LoadedPoints) => {
      loaded.value = points
      status.value = 'ready'
    },
    fail: (trouble: PointsTrouble) => {
      failure.value = trouble
      status.value = 'failed'
    },
    show: (selection: Selection) => {
      marks.value = selection.marks
      counts.value = selection.counts
    },
  }
})
