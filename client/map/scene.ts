import type {
  AreasAnswer,
  FiguresAnswer,
  NeighboursAnswer,
  ParksAnswer,
} from '#data/contract/responses'
import type { LevelCounts } from '#data/domain/riskLevels'
import type { MeasureKey } from '#data/domain/measures'
import type { LayerSpecification } from 'maplibre-gl'
import type { LayerVisibility } from '../stores/layers.ts'
import type { MapOverlays } from '../stores/overlays.ts'
import type { Place } from '../stores/place.ts'
import type { Theme } from '../stores/session.ts'
import type { Scale } from './scale.ts'

export type Geography = {
  areas: AreasAnswer
  neighbours: NeighboursAnswer | null
  parks: ParksAnswer | null
}

/** Counts that follow the filters, by area code or park code; null until the points are there. */
export type FilteredCounts = ReadonlyMap<string, LevelCounts> | null

/** Everything the picture depends on. `buildScene` is a pure function of it. */
export type SceneState = {
  geography: Geography
  figures: FiguresAnswer | null
  counts: FilteredCounts
  clusters: GeoJSON.FeatureCollection | null
  buildings: GeoJSON.FeatureCollection | null
  consequences: GeoJSON.FeatureCollection | null
  /** What the tools of the drawers add. */
  overlays: MapOverlays
  place: Place
  scale: Scale
  theme: Theme
  /** 1 at a desk; larger where the page's type is larger, as on walls. */
  textScale: number
  /** A phone: less room, so fewer labels and no badges beside the names of streets. */
  compact: boolean
  measure: MeasureKey
  visibility: LayerVisibility
  hoveredArea: string | null
  hoveredPark: string | null
}

/** What all but the overlays depends on. */
export type BaseState = Omit<SceneState, 'overlays'>

export type Scene = {
  sources: Readonly<Record<string, GeoJSON.FeatureCollection>>
  /** From the ground up; those of overlays come and go, the others are always there. */
  layers: readonly LayerSpecification[]
}

export const EMPTY: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] }
