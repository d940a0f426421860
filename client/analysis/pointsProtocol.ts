import type { AreaFigures } from '#data/domain/figures'
import { NO_COUNTS, type RiskLevel } from '#data/domain/riskLevels'
import type { MarksRequest, Marks, PointPlaces } from './marks.ts'
import type { PointCounts } from './countRows.ts'
import type { DailyCurve, HistorySpan } from '../stores/timeline.ts'
import type { PointFilter } from './pointFilter.ts'

/** What the worker holds after loading. */
export type LoadedPoints = {
  /** Risk points, those without coordinates included. */
  length: number
  withoutCoordinates: number
  dataVersion: string
  asOf: string
  /** From the request until the columns could be scanned. */
  milliseconds: number
  /** False when the server had nothing newer than what the worker already held. */
  changed: boolean
}

/** `bbox` is what the map shows; the worker adds a margin. */
export type SelectRequest = {
  filter: PointFilter
  /** Days from 1970-01-01 of a past day whose end is asked for; null or absent for now. */
  day?: number | null
  /** Of the open site; counts are none of its business. */
  places?: PointPlaces
} & Omit<MarksRequest, 'table' | 'rows' | 'heights'>

/** Of a place at the end of a past day, whatever the filter: what the columns can tell. */
export type PastFigures = Pick<
  AreaFigures,
  'riskPoints' | 'riskValue' | 'openHiddenDangers' | 'overdueHiddenDangers'
>

/** Of a place without any record on a day. */
export const NO_PAST_FIGURES: PastFigures = {
  riskPoints: NO_COUNTS,
  riskValue: 0,
  openHiddenDangers: 0,
  overdueHiddenDangers: 0,
}

/** `code` of an area or a park; `days` from 1970-01-01, ascending. */
export type FiguresRequest = { code: string; days: readonly number[] }

export type Selection = {
  marks: Marks
  counts: PointCounts
  /** By code of area and park at the end of the day that was asked for; null for now. */
  past: ReadonlyMap<string, PastFigures> | null
  /** What the worker took for it. */
  milliseconds: number
}

/** What the columns know about a point; names and people are fetched. */
export type DescribedPoint = {
  row: number
  id: number
  level: RiskLevel
  areaCode: string
  parkCode: string
  /** Degrees WGS84; null without coordinates. */
  position: [number, number] | null
  score: number
  hazardSources: number
  /** 1 to 4, 0 for none. */
  majorHazardGrade: number
}

/** Everything the worker is asked: a missing handler, or one that answers wrongly, fails to compile. */
export type PointsCalls = {
  load: { request: { url: string }; answer: LoadedPoints }
  select: { request: SelectRequest; answer: Selection }
  /** Of an area or park over the history, which is loaded when it is first asked for. */
  curve: { request: { code: string }; answer: DailyCurve }
  rowOf: { request: { id: number }; answer: number | null }
  describe: { request: { rows: readonly number[] }; answer: DescribedPoint[] }
  /** What is known of the past; the first call loads it. */
  span: { request: Record<string, never>; answer: HistorySpan }
  /** Figures at the ends of several days, of one area or park: a line through time. */
  figures: { request: FiguresRequest; answer: PastFigures[] }
}
/** Why the points are not there: nothing answered, the server refused, or the bytes make no sense. */
export type PointsFailure = {
  kind: 'unreachable' | 'refused' | 'unreadable'
  status: number
  message: string
}

/** `total` is null while the answer is compressed: its length then counts compressed bytes. */
export type LoadProgress = { received: number; total: number | null }

/** The columns could not be had, or the worker could not answer; the message is a sentence. */
export class PointsError extends Error {
  readonly kind: PointsFailure['kind']
  /** HTTP status; 0 without an answer. */
  readonly status: number

  constructor({ kind, status, message }: PointsFailure) {
    super(message)
    this.name = 'PointsError'
    this.kind = kind
    this.status = status
  }
}
