import type { Map as MapLibreMap } from 'maplibre-gl'
import type { PointCounts } from '../analysis/countRows.ts'

/** A map over the one of the page, cut off at a divider: what who reads both pictures needs of it. */
export type SecondMap = {
  /** Null while its graphics device is being had. */
  map: () => MapLibreMap | null
  /** Share of the width that the map below keeps. */
  share: () => number
  /** Whether its marks and its analysis are those of the day that it is to show. */
  isReady: () => boolean
  counts: () => PointCounts | null
  /** The dates of both sides, and what changed between them. */
  told: () => { left: string; right: string; difference: string }
  /** Changes with everything that is seen of it. */
  revision: () => unknown
}
