import { areaPath } from '#data/domain/areas'
import { OVERDUE_FACTOR, type AreaFigures } from '#data/domain/figures'
import { RISK_LEVELS, riskLevelOfRank } from '#data/domain/riskLevels'
import type { HazardSourceCountRow, ParkCountRow, RiskPointCountRow } from './summary.queries.ts'

export type ParkFigures = { code: string; name: string; areaCode: string; figures: AreaFigures }

export function noFigures(): AreaFigures {
  return {
    riskPoints: { total: 0, major: 0, larger: 0, general: 0, low: 0 },
    riskValue: 0,
    overdueReviews: 0,
    missingCoordinates: 0,
    hazardSources: 0,
    majorHazardSources: 0,
    parks: 0,
    demonstrationParks: 0,
    enterprises: 0,
  }
}

/** The figures of every park, from counts by park. @throws Error when a count names no park. */
export function figuresOfParks(counts: {
  parks: readonly ParkCountRow[]
  riskPoints: readonly RiskPointCountRow[]
  hazardSources: readonly HazardSourceCountRow[]
}): Map<string, ParkFigures> {
  const parks = new Map(counts.parks.map((park) => [park.code, ofPark(park)]))
  const figuresOf = (code: string) => {
    const park = parks.get(code)
    if (!park) throw new Error(`Something was counted for the park ${code}, which does not exist`)
    return park.figures
  }
  for (const row of counts.riskPoints) addRiskPoints(figuresOf(row.parkCode), row)
  for (const row of counts.hazardSources) {
    const figures = figuresOf(row.parkCode)
    figures.hazardSources += row.count
    figures.majorHazardSources += row.major
  }
  return parks
}

/** The figures of every area that holds a park: the sum of its parks, by each park's own code. */
export function figuresOfAreas(parks: Iterable<ParkFigures>): Map<string, AreaFigures> {
  const areas = new Map<string, AreaFigures>()
  for (const { areaCode, figures } of parks) {
    for (const code of areaPath(areaCode)) {
      areas.set(code, sum(areas.get(code) ?? noFigures(), figures))
    }
  }
  return areas
}

function ofPark({ code, name, areaCode, demonstration, enterprises }: ParkCountRow): ParkFigures {
  const figures = {
    ...noFigures(),
    parks: 1,
    demonstrationParks: Number(demonstration),
    enterprises,
  }
  return { code, name, areaCode, figures }
}

/** V = Σ w·k: a point whose review is overdue counts `OVERDUE_FACTOR` times its weight. */
function addRiskPoints(figures: AreaFigures, row: RiskPointCountRow): void {
  const level = riskLevelOfRank(row.level)
  const { weight } = RISK_LEVELS[level]
  figures.riskPoints.total += row.count
  figures.riskPoints[level] += row.count
  figures.missingCoordinates += row.missingCoordinates
  figures.riskValue += weight * (row.count + (OVERDUE_FACTOR - 1) * row.overdue)
  // Only what is larger or major has a weight, and only its reviews are counted as overdue.
  if (weight > 0) figures.overdueReviews += row.overdue
}

function sum(a: AreaFigures, b: AreaFigures): AreaFigures {
  return {
    riskPoints: {
      total: a.riskPoints.total + b.riskPoints.total,
      major: a.riskPoints.major + b.riskPoints.major,
      larger: a.riskPoints.larger + b.riskPoints.larger,
      general: a.riskPoints.general + b.riskPoints.general,
      low: a.riskPoints.low + b.riskPoints.low,
    },
    riskValue: a.riskValue + b.riskValue,
    overdueReviews: a.overdueReviews + b.overdueReviews,
    missingCoordinates: a.missingCoordinates + b.missingCoordinates,
    hazardSources: a.hazardSources + b.hazardSources,
    majorHazardSources: a.majorHazardSources + b.majorHazardSources,
    parks: a.parks + b.parks,
    demonstrationParks: a.demonstrationParks + b.demonstrationParks,
    enterprises: a.enterprises + b.enterprises,
  }
}
