import type { BreakRule, PointWeight } from '#data/domain/analysis'
import type { RiskLevel } from '#data/domain/riskLevels'
import type { PointFilter } from './pointFilter.ts'
import type { LoadedPoints } from './pointsProtocol.ts'

/** Which points, and what each counts for. */
export type WeightedSelection = {
  filter: PointFilter
  weight: PointWeight
  /** Days from 1970-01-01 of a past day whose end is asked for; null for now. */
  day: number | null
}

/** What went into a result, so that it can say what it shows. */
export type SelectionFacts = {
  /** Points that pass and have coordinates. */
  located: number
  withoutCoordinates: number
  /** Sum of the weights of the located points, in the unit of the weight. */
  totalWeight: number
  /**
   * Open hidden dangers of the whole table that no point shows, whatever the filter; only when they
   * are the weight.
   */
  hiddenDangersOffMap?: number
}

export type SurfaceRequest = WeightedSelection & {
  /** Standard deviation of the Gaussian kernel. */
  bandwidthMetres: number
  breakRule: BreakRule
  /** While a slider is dragged the surface is masked to the district; at rest it is clipped to it. */
  pace: 'drag' | 'rest'
}

export type SurfaceBand = {
  /** 0 for the lowest class that is drawn. */
  band: number
  /** Weight per km²; `to` is null for the highest class. */
  from: number
  to: number | null
}

export type Surface = SelectionFacts & {
  bands: GeoJSON.FeatureCollection<GeoJSON.MultiPolygon, SurfaceBand>
  /** Lower bounds of the classes in weight per km², ascending; empty when there is nothing to draw. */
  breaks: number[]
  /** Where the surface is highest inside the district; null without any weight. */
  peak: { perSquareKilometre: number; longitude: number; latitude: number } | null
  bandwidthMetres: number
  cellMetres: number
  /**
   * Bound of how far what is drawn may be from the exact surface, by binning to cells and by the mesh
   * of the contours together, as a share of the peak (0.01 is 1 %).
   */
  drawnError: number
  /** As it was asked for: while dragging the mesh is coarser. */
  pace: SurfaceRequest['pace']
  clipped: boolean
  milliseconds: { density: number; bands: number; clip: number }
}

export type HexagonRequest = WeightedSelection & {
  /** Length of an edge, as PostGIS's ST_HexagonGrid has it in EPSG:4547. */
  edgeMetres: number
}

export type HexagonFacts = {
  /** Column and row as ST_HexagonGrid numbers them: "i,j". */
  id: string
  count: number
  weight: number
  /** Rank of the highest level inside, 1 to 4; 0 for a tested hexagon without any point. */
  highestRank: number
  /** Weight per km² of the hexagon. */
  perSquareKilometre: number
}

export type Hexagons = SelectionFacts & {
  hexagons: GeoJSON.FeatureCollection<GeoJSON.Polygon, HexagonFacts>
  edgeMetres: number
  /** Lower bounds of the classes in weight per km², ascending: quantiles of those above 0. */
  breaks: number[]
  milliseconds: number
}

/** Which correction a set of many tests is given. */
export type MultipleTesting = 'falseDiscoveryRate' | 'none'

/**
 * The area and the park of the filter do not narrow a test: it compares hexagons with the whole
 * district, and one emptied around a street would find nothing but that street.
 */
export type HotspotRequest = HexagonRequest & {
  /** Hexagons whose centres are at most so far apart are neighbours; the hexagon itself is one. */
  neighbourMetres: number
  correction: MultipleTesting
}

/** 90, 95 or 99 % of confidence that a hexagon is hot (positive) or cold (negative); 0 for neither. */
export type HotspotClass = -99 | -95 | -90 | 0 | 90 | 95 | 99

/** `p` is two-sided and of the permutation of all values, not of the normal curve at `z`. */
export type HotspotFacts = HexagonFacts & { z: number; p: number; significance: HotspotClass }

export type Hotspots = SelectionFacts & {
  hexagons: GeoJSON.FeatureCollection<GeoJSON.Polygon, HotspotFacts>
  edgeMetres: number
  neighbourMetres: number
  correction: MultipleTesting
  /** Hexagons that were tested: all whose centre lies in the district. */
  tested: number
  /** Hexagons of them that hold any weight. */
  occupied: number
  /** Hexagons hot with 95 % or more when nothing is corrected: what there is where none is left. */
  hotUncorrected: number
  counts: Record<HotspotClass, number>
  /** Share of the whole weight in hexagons that are hot with 95 % or more, 0 to 1. */
  hotShare: number
  /** Communities with the most weight in those hexagons, the heaviest first, at most three. */
  hotCommunities: { areaCode: string; weight: number }[]
  /** Why nothing could be tested, if so: too few hexagons, all weights equal, too few with weight. */
  untestable: 'tooFew' | 'uniform' | 'fewPoints' | null
  milliseconds: number
}

export type ClusterRequest = WeightedSelection & { zoom: number }

export type PointCluster = {
  count: number
  weight: number
  highest: RiskLevel
}
export type Clusters = SelectionFacts & {
  clusters: GeoJSON.FeatureCollection<GeoJSON.Point, PointCluster>
  milliseconds: number
}

export type LoadedAnalysis = LoadedPoints & {
  /** The bandwidth that the rule gives for all located points (Scott's rule), rounded to the step. */
  proposedBandwidthMetres: number
}

/** Everything the analysis worker is asked. */
export type AnalysisCalls = {
  load: {
    request: {
      url: string
      /** The district, degrees WGS84: what surfaces are masked and clipped to. */
      district: GeoJSON.MultiPolygon
    }
    answer: LoadedAnalysis
  }
  surface: { request: SurfaceRequest; answer: Surface }
  hexagons: { request: HexagonRequest; answer: Hexagons }
  hotspots: { request: HotspotRequest; answer: Hotspots }
  clusters: { request: ClusterRequest; answer: Clusters }
}
