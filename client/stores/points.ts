import type { FiguresAnswer } from '#data/contract/responses'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, type UnwrapNestedRefs } from 'vue'
import type { PointCounts } from '../analysis/countRows.ts'
import type { Marks } from '../analysis/marks.ts'
import type { LoadedPoints, PointsFailure, Selection } from '../analysis/pointsProtocol.ts'

/** Why the points are not there; `chunk` when their script did not come. */
export type PointsTrouble = { kind: PointsFailure['kind'] | 'chunk'; status: number }

export type PointsStatus = 'waiting' | 'loading' | 'ready' | 'failed'

/** What a worker reports of the risk points: never the columns, only what is drawn and counted. */
export function createPointsState() {
  const status = ref<PointsStatus>('waiting')
  const failure = ref<PointsTrouble | null>(null)
  const loaded = shallowRef<LoadedPoints | null>(null)
  const marks = shallowRef<Marks | null>(null)
  const counts = shallowRef<PointCounts | null>(null)
  /** The day at whose end marks and counts are true; null for now. */
  const day = ref<number | null>(null)
  /** Figures by code at the end of that day; null for now. */
  const past = shallowRef<Selection['past']>(null)
  /** While a past day is shown: the figures with the values of that day. */
  const figures = shallowRef<FiguresAnswer | null>(null)
  /** Counts asks for a new load: the first, and each 重试. */
  const requests = ref(0)

  return {
    status,
    failure,
    loaded,
    marks,
    counts,
    day,
    past,
    figures,
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
    /** @param of the day that was asked for. */
    show: (selection: Selection, of: number | null) => {
      marks.value = selection.marks
      counts.value = selection.counts
      past.value = selection.past
      day.value = of
    },
  }
}

/** The points of the map of the page; the second map of a comparison has a state of its own. */
export const usePointsStore = defineStore('points', createPointsState)
export type PointsState = UnwrapNestedRefs<ReturnType<typeof createPointsState>>
