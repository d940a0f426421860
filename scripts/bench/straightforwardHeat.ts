import { bbox, collect, featureCollection, hexGrid, interpolate, isobands, point } from '@turf/turf'
import { contourDensity } from 'd3-contour'
import { withFastConcat } from '../../client/analysis/density/withFastConcat.ts'
import type { RiskPointTable } from '../../client/analysis/riskPointTable.ts'
import type { WeightedPoints } from '../../client/analysis/weightedPoints.ts'

/** Edge of a hexagon and side of a cell, in kilometres: what ours draws while dragging at 800 m. */
const HEXAGON_KILOMETRES = 0.5
const CELL_KILOMETRES = 0.3
const CLASSES = 6
/** Metres that a pixel of d3 stands for, so that a cell of its grid is as wide as one of ours. */
const METRES_A_PIXEL = 100

/** A feature a point, as turf wants them; making them is not counted. */
export function turfPoints(table: RiskPointTable, { row, weight }: WeightedPoints) {
  return featureCollection(
    Array.from(row, (at, index) =>
      point([table.longitude[at]!, table.latitude[at]!], { weight: weight[index]! }),
    ),
  )
}
export type TurfPoints = ReturnType<typeof turfPoints>

/** Counts by hexagon as turf's documentation has it. */
export function hexagonsPlainly(points: TurfPoints): number {
  const grid = hexGrid(bbox(points), HEXAGON_KILOMETRES, { units: 'kilometers' })
  const counted = collect(grid, points, 'weight', 'weights')
  return counted.features.reduce((sum, { properties }) => sum + properties!.weights.length, 0)
}

function steps(peak: number): number[] {
  return Array.from({ length: CLASSES + 1 }, (_, index) => (index * peak) / CLASSES)
}

/**
 * A surface as turf's documentation has it. It is no density: every node gets the mean weight,
 * nearer points counting more. `concat` is as fast for turf here as in our own code.
 * @returns number of bands
 */
export function surfacePlainly(points: TurfPoints): number {
  const nodes = interpolate(points, CELL_KILOMETRES, {
    gridType: 'point',
    property: 'weight',
    units: 'kilometers',
  })
  const peak = nodes.features.reduce((most, { properties }) => {
    return Math.max(most, Number(properties!.weight))
  }, 0)
  return withFastConcat(() => isobands(nodes, steps(peak), { zProperty: 'weight' })).features.length
}

/**
 * d3's density: bins, smooths by three running means instead of a Gaussian, and draws contours in
 * pixels of the plane, unclipped and not yet in degrees.
 * @returns number of contours
 */
export function densityByD3({ x, y, weight, length }: WeightedPoints, bandwidth: number): number {
  const indices = Uint32Array.from({ length }, (_, index) => index)
  const most = (values: Float32Array) => values.reduce((top, value) => Math.max(top, value), 1)
  const contours = contourDensity<number>()
    .x((index) => x[index]! / METRES_A_PIXEL)
    .y((index) => y[index]! / METRES_A_PIXEL)
    .weight((index) => weight[index]!)
    .size([Math.ceil(most(x) / METRES_A_PIXEL), Math.ceil(most(y) / METRES_A_PIXEL)])
    .cellSize(1)
    .bandwidth(bandwidth / METRES_A_PIXEL)
    .thresholds(CLASSES)
  return contours(indices as unknown as number[]).length
}
