import { areaContains } from '#data/domain/areas'
import { HIGH_RISK_CLASSES, type HighRiskClass } from '#data/domain/enterprises'
import { RISK_LEVELS, RISK_LEVEL_ORDER, type RiskLevel } from '#data/domain/riskLevels'
import type { DictionaryColumn, RiskPointTable } from './riskPointTable.ts'

/** What the points are narrowed to; the conditions hold together. */
export type PointFilter = {
  /** The area itself and everything below it; null for all. */
  areaCode: string | null
  parkCode: string | null
  levels: readonly RiskLevel[]
  /** Empty for all, also for points of enterprises in none of the classes. */
  highRiskClasses: readonly HighRiskClass[]
  hazardSourcesOnly: boolean
  majorHazardsOnly: boolean
  reviewOverdueOnly: boolean
  /** Days from 1970-01-01 to today in Asia/Shanghai: due yesterday is overdue, due today is not. */
  today: number
}

export const EMPTY_FILTER: PointFilter = {
  areaCode: null,
  parkCode: null,
  levels: RISK_LEVEL_ORDER,
  highRiskClasses: [],
  hazardSourcesOnly: false,
  majorHazardsOnly: false,
  reviewOverdueOnly: false,
  today: 0,
}

/** The filter as small tables that a scan looks up, one entry a value of the column; 1 passes. */
type CompiledFilter = {
  level: Uint8Array
  highRiskClass: Uint8Array
  areaCode: Uint8Array
  parkCode: Uint8Array
  leastHazardSources: 0 | 1
  leastMajorHazardGrade: 0 | 1
  dueBefore: number
}

/** More than any day number of the column, which is a uint16. */
const NO_DAY_LIMIT = 0x10000

function allowedCodes({ values }: DictionaryColumn, allowed: (code: string) => boolean) {
  return Uint8Array.from(values, (code) => (allowed(code) ? 1 : 0))
}

function allowedNumbers(numbers: readonly number[]): Uint8Array {
  const allowed = new Uint8Array(256)
  for (const number of numbers) allowed[number] = 1
  return allowed
}

function compileFilter(table: RiskPointTable, filter: PointFilter): CompiledFilter {
  const { areaCode, parkCode, levels, highRiskClasses } = filter
  return {
    level: allowedNumbers(levels.map((level) => RISK_LEVELS[level].rank)),
    highRiskClass: highRiskClasses.length
      ? allowedNumbers(highRiskClasses.map((name) => HIGH_RISK_CLASSES[name].index))
      : new Uint8Array(256).fill(1),
    areaCode: allowedCodes(table.areaCode, (code) => !areaCode || areaContains(areaCode, code)),
    parkCode: allowedCodes(table.parkCode, (code) => !parkCode || code === parkCode),
    leastHazardSources: filter.hazardSourcesOnly ? 1 : 0,
    leastMajorHazardGrade: filter.majorHazardsOnly ? 1 : 0,
    dueBefore: filter.reviewOverdueOnly ? filter.today : NO_DAY_LIMIT,
  }
}

/** Of a row: fails, passes all but the area and the park, passes these too. */
export const FAILS = 0
const PASSES_ELSEWHERE = 1
export const PASSES = 2

/** What the filter makes of every row: FAILS, PASSES_ELSEWHERE or PASSES. One scan. */
export function maskRows(table: RiskPointTable, filter: PointFilter): Uint8Array {
  const compiled = compileFilter(table, filter)
  // Held in variables: a million property reads a column take longer than the scan.
  const { length, level, highRiskClass, hazardSources, majorHazardGrade, reviewDueDay } = table
  const areas = table.areaCode.indices
  const parks = table.parkCode.indices
  const { leastHazardSources, leastMajorHazardGrade, dueBefore } = compiled
  const levelPasses = compiled.level
  const classPasses = compiled.highRiskClass
  const areaPasses = compiled.areaCode
  const parkPasses = compiled.parkCode
  const mask = new Uint8Array(length)
  for (let row = 0; row < length; row += 1) {
    if (
      levelPasses[level[row]!] === 1 &&
      classPasses[highRiskClass[row]!] === 1 &&
      hazardSources[row]! >= leastHazardSources &&
      majorHazardGrade[row]! >= leastMajorHazardGrade &&
      reviewDueDay[row]! < dueBefore
    ) {
      const inArea = areaPasses[areas[row]!]! & parkPasses[parks[row]!]!
      mask[row] = inArea === 1 ? PASSES : PASSES_ELSEWHERE
    }
  }
  return mask
}

/** The rows that pass, ascending, with and without coordinates. */
export function filterRows(
  table: RiskPointTable,
  filter: PointFilter,
  mask = maskRows(table, filter),
): Uint32Array {
  const rows = new Uint32Array(table.length)
  let count = 0
  for (let row = 0; row < mask.length; row += 1) {
    if (mask[row] !== PASSES) continue
    rows[count] = row
    count += 1
  }
  return rows.subarray(0, count)
}
