import type { AnalysisMode, BreakRule, PointWeight } from '#data/domain/analysis'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type {
  Clusters,
  Hexagons,
  Hotspots,
  LoadedAnalysis,
  MultipleTesting,
  Surface,
} from '../analysis/analysisProtocol.ts'
import type { PointFilter } from '../analysis/pointFilter.ts'
import type { PointsTrouble } from './points.ts'

/** Lengths of an edge in metres: about 0.1, 0.4 and 1.7 km² a hexagon. */
export const HEXAGON_EDGES = [200, 400, 800] as const
export type HexagonEdge = (typeof HEXAGON_EDGES)[number]
/** How many rings of hexagons around one count as its neighbours. */
export const NEIGHBOUR_RINGS = [1, 2, 3] as const
export type NeighbourRings = (typeof NEIGHBOUR_RINGS)[number]
/** Of a regular hexagon, 3√3/2 times its edge squared, in km². */
export const hexagonArea = (edgeMetres: number) => (1.5 * Math.sqrt(3) * edgeMetres ** 2) / 1e6
export const LEAST_OPACITY = 0.3

export type AnalysisSettings = {
  /** Null while no analysis is on the map. */
  mode: AnalysisMode | null
  weight: PointWeight
  /** Standard deviation of the kernel; null for the one that the rule proposes. */
  bandwidthMetres: number | null
  breakRule: BreakRule
  edgeMetres: HexagonEdge
  extruded: boolean
  neighbourRings: NeighbourRings
  correction: MultipleTesting
  /** 0 to 1. */
  opacity: number
  /** Only points of the open place; without it all of the district. */
  confined: boolean
}

/**
 * Two rings and not one: over simulated districts of 924 hexagons with 300 and 800 points and a disc
 * of 1 or 1.5 km with 3 to 10 times their density, both find a disc as often (70 % on average), but
 * two find 60 % of its hexagons where one finds 46 %. Three find fewer discs and mark more than
 * twice as many hexagons around them.
 */
export const DEFAULT_ANALYSIS: AnalysisSettings = {
  mode: null,
  weight: 'riskValue',
  bandwidthMetres: null,
  breakRule: 'fixed',
  edgeMetres: 400,
  extruded: false,
  neighbourRings: 2,
  correction: 'falseDiscoveryRate',
  opacity: 0.85,
  confined: false,
}

/**
 * What the worker has answered last, with what it was asked for: the settings may have gone on since.
 * `filter` tells which points of which place went in, `bandwidthByRule` that the bandwidth is the
 * proposed one.
 */
export type AnalysisResult = { weight: PointWeight; day: number | null; filter: PointFilter } & (
  | { mode: 'heat'; breakRule: BreakRule; bandwidthByRule: boolean; answer: Surface }
  | { mode: 'hexagons'; answer: Hexagons }
  | { mode: 'hotspots'; answer: Hotspots }
  | { mode: 'clusters'; answer: Clusters }
)

/** Centres of neighbours in the outermost ring are rings × √3 edges away; up to the next 10 m. */
export const neighbourMetresOf = (edgeMetres: number, rings: number) =>
  Math.ceil((rings * Math.sqrt(3) * edgeMetres) / 10) * 10

/** What is analysed and how it is shown; the points stay in their worker. */
export const useAnalysisStore = defineStore('analysis', () => {
  const settings = shallowRef<AnalysisSettings>(DEFAULT_ANALYSIS)
  const loaded = shallowRef<LoadedAnalysis | null>(null)
  const result = shallowRef<AnalysisResult | null>(null)
  /** Of the later date while two are compared; it has a worker of its own. */
  const right = shallowRef<AnalysisResult | null>(null)
  const busy = ref(false)
  /** Why the worker has no answer; null while all is well. */
  const failure = shallowRef<PointsTrouble | null>(null)
  /** Counts asks for a new load: each 重试. */
  const requests = ref(0)

  return {
    settings,
    loaded,
    result,
    right,
    busy,
    failure,
    requests,
    set: (part: Partial<AnalysisSettings>) => {
      settings.value = { ...settings.value, ...part }
    },
    begin: () => {
      busy.value = true
    },
    finishLoading: (points: LoadedAnalysis) => {
      loaded.value = points
      failure.value = null
    },
    show: (next: AnalysisResult | null) => {
      result.value = next
      busy.value = false
      failure.value = null
    },
    showRight: (next: AnalysisResult | null) => {
      right.value = next
    },
    /** Nothing is asked for any more: an answer still under way is of no use. */
    rest: () => {
      busy.value = false
    },
    fail: (trouble: PointsTrouble) => {
      failure.value = trouble
      busy.value = false
    },
    retry: () => {
      failure.value = null
      requests.value += 1
    },
    /** The worker has gone, and with it what it held. */
    forget: () => {
      loaded.value = null
      result.value = null
      failure.value = null
      busy.value = false
    },
  }
})
