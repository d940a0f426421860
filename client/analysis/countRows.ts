import { areaPath } from '#data/domain/areas'
import { RISK_LEVEL_ORDER, type LevelCounts } from '#data/domain/riskLevels'
import { FAILS, maskRows, PASSES, type PointFilter } from './pointFilter.ts'
import type { RiskPointTable } from './riskPointTable.ts'

/** Risk points by level; points without coordinates are counted like the others. */
export type PointCounts = {
  /** Over the whole answer, whatever area or park the filter names: badges follow the filters. */
  everything: LevelCounts
  /** The same by code: district, streets, communities and parks that hold a risk point at all. */
  byCode: Map<string, LevelCounts>
  /** Over what passes the whole filter, area and park included. */
  matching: LevelCounts
  /** How many of `matching` are not on the map because nobody has located them. */
  withoutCoordinates: number
}

const LEVELS = RISK_LEVEL_ORDER.length

function levelCounts(histogram: Uint32Array, offset: number): LevelCounts {
  const [major = 0, larger = 0, general = 0, low = 0] = histogram.subarray(offset, offset + LEVELS)
  return { total: major + larger + general + low, major, larger, general, low }
}

function add(sum: LevelCounts | undefined, part: LevelCounts): LevelCounts {
  if (!sum) return part
  return {
    total: sum.total + part.total,
    major: sum.major + part.major,
    larger: sum.larger + part.larger,
    general: sum.general + part.general,
    low: sum.low + part.low,
  }
}

/** Four counters for every entry of a dictionary, and for nothing else: `index · 4 + rank − 1`. */
const histogramFor = (values: readonly string[]) => new Uint32Array(values.length * LEVELS)

type Histograms = {
  areas: Uint32Array
  parks: Uint32Array
  matching: Uint32Array
  withoutCoordinates: number
}

function countMask(table: RiskPointTable, mask: Uint8Array): Histograms {
  const { level, longitude, latitude } = table
  const areaOf = table.areaCode.indices
  const parkOf = table.parkCode.indices
  const areas = histogramFor(table.areaCode.values)
  const parks = histogramFor(table.parkCode.values)
  const matching = new Uint32Array(LEVELS)
  let withoutCoordinates = 0
  for (let row = 0; row < mask.length; row += 1) {
    const passes = mask[row]!
    if (passes === FAILS) continue
    const at = level[row]! - 1
    areas[areaOf[row]! * LEVELS + at]! += 1
    parks[parkOf[row]! * LEVELS + at]! += 1
    if (passes !== PASSES) continue
    matching[at]! += 1
    if (!Number.isFinite(longitude[row]! + latitude[row]!)) withoutCoordinates += 1
  }
  return { areas, parks, matching, withoutCoordinates }
}

/** One scan; a community's counters are added up to its street and district afterwards. */
export function countRows(
  table: RiskPointTable,
  filter: PointFilter,
  mask = maskRows(table, filter),
): PointCounts {
  const { areas, parks, matching, withoutCoordinates } = countMask(table, mask)
  const byCode = new Map<string, LevelCounts>()
  let everything = levelCounts(new Uint32Array(LEVELS), 0)
  table.areaCode.values.forEach((code, index) => {
    const counts = levelCounts(areas, index * LEVELS)
    everything = add(everything, counts)
    for (const area of areaPath(code)) byCode.set(area, add(byCode.get(area), counts))
  })
  table.parkCode.values.forEach((code, index) => {
    byCode.set(code, levelCounts(parks, index * LEVELS))
  })
  return { everything, byCode, matching: levelCounts(matching, 0), withoutCoordinates }
}
