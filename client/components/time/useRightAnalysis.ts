import { onScopeDispose, shallowRef, watch } from 'vue'
import {
  createAnalysisWorkerClient,
  type AnalysisWorkerClient,
} from '../../analysis/analysisWorkerClient.ts'
import { useAreas } from '../../api/queries.ts'
import { useAnalysisStore, type AnalysisResult } from '../../stores/analysis.ts'
import { useTimelineStore } from '../../stores/timeline.ts'
import { askAnalysis, type AnalysisRequest } from '../analysis/analysisRequests.ts'
import { useAnalysisRequest } from '../analysis/useAnalysis.ts'

/**
 * The analysis of the later date of a comparison, by a worker of its own that starts when an analysis
 * is on. Heat keeps the fixed scale for as long as two dates are compared.
 */
export function useRightAnalysis(start = createAnalysisWorkerClient) {
  const analysis = useAnalysisStore()
  const timeline = useTimelineStore()
  const areas = useAreas()
  const request = useAnalysisRequest(() => timeline.right)
  const result = shallowRef<AnalysisResult | null>(null)
  let worker: AnalysisWorkerClient | null = null
  let loadedVersion = ''

  /** The worker with the columns of a data version. */
  async function loadedWorker(version: string): Promise<AnalysisWorkerClient | null> {
    const district = areas.data.value?.features.find(
      ({ properties }) => properties.level === 'district',
    )
    if (!district) return null
    worker ??= start()
    if (loadedVersion !== version) {
      loadedVersion = version
      await worker.load(district.geometry as GeoJSON.MultiPolygon)
    }
    return worker
  }

  async function ask(asked: AnalysisRequest, version: string) {
    try {
      const client = await loadedWorker(version)
      const answer = client && (await askAnalysis(client, asked, 'rest'))
      if (answer) result.value = answer
    } catch (cause) {
      console.error(cause)
      loadedVersion = ''
      result.value = null
    }
  }

  watch(
    [request, () => analysis.loaded],
    ([next, loaded]) => {
      if (next && loaded) void ask(next, loaded.dataVersion)
      else result.value = null
    },
    { immediate: true },
  )
  watch(
    () => analysis.settings.breakRule,
    (rule) => rule !== 'fixed' && analysis.set({ breakRule: 'fixed' }),
    { immediate: true },
  )
  onScopeDispose(() => worker?.dispose())

  return result
}
