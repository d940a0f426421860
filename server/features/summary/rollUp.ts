import { areaPath } from '#data/domain/areas'
import { OVERDUE_FACTOR, type AreaFigures } from '#data/domain/figures'
import { RISK_LEVELS, riskLevelOfRank } from '#data/domain/riskLevels'
import type {
  CampaignCountRow,
  HazardSourceCountRow,
  HiddenDangerCountRow,
  ParkCountRow,
  RiskPointCountRow,
} from './summary.queries.ts'

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
    openHiddenDangers: 0,
    overdueHiddenDangers: 0,
    openMajorHiddenDangers: 0,
    overdueMajorHiddenDangers: 0,
    dueHiddenDangers: 0,
    closedInTime: 0,
    campaignTargets: 0,
    campaignAccepted: 0,
  }
}

/** The figures of every park, from counts by park. @throws Error when a count names no park. */
export function figuresOfParks(counts: {
  parks: readonly ParkCountRow[]
  riskPoints: readonly RiskPointCountRow[]
  hazardSources: readonly HazardSourceCountRow[]
  hiddenDangers: readonly HiddenDangerCountRow[]
  campaigns: readonly CampaignCountRow[]
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
  for (const { parkCode, ...counted } of [...counts.hiddenDangers, ...counts.campaigns]) {
    Object.assign(figuresOf(parkCode), counted)
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

/** V = Σ w·k: a point with something overdue counts `OVERDUE_FACTOR` times its weight. */
function addRiskPoints(figures: AreaFigures, row: RiskPointCountRow): void {
  const level = riskLevelOfRank(row.level)
  const { weight } = RISK_LEVELS[level]
  figures.riskPoints.total += row.count
  figures.riskPoints[level] += row.count
  figures.missingCoordinates += row.missingCoordinates
  figures.riskValue += weight * (row.count + (OVERDUE_FACTOR - 1) * row.doubled)
  // Only what is larger or major has a weight, and only its reviews are counted as overdue.
  if (weight > 0) figures.overdueReviews += row.overdue
}

const addCounts = <T extends Record<string, number>>(a: T, b: T): T =>
  Object.fromEntries(Object.entries(a).map(([key, count]) => [key, count + (b[key] ?? 0)])) as T

function sum(a: AreaFigures, b: AreaFigures): AreaFigures {
  const { riskPoints, ...counts } = a
  const { riskPoints: otherPoints, ...otherCounts } = b
  return { riskPoints: addCounts(riskPoints, otherPoints), ...addCounts(counts, otherCounts) }
}
