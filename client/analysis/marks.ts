import type { RiskLevel } from '#data/domain/riskLevels'
import type { Bounds } from '../stores/camera.ts'
import type { Scale } from '../map/scale.ts'
import type { RiskPointTable } from './riskPointTable.ts'

/** More than this on one screen says nothing and costs frames (UX.md, semantic zoom). */
export const MAX_MARKS = 30_000

/** Points drawn one by one: longitude and latitude in turn, and the row of each in the table. */
export type PointMarks = {
  positions: Float32Array
  rows: Uint32Array
  /** Metres above the ground; absent where nobody said any. */
  heights?: Float32Array
}

/** What is known of points of a site beside the columns, by id. */
export type PointPlaces = {
  /** Not drawn: they stand on another floor. */
  hidden: readonly number[]
  /** Metres above the ground. */
  heights: readonly (readonly [id: number, metres: number])[]
}

/** Drawn points that carry hazard sources: a ring around the mark, not a mark of its own. */
export type HazardMarks = PointMarks & {
  /** Rank of the risk level, 1 to 4. */
  level: Uint8Array
  /** 1 to 4, 0 for none. */
  majorHazardGrade: Uint8Array
  /** From here on there is a 重大危险源 at the point. */
  majorFrom: number
}

/** Several points of a cell of the grid: their mean position, number and highest level. */
export type Cluster = { longitude: number; latitude: number; count: number; highest: RiskLevel }

export type Marks = {
  byLevel: Record<RiskLevel, PointMarks>
  hazards: HazardMarks
  clusters: Cluster[]
  /** Points drawn one by one. */
  drawn: number
  /** Points that this scale would draw one by one; more than `drawn` only when `truncated`. */
  total: number
  /** Points in view that pass the filter, however they are shown. */
  inView: number
  /** True when MAX_MARKS left some out: the highest levels are all there, the rest is thinned. */
  truncated: boolean
}

export type MarksRequest = {
  table: RiskPointTable
  /** Rows that pass the filter. */
  rows: Uint32Array
  scale: Scale
  /** West, south, east, north of what is to be covered, its margin included. */
  bbox: Bounds
  zoom: number
  /** A filter is active: a set within MAX_MARKS is shown one by one at any scale. */
  showAll: boolean
  /** Metres above the ground by id; absent where nobody said any. */
  heights?: ReadonlyMap<number, number>
}
