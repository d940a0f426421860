import { areaContains, areaPath } from '#data/domain/areas'
import { HIGH_RISK_CLASS_ORDER } from '#data/domain/enterprises'
import {
  RISK_LEVEL_ORDER,
  riskLevelOfRank,
  type LevelCounts,
  type RiskLevel,
} from '#data/domain/riskLevels'
import type { PointFilter } from '../../client/analysis/pointFilter.ts'
import type { RiskPointTable } from '../../client/analysis/riskPointTable.ts'

/**
 * The same work as anybody would write it first: an object a point, parsed from GeoJSON, and the
 * methods of Array. The measure that the columns are compared with, and the tests' second opinion.
 */
export type PlainPoint = {
  row: number
  id: number
  position: [number, number] | null
  level: RiskLevel
  areaCode: string
  parkCode: string
  reviewDueDay: number
  hazardSources: number
  majorHazardGrade: number
  highRiskClass: number
}

export function plainPoints(table: RiskPointTable): PlainPoint[] {
  return Array.from({ length: table.length }, (_, row) => {
    const [longitude, latitude] = [table.longitude[row]!, table.latitude[row]!]
    const located = Number.isFinite(longitude) && Number.isFinite(latitude)
    return {
      row,
      id: table.id[row]!,
      position: located ? [longitude, latitude] : null,
      level: riskLevelOfRank(table.level[row]!),
      areaCode: table.areaCode.values[table.areaCode.indices[row]!]!,
      parkCode: table.parkCode.values[table.parkCode.indices[row]!]!,
      reviewDueDay: table.reviewDueDay[row]!,
      hazardSources: table.hazardSources[row]!,
      majorHazardGrade: table.majorHazardGrade[row]!,
      highRiskClass: table.highRiskClass[row]!,
    }
  })
}

export function toGeoJsonText(points: readonly PlainPoint[]): string {
  const features = points.map(({ position, ...properties }) => ({
    type: 'Feature',
    geometry: position && { type: 'Point', coordinates: position },
    properties,
  }))
  return JSON.stringify({ type: 'FeatureCollection', features })
}

type PlainFeature = {
  geometry: { coordinates: [number, number] } | null
  properties: Omit<PlainPoint, 'position'>
}

export function parseGeoJson(text: string): PlainPoint[] {
  const { features } = JSON.parse(text) as { features: PlainFeature[] }
  return features.map(({ geometry, properties }) => ({
    ...properties,
    position: geometry?.coordinates ?? null,
  }))
}

export function passesPlainly(point: PlainPoint, filter: PointFilter): boolean {
  const highRiskClass = HIGH_RISK_CLASS_ORDER[point.highRiskClass - 1]
  return (
    filter.levels.includes(point.level) &&
    (filter.highRiskClasses.length === 0 ||
      (highRiskClass !== undefined && filter.highRiskClasses.includes(highRiskClass))) &&
    (!filter.hazardSourcesOnly || point.hazardSources > 0) &&
    (!filter.majorHazardsOnly || point.majorHazardGrade > 0) &&
    (!filter.reviewOverdueOnly || point.reviewDueDay < filter.today)
  )
}

export function isInAreaPlainly(point: PlainPoint, { areaCode, parkCode }: PointFilter): boolean {
  return (
    (areaCode === null || areaContains(areaCode, point.areaCode)) &&
    (parkCode === null || point.parkCode === parkCode)
  )
}

export function countLevels(points: readonly PlainPoint[]): LevelCounts {
  const of = (level: RiskLevel) => points.filter((point) => point.level === level).length
  const [major, larger, general, low] = RISK_LEVEL_ORDER.map(of) as [number, number, number, number]
  return { total: points.length, major, larger, general, low }
}

export function countByCode(points: readonly PlainPoint[]): Map<string, LevelCounts> {
  const groups = new Map<string, PlainPoint[]>()
  for (const point of points) {
    for (const code of [...areaPath(point.areaCode), point.parkCode]) {
      const group = groups.get(code)
      if (group) group.push(point)
      else groups.set(code, [point])
    }
  }
  return new Map([...groups].map(([code, group]) => [code, countLevels(group)]))
}
