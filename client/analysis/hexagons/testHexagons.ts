import { FEWEST_SAMPLES } from '#data/domain/samples'
import type { HotspotClass, HotspotRequest, Hotspots } from '../analysisProtocol.ts'
import type { DistrictHexagons } from './districtHexagons.ts'
import { classifyTests } from './falseDiscovery.ts'
import { gStar } from './gStar.ts'
import type { HexagonGrid } from './hexagonGrid.ts'
import { neighbourSums } from './neighbourSums.ts'
import { permutationNull, wholeSteps } from './permutationNull.ts'

/** Under so many places the neighbours of one are most of them (30: advice of ArcGIS on Gi*). */
export const LEAST_HEXAGONS = 30
/**
 * Under so many hexagons with any weight a test could still be exact, but says only that two or three
 * lie close together; and a share of the weight in them is a rate of too few samples.
 */
export const LEAST_OCCUPIED = FEWEST_SAMPLES
/** From which confidence a hexagon is called hot in words, shares and communities. */
export const HOT_CONFIDENCE = 95

type Tests = {
  z: Float64Array
  p: Float64Array
  classes: HotspotClass[]
  hotUncorrected: number
}

/** Why the weights of the hexagons say nothing, if so; `occupied` of them are not 0. */
export function whyUntestable(values: Float64Array, occupied: number): Hotspots['untestable'] {
  if (values.length < LEAST_HEXAGONS) return 'tooFew'
  if (values.every((value) => value === values[0])) return 'uniform'
  return occupied < LEAST_OCCUPIED ? 'fewPoints' : null
}

/** p from all ways to shuffle the values: weights of risks are far too skewed for the normal curve. */
function permutationP(
  values: Float64Array,
  sumAround: (values: Float64Array) => Float64Array,
  counts: Float64Array,
) {
  const most = counts.reduce((greatest, count) => Math.max(greatest, count), 0)
  const steps = wholeSteps(values, most)
  const { twoSidedP } = permutationNull(steps, most)
  return sumAround(steps).map((sum, index) => twoSidedP(sum, counts[index]!))
}

/** Score, p and class of every hexagon of the district. */
export function testHexagons(
  grid: HexagonGrid,
  hexagons: DistrictHexagons,
  values: Float64Array,
  { neighbourMetres, correction }: Pick<HotspotRequest, 'neighbourMetres' | 'correction'>,
): Tests {
  const around = (summed: Float64Array) => neighbourSums(grid, hexagons, summed, neighbourMetres)
  const { sums, counts } = around(values)
  const z = gStar(values, sums, counts)
  const p = permutationP(values, (steps) => around(steps).sums, counts)
  const uncorrected = classifyTests(z, p, 'none')
  return {
    z,
    p,
    classes: correction === 'none' ? uncorrected : classifyTests(z, p, correction),
    hotUncorrected: uncorrected.filter((found) => found >= HOT_CONFIDENCE).length,
  }
}

/** What stands in place of tests where nothing can be tested. */
export function noTests(length: number): Tests {
  const z = new Float64Array(length)
  const classes = Array.from(z, () => 0 as const)
  return { z, p: new Float64Array(length).fill(1), classes, hotUncorrected: 0 }
}
