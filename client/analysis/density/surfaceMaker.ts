import type { SelectionFacts, Surface, SurfaceRequest } from '../analysisProtocol.ts'
import { fromPlane } from '../plane.ts'
import type { RiskPointTable } from '../riskPointTable.ts'
import type { WeightedPoints } from '../weightedPoints.ts'
import { chooseBreaks } from './chooseBreaks.ts'
import { contourErrorFor, contourGrid, contourStride } from './contourGrid.ts'
import { binningErrorFor, cellFor, densityGrid, type Density } from './densityGrid.ts'
import { maskNodes, type PlaneDistrict } from './districtMask.ts'
import { drawBands } from './drawBands.ts'
import { selectWeighted } from './selectWeighted.ts'

type Selected = WeightedPoints & SelectionFacts
/** `withinDistrict` has the values of the nodes inside, in no order that matters. */
type Smoothed = {
  density: Density
  withinDistrict: Float64Array
  peak: Surface['peak']
}

/** The highest node inside the district; null where there is nothing at all. */
function findPeak({ grid, values }: Density, inside: Uint8Array): Surface['peak'] {
  let highest = -1
  for (let node = 0; node < values.length; node += 1) {
    if (inside[node] === 1 && values[node]! > (values[highest] ?? 0)) highest = node
  }
  if (highest < 0) return null
  const [longitude, latitude] = fromPlane(
    (grid.firstColumn + (highest % grid.columns)) * grid.cell,
    (grid.firstRow + Math.floor(highest / grid.columns)) * grid.cell,
  )
  return { perSquareKilometre: values[highest]!, longitude, latitude }
}

function smooth(points: WeightedPoints, district: PlaneDistrict, bandwidth: number): Smoothed {
  const cell = cellFor(bandwidth)
  const margin = (1 + contourStride(district, cell, bandwidth, 'rest')) * cell
  const density = densityGrid(points, district.bounds, bandwidth, cell, margin)
  const inside = maskNodes(district, density.grid)
  return {
    density,
    withinDistrict: density.values.filter((_, node) => inside[node] === 1),
    peak: findPeak(density, inside),
  }
}

/** Remembers the last result as long as the key stays the same, part by part. */
function lastOf<Key extends readonly unknown[], Result>(make: (...key: Key) => Result) {
  let last: { key: Key; result: Result } | null = null
  return (...key: Key): Result => {
    if (!last || last.key.some((part, index) => part !== key[index])) {
      last = { key, result: make(...key) }
    }
    return last.result
  }
}

/**
 * Makes surfaces and keeps the last selection and the last density: another bandwidth filters
 * nothing anew, and another break rule or letting go of the slider only draws the bands.
 */
export function createSurfaceMaker() {
  const select = lastOf(
    (table: RiskPointTable, filter: string, weight: SurfaceRequest['weight']): Selected =>
      selectWeighted(table, JSON.parse(filter) as SurfaceRequest['filter'], weight),
  )
  const smoothLast = lastOf(smooth)

  /**
   * The heat surface of the points that pass: weight per km² with a Gaussian kernel, its classes as
   * polygons, the same whatever the view.
   */
  return function makeSurface(
    table: RiskPointTable,
    district: PlaneDistrict,
    { filter, weight, bandwidthMetres, breakRule, pace }: SurfaceRequest,
  ): Surface {
    const start = performance.now()
    const points = select(table, JSON.stringify(filter), weight)
    const { density, withinDistrict, peak } = smoothLast(points, district, bandwidthMetres)
    const milliseconds = performance.now() - start
    const { cell } = density.grid
    const breaks = chooseBreaks(breakRule, weight, withinDistrict)
    const stride = contourStride(district, cell, bandwidthMetres, pace)
    const contour = contourGrid(density, district, stride, pace)
    const drawn = drawBands(contour, breaks, district, pace)
    const { located, withoutCoordinates, totalWeight } = points
    return {
      located,
      withoutCoordinates,
      totalWeight,
      bands: drawn.bands,
      breaks,
      peak,
      bandwidthMetres,
      cellMetres: cell,
      drawnError:
        binningErrorFor(cell, bandwidthMetres) + contourErrorFor(stride * cell, bandwidthMetres),
      pace,
      clipped: drawn.clipped,
      milliseconds: { density: milliseconds, ...drawn.milliseconds },
    }
  }
}
