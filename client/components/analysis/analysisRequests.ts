import type { AnalysisMode } from '#data/domain/analysis'
import type {
  ClusterRequest,
  HexagonRequest,
  HotspotRequest,
  SurfaceRequest,
  WeightedSelection,
} from '../../analysis/analysisProtocol.ts'
import type { AnalysisWorkerClient } from '../../analysis/analysisWorkerClient.ts'
import {
  neighbourMetresOf,
  type AnalysisResult,
  type AnalysisSettings,
} from '../../stores/analysis.ts'

/** What the worker is to be asked, by mode; `pace` is added when it is sent. */
export type AnalysisRequest =
  | { mode: 'heat'; bandwidthByRule: boolean; request: Omit<SurfaceRequest, 'pace'> }
  | { mode: 'hexagons'; request: HexagonRequest }
  | { mode: 'hotspots'; request: HotspotRequest }
  | { mode: 'clusters'; request: ClusterRequest }

type Given = {
  settings: AnalysisSettings & { mode: AnalysisMode }
  selection: WeightedSelection
  proposedBandwidthMetres: number
  zoom: number
}

/** The request of the settings. Pure, so that equal settings ask for the same. */
export function analysisRequest(given: Given): AnalysisRequest {
  const { settings, selection } = given
  const { mode, edgeMetres } = settings
  switch (mode) {
    case 'heat': {
      const bandwidthMetres = settings.bandwidthMetres ?? given.proposedBandwidthMetres
      return {
        mode,
        bandwidthByRule: settings.bandwidthMetres === null,
        request: { ...selection, bandwidthMetres, breakRule: settings.breakRule },
      }
    }
    case 'hexagons':
      return { mode, request: { ...selection, edgeMetres } }
    case 'hotspots': {
      const neighbourMetres = neighbourMetresOf(edgeMetres, settings.neighbourRings)
      const { correction } = settings
      // Over the whole district always: against what else would a place be hot.
      const filter = { ...selection.filter, areaCode: null, parkCode: null }
      return { mode, request: { ...selection, filter, edgeMetres, neighbourMetres, correction } }
    }
    case 'clusters':
      return { mode, request: { ...selection, zoom: given.zoom } }
  }
}

type Asker = Pick<AnalysisWorkerClient, 'surface' | 'hexagons' | 'hotspots' | 'clusters'>

/** Asks the worker; null when a newer request overtook this one. @throws PointsError */
export async function askAnalysis(
  worker: Asker,
  asked: AnalysisRequest,
  pace: SurfaceRequest['pace'],
): Promise<AnalysisResult | null> {
  const { weight, day, filter } = asked.request
  const facts = { weight, day, filter }
  switch (asked.mode) {
    case 'heat': {
      const answer = await worker.surface({ ...asked.request, pace })
      const { breakRule } = asked.request
      const { bandwidthByRule } = asked
      return answer && { ...facts, mode: 'heat', breakRule, bandwidthByRule, answer }
    }
    case 'hexagons': {
      const answer = await worker.hexagons(asked.request)
      return answer && { ...facts, mode: 'hexagons', answer }
    }
    case 'hotspots': {
      const answer = await worker.hotspots(asked.request)
      return answer && { ...facts, mode: 'hotspots', answer }
    }
    case 'clusters': {
      const answer = await worker.clusters(asked.request)
      return answer && { ...facts, mode: 'clusters', answer }
    }
  }
}
