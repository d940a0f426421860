import { watch } from 'vue'
import { useAnalysisStore } from '../../stores/analysis.ts'
import { useToolQueryStore } from '../../stores/toolQuery.ts'
import { readAnalysis, writeAnalysis } from './analysisLink.ts'

/** Keeps the analysis and the address the same: read on every arrival, written on every change. */
export function useAnalysisLink() {
  const analysis = useAnalysisStore()
  const tools = useToolQueryStore()

  watch(
    () => tools.arrivals,
    () => analysis.set(readAnalysis(tools.query)),
    { immediate: true },
  )
  watch(
    () => analysis.settings,
    (settings) => tools.write(writeAnalysis(settings)),
  )
}
