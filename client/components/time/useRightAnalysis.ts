import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import {
  createAnalysisWorkerClient,
  type AnalysisWorkerClient,
} from '../../analysis/analysisWorkerClient.ts'
import { troubleOf } from '../../analysis/troubleOf.ts'
import { useDistrictLand } from '../../composables/useDistrictLand.ts'
import { useAnalysisStore } from '../../stores/analysis.ts'
import type { PointsTrouble } from '../../stores/points.ts'
import { useTimelineStore } from '../../stores/timeline.ts'
import { askAnalysis, type AnalysisRequest } from '../analysis/analysisRequests.ts'
import { useAnalysisRequest } from '../analysis/useAnalysis.ts'

/**
 * The worker of the later date, which starts when an analysis is on. Of a data version it loads the
 * columns once: whoever asks meanwhile waits for the same load.
 */
function useLoadedWorker(start: () => AnalysisWorkerClient) {
  let worker: AnalysisWorkerClient | null = null
  let loading: { version: string; done: Promise<unknown> } | null = null
  onScopeDispose(() => worker?.dispose())

  return {
    /** @throws PointsError */
    async load(version: string, district: GeoJSON.MultiPolygon): Promise<AnalysisWorkerClient> {
      const client = (worker ??= start())
      if (loading?.version !== version) loading = { version, done: client.load(district) }
      await loading.done
      return client
    },
    /** After a failure: the next one loads anew. */
    forget: () => {
      loading = null
    },
  }
}

/** The analysis of the later date of a comparison; `failure` tells why there is none. */
export function useRightAnalysis(start: () => AnalysisWorkerClient = createAnalysisWorkerClient) {
  const analysis = useAnalysisStore()
  const timeline = useTimelineStore()
  const district = useDistrictLand()
  const request = useAnalysisRequest(() => timeline.right)
  const result = computed({ get: () => analysis.right, set: analysis.showRight })
  const failure = shallowRef<PointsTrouble | null>(null)
  const retries = ref(0)
  const worker = useLoadedWorker(start)
  let isGone = false

  async function ask(asked: AnalysisRequest, version: string, land: GeoJSON.MultiPolygon) {
    try {
      const client = await worker.load(version, land)
      const answer = await askAnalysis(client, asked, 'rest')
      if (!answer || isGone) return
      result.value = answer
      failure.value = null
    } catch (cause) {
      if (isGone) return
      worker.forget()
      result.value = null
      failure.value = troubleOf(cause)
    }
  }

  watch(
    [request, () => analysis.loaded, district, retries],
    ([next, loaded, land]) => {
      if (next && loaded && land) return void ask(next, loaded.dataVersion, land)
      result.value = null
      failure.value = null
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    isGone = true
    result.value = null
  })

  return {
    result,
    failure,
    retry: () => {
      failure.value = null
      retries.value += 1
    },
  }
}
