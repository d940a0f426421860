import { riskLevelOfRank, type RiskLevel } from '#data/domain/riskLevels'
import type { Cell } from '../../export/csv.ts'
import type { AnalysisResult } from '../../stores/analysis.ts'

/** Columns of each analysis, in the order of the file; densities are in the weight's unit per km². */
export const ANALYSIS_COLUMNS = {
  heat: ['weighed', 'band', 'from', 'to'],
  hexagons: ['weighed', 'id', 'count', 'weight', 'density', 'level', 'longitude', 'latitude'],
  hotspots: [
    'weighed',
    'id',
    'count',
    'weight',
    'density',
    'level',
    'z',
    'p',
    'significance',
    'longitude',
    'latitude',
  ],
  clusters: ['count', 'weight', 'level', 'longitude', 'latitude'],
} as const satisfies Record<AnalysisResult['mode'], readonly string[]>

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals))

/** Centre of a hexagon: its ring closes, so the last corner counts for nothing. */
function centreOf({ coordinates }: GeoJSON.Polygon): [number, number] {
  const corners = (coordinates[0] ?? []).slice(0, -1)
  const mean = (axis: 0 | 1) =>
    rounded(corners.reduce((sum, corner) => sum + corner[axis]!, 0) / corners.length, 6)
  return [mean(0), mean(1)]
}

/** What an answer of the worker says, a row for each of its features, in their order. Pure.
 * @param weighed what a point counted for
 */
export function analysisRows(
  result: AnalysisResult,
  levelWord: (level: RiskLevel) => string,
  weighed: string,
): Cell[][] {
  switch (result.mode) {
    case 'heat':
      return result.answer.bands.features.map(({ properties: { band, from, to } }) => [
        weighed,
        band + 1,
        from,
        to,
      ])
    case 'hexagons':
      return result.answer.hexagons.features.map(({ properties, geometry }) => [
        weighed,
        properties.id,
        properties.count,
        rounded(properties.weight, 3),
        rounded(properties.perSquareKilometre, 3),
        properties.highestRank > 0 ? levelWord(riskLevelOfRank(properties.highestRank)) : null,
        ...centreOf(geometry),
      ])
    case 'hotspots':
      return result.answer.hexagons.features.map(({ properties, geometry }) => [
        weighed,
        properties.id,
        properties.count,
        rounded(properties.weight, 3),
        rounded(properties.perSquareKilometre, 3),
        properties.highestRank > 0 ? levelWord(riskLevelOfRank(properties.highestRank)) : null,
        rounded(properties.z, 4),
        rounded(properties.p, 6),
        properties.significance,
        ...centreOf(geometry),
      ])
    case 'clusters':
      return result.answer.clusters.features.map(({ properties, geometry }) => [
        properties.count,
        rounded(properties.weight, 3),
        levelWord(properties.highest),
        ...geometry.coordinates.slice(0, 2).map((degrees) => rounded(degrees, 6)),
      ])
  }
}
