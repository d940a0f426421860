import { areaPath } from '#data/domain/areas'
import { RISK_LEVEL_ORDER, type LevelCounts } from '#data/domain/riskLevels'
import { compileFilter, isInArea, passesOutsideArea, type PointFilter } from './pointFilter.ts'
import { hasCoordinates, type RiskPointTable } from './riskPointTable.ts'

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

/** One scan; a community's counters are added up to its street and district afterwards. */
export function countRows(table: RiskPointTable, filter: PointFilter): PointCounts {
  const compiled = compileFilter(table, filter)
  const areas = histogramFor(table.areaCode.values)
  const parks = histogramFor(table.parkCode.values)
  const matching = new Uint32Array(LEVELS)
  let withoutCoordinates = 0
  for (let row = 0; row < table.length; row += 1) {
    if (!passesOutsideArea(table, compiled, row)) continue
    const level = table.level[row]! - 1
    areas[table.areaCode.indices[row]! * LEVELS + level]! += 1
    parks[table.parkCode.indices[row]! * LEVELS + level]! += 1
    if (!isInArea(table, compiled, row)) continue
    matching[level]! += 1
    if (!hasCoordinates(table, row)) withoutCoordinates += 1
  }
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
