import type { Site, SiteRiskPoint } from '#data/contract/site/siteResponses'
import { RISK_LEVEL_ORDER, type RiskLevel } from '#data/domain/riskLevels'

/** The highest level of some risk points; null where there are none. */
export function highestLevel(points: readonly { level: RiskLevel }[]): RiskLevel | null {
  return RISK_LEVEL_ORDER.find((level) => points.some((point) => point.level === level)) ?? null
}

/** Points of one floor; those of which nobody says the floor stand on every floor of their building. */
export function pointsOfFloor(
  points: readonly SiteRiskPoint[],
  floor: number | null,
): readonly SiteRiskPoint[] {
  if (floor === null) return points
  return points.filter((point) => point.floor === floor || point.floor === null)
}

/**
 * 四色: the level of each building and unit is the highest among the risk points in it
 * (安委办〔2016〕11号), never an average. A point belongs to the units of its enterprise in its
 * building on its floor; where its floor is unknown, to all of them in the building.
 * @returns levels by the code of the building or unit; null where it has no risk point.
 */
export function fourColours(
  site: Pick<Site, 'features' | 'riskPoints'>,
  floor: number | null,
): ReadonlyMap<string, RiskLevel | null> {
  const points = pointsOfFloor(site.riskPoints, floor)
  const byBuilding = new Map<string | null, SiteRiskPoint[]>()
  for (const point of points) {
    const others = byBuilding.get(point.buildingCode)
    if (others) others.push(point)
    else byBuilding.set(point.buildingCode, [point])
  }
  const levels = new Map<string, RiskLevel | null>()
  for (const { properties } of site.features.features) {
    if (properties.kind === 'building') {
      levels.set(properties.code, highestLevel(byBuilding.get(properties.code) ?? []))
    } else if (properties.kind === 'unit') {
      const inBuilding = byBuilding.get(properties.buildingCode) ?? []
      const own = inBuilding.filter(
        (point) =>
          point.enterpriseCode === properties.enterpriseCode &&
          (point.floor === null || point.floor === properties.floor),
      )
      levels.set(properties.code, highestLevel(own))
    }
  }
  return levels
}
