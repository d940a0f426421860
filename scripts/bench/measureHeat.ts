import { readFileSync } from 'node:fs'
import type { SurfaceRequest } from '../../client/analysis/analysisProtocol.ts'
import { projectDistrict } from '../../client/analysis/density/districtMask.ts'
import { planeColumns } from '../../client/analysis/density/planeColumns.ts'
import { selectWeighted } from '../../client/analysis/density/selectWeighted.ts'
import { createSurfaceMaker } from '../../client/analysis/density/surfaceMaker.ts'
import { EMPTY_FILTER } from '../../client/analysis/pointFilter.ts'
import { densityByD3, hexagonsPlainly, surfacePlainly, turfPoints } from './straightforwardHeat.ts'
import { SYNTHETIC_BOUNDS, syntheticRiskPoints } from './syntheticRiskPoints.ts'

const MINUTE = 60_000
/** Milliseconds of a run that is not repeated. */
const LONG_RUN = 5_000
/** Points for which turf's `interpolate` ends in good time: where the others begin. */
const FEW_POINTS = 5_000

/** Milliseconds, or those expected of a way that was not run because of them. */
type Straight = { milliseconds: number } | { expectedMilliseconds: number }

export type HeatFigures = {
  points: number
  bandwidthMetres: number
  cellMetres: number
  /** Medians in milliseconds of the worker's own code. */
  ours: {
    /** Once, with the loading. */
    projection: number
    /** Part of `density`. */
    selection: number
    density: number
    bandsDragging: number
    bandsAtRest: number
    clip: number
    /** Density and bands while dragging: what a moved slider costs. */
    endToEnd: number
  }
  hexGridAndCollect: Straight
  interpolateAndIsobands: Straight
  d3ContourDensity: Straight
}

export type StraightFigures = Pick<
  HeatFigures,
  'points' | 'hexGridAndCollect' | 'interpolateAndIsobands' | 'd3ContourDensity'
>

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((first, second) => first - second)
  return sorted[Math.floor(sorted.length / 2)]!
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** The real outline stretched over the synthetic points, so that none of them is spared. */
function syntheticDistrict(): GeoJSON.MultiPolygon {
  const file = new URL('../../data/geography/district.geojson', import.meta.url)
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as GeoJSON.FeatureCollection
  const { coordinates } = features[0]!.geometry as GeoJSON.MultiPolygon
  const [west, south, east, north] = SYNTHETIC_BOUNDS
  const stretch = (axis: 0 | 1, from: number, to: number) => {
    const values = coordinates.flat(2).map((position) => position[axis]!)
    const [least, most] = [Math.min(...values), Math.max(...values)]
    return (value: number) => from + ((value - least) / (most - least)) * (to - from)
  }
  const [x, y] = [stretch(0, west, east), stretch(1, south, north)]
  const stretched = coordinates.map((polygon) =>
    polygon.map((ring) => ring.map(([longitude, latitude]) => [x(longitude!), y(latitude!)])),
  )
  return { type: 'MultiPolygon', coordinates: stretched }
}

/** The median of three runs; of what takes long, the only run. */
function medianOfRuns(work: () => unknown): number {
  const first = timed(work)
  return first > LONG_RUN ? first : median([first, timed(work), timed(work)])
}

/** Measures a straight way unless what fewer points took says that it would not end in a minute. */
function measureStraight(before: Straight | null, growth: number, work: () => unknown): Straight {
  if (!before) return { milliseconds: medianOfRuns(work) }
  const spent = 'milliseconds' in before ? before.milliseconds : before.expectedMilliseconds
  const expectedMilliseconds = spent * growth
  if (expectedMilliseconds >= MINUTE) return { expectedMilliseconds }
  return { milliseconds: medianOfRuns(work) }
}

/** The straight ways alone at so many points; `before` has the figures of fewer points. */
function measureStraightWays(
  points: number,
  bandwidthMetres: number,
  before: StraightFigures | null,
): StraightFigures {
  const table = syntheticRiskPoints(points)
  const selected = selectWeighted(table, EMPTY_FILTER, 'count')
  const plain = turfPoints(table, selected)
  const measure = (name: Exclude<keyof StraightFigures, 'points'>, work: () => unknown) =>
    measureStraight(before?.[name] ?? null, before ? points / before.points : 1, work)
  return {
    points,
    hexGridAndCollect: measure('hexGridAndCollect', () => hexagonsPlainly(plain)),
    interpolateAndIsobands: measure('interpolateAndIsobands', () => surfacePlainly(plain)),
    d3ContourDensity: measure('d3ContourDensity', () => densityByD3(selected, bandwidthMetres)),
  }
}

/** Ours and the straight ways at so many points; `before` has the figures of fewer points. */
export function measureHeat(
  points: number,
  bandwidthMetres: number,
  rounds: number,
  before: StraightFigures | null = null,
): HeatFigures {
  const table = syntheticRiskPoints(points)
  const district = projectDistrict(syntheticDistrict())
  const projection = timed(() => planeColumns(table))
  const request: SurfaceRequest = {
    filter: EMPTY_FILTER,
    weight: 'count',
    day: null,
    bandwidthMetres,
    breakRule: 'quantile',
    pace: 'drag',
  }
  const measureRound = () => {
    const make = createSurfaceMaker()
    const selection = timed(() => selectWeighted(table, EMPTY_FILTER, 'count'))
    const dragging = make(table, district, request)
    const atRest = make(table, district, { ...request, pace: 'rest' })
    return { selection, dragging, atRest }
  }
  // The first rounds only warm up: a worker that a slider asks is warm.
  const measured = Array.from({ length: rounds + 2 }, measureRound).slice(2)
  const medianOf = (pick: (round: (typeof measured)[number]) => number) =>
    median(measured.map(pick))
  return {
    bandwidthMetres,
    cellMetres: measured[0]!.dragging.cellMetres,
    ours: {
      projection,
      selection: medianOf(({ selection }) => selection),
      density: medianOf(({ dragging }) => dragging.milliseconds.density),
      bandsDragging: medianOf(({ dragging }) => dragging.milliseconds.bands),
      bandsAtRest: medianOf(({ atRest }) => atRest.milliseconds.bands),
      clip: medianOf(({ atRest }) => atRest.milliseconds.clip),
      endToEnd: medianOf(
        ({ dragging: { milliseconds } }) => milliseconds.density + milliseconds.bands,
      ),
    },
    ...measureStraightWays(points, bandwidthMetres, before),
  }
}

/** The straight ways at five thousand points, with which ours at a million is compared. */
export function measureFewPoints(bandwidthMetres: number): StraightFigures {
  return measureStraightWays(FEW_POINTS, bandwidthMetres, null)
}
