import { RISK_LEVEL_ORDER, type RiskLevel } from '../../domain/riskLevels.ts'
import type { RiskPoint } from '../../domain/riskPoints.ts'
import { createRiskPoints, type ParkContext } from '../createRiskPoints.ts'
import type { Building } from '../layOutPark.ts'
import type { Frame } from '../plane.ts'
import { createRandom } from '../random.ts'
import { STORED_GOODS } from './buildingFacts.ts'
import { distanceToRectangle } from './segments.ts'
import type { SiteGround } from './siteGround.ts'

/**
 * What the features of a demonstration park follow from; null for the other parks.
 * @param stationStaff of its micro fire station; null where it has none
 */
export function groundOf(context: ParkContext, stationStaff: number | null): SiteGround | null {
  const { park, site, layout, tenants, units, seed } = context
  if (!layout.site || !units) return null
  const random = createRandom(seed, 'ground', park.code)
  const points = createRiskPoints(context, park.levels).map(({ riskPoint }) => riskPoint)
  return {
    parkCode: park.code,
    digits: { few: 2, many: 3 },
    ring: site.ring,
    frame: site.frame,
    plan: layout.site,
    buildings: layout.buildings,
    tenants,
    units,
    levels: levelsOf(layout.buildings, points, site.frame),
    stationStaff,
    brigade: stationStaff === null ? null : 8 + random.integer(20),
    storeRemark: `甲类,存放${STORED_GOODS[park.parkType] ?? '溶剂'},限量 ${2 + random.integer(4)} t,距各栋不小于 12 m(演示)`,
  }
}

/** The highest level in each building. */
function levelsOf(
  buildings: readonly Building[],
  points: readonly RiskPoint[],
  frame: Frame,
): (RiskLevel | null)[] {
  return buildings.map((building) => {
    const inside = points.filter(
      ({ longitude, latitude, floor }) =>
        floor !== null &&
        longitude !== null &&
        latitude !== null &&
        distanceToRectangle(building, frame.toVector([longitude, latitude])) === 0,
    )
    return RISK_LEVEL_ORDER.find((level) => inside.some((point) => point.level === level)) ?? null
  })
}
