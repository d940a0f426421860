import { createAnalysisHandlers } from './analysisHandlers.ts'
import type { AnalysisCalls } from './analysisProtocol.ts'
import { serveCalls } from './serveCalls.ts'

// Every answer is plain GeoJSON and numbers: nothing to hand over.
serveCalls<AnalysisCalls>(self as unknown as DedicatedWorkerGlobalScope, createAnalysisHandlers, {
  load: () => [],
  surface: () => [],
  hexagons: () => [],
  hotspots: () => [],
  clusters: () => [],
})
