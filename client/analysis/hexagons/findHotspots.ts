import type { HotspotClass, HotspotFacts, HotspotRequest, Hotspots } from '../analysisProtocol.ts'
import { binHexagons, type HexagonBins } from './binHexagons.ts'
import type { HexagonInput } from './countHexagons.ts'
import { districtHexagons, type DistrictHexagons } from './districtHexagons.ts'
import { createHexagonPainter, hexagonGrid } from './hexagonGrid.ts'
import { HOT_CONFIDENCE, noTests, testHexagons, whyUntestable } from './testHexagons.ts'

const NAMED_COMMUNITIES = 3
/** No point, no level: a hexagon is tested all the same. */
const NO_RANK = 0

/** What the points of the bins make of the hexagons of the district. */
type Hexagon = { count: number; weight: number; highestRank: number }

function spread(hexagons: DistrictHexagons, bins: HexagonBins) {
  const values = new Float64Array(hexagons.length)
  const binAt = new Int32Array(hexagons.length).fill(-1)
  for (let bin = 0; bin < bins.length; bin += 1) {
    const index = hexagons.indexOf(bins.column[bin]!, bins.row[bin]!)
    if (index < 0) continue
    values[index] = bins.weight[bin]!
    binAt[index] = bin
  }
  const hexagonAt = (index: number): Hexagon => {
    const bin = binAt[index]!
    if (bin < 0) return { count: 0, weight: 0, highestRank: NO_RANK }
    const { count, weight, highestRank } = bins
    return { count: count[bin]!, weight: weight[bin]!, highestRank: highestRank[bin]! }
  }
  return { values, binAt, hexagonAt }
}

function countClasses(classes: readonly HotspotClass[]): Record<HotspotClass, number> {
  const counts = { [-99]: 0, [-95]: 0, [-90]: 0, 0: 0, 90: 0, 95: 0, 99: 0 }
  for (const found of classes) counts[found] += 1
  return counts
}

/** Weight by community of the points in hot hexagons, the heaviest first. */
function heaviestCommunities(
  { table, points }: HexagonInput,
  bins: HexagonBins,
  hotBins: Uint8Array,
) {
  const { indices, values } = table.areaCode
  const weights = new Float64Array(values.length)
  for (let index = 0; index < points.length; index += 1) {
    if (hotBins[bins.binOf[index]!] === 0) continue
    weights[indices[points.row[index]!]!]! += points.weight[index]!
  }
  const communities = values.map((areaCode, index) => ({ areaCode, weight: weights[index]! }))
  return communities
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || (a.areaCode < b.areaCode ? -1 : 1))
    .slice(0, NAMED_COMMUNITIES)
}

/** What lies in the hexagons that are hot with at least 95 % of confidence. */
function whatIsHot(
  input: HexagonInput,
  bins: HexagonBins,
  binAt: Int32Array,
  classes: readonly HotspotClass[],
): Pick<Hotspots, 'hotShare' | 'hotCommunities'> {
  const hotBins = new Uint8Array(bins.length)
  let hotWeight = 0
  classes.forEach((found, index) => {
    const bin = binAt[index]!
    if (found < HOT_CONFIDENCE || bin < 0) return
    hotBins[bin] = 1
    hotWeight += bins.weight[bin]!
  })
  const whole = bins.weight.reduce((sum, weight) => sum + weight, 0)
  return {
    hotShare: whole > 0 ? hotWeight / whole : 0,
    hotCommunities: heaviestCommunities(input, bins, hotBins),
  }
}

/**
 * Hot and cold hexagons of the district by Getis-Ord Gi*: is more weight around a hexagon than
 * chance would lay there, if all hexagons of the district swapped places?
 * @param district degrees WGS84
 */
export function findHotspots(
  input: HexagonInput,
  request: Pick<HotspotRequest, 'edgeMetres' | 'neighbourMetres' | 'correction'>,
  district: GeoJSON.MultiPolygon,
): Hotspots {
  const start = performance.now()
  const { edgeMetres, neighbourMetres, correction } = request
  const grid = hexagonGrid(edgeMetres)
  const hexagons = districtHexagons(grid, district)
  const bins = binHexagons(grid, input.points, input.table.level)
  const { values, binAt, hexagonAt } = spread(hexagons, bins)
  const occupied = values.reduce((count, value) => count + (value > 0 ? 1 : 0), 0)
  const untestable = whyUntestable(values, occupied)
  const tests = untestable
    ? noTests(hexagons.length)
    : testHexagons(grid, hexagons, values, request)
  const paint = createHexagonPainter(grid)
  const features = Array.from(tests.classes, (significance, index) => {
    const column = hexagons.column[index]!
    const row = hexagons.row[index]!
    const hexagon = hexagonAt(index)
    const properties: HotspotFacts = {
      id: `${column},${row}`,
      ...hexagon,
      perSquareKilometre: hexagon.weight / grid.squareKilometres,
      z: tests.z[index]!,
      p: tests.p[index]!,
      significance,
    }
    return { type: 'Feature' as const, geometry: paint(column, row), properties }
  })
  return {
    ...input.facts,
    hexagons: { type: 'FeatureCollection', features },
    edgeMetres,
    neighbourMetres,
    correction,
    tested: hexagons.length,
    occupied,
    hotUncorrected: tests.hotUncorrected,
    counts: countClasses(tests.classes),
    ...whatIsHot(input, bins, binAt, tests.classes),
    untestable,
    milliseconds: performance.now() - start,
  }
}
