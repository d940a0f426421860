import { RISK_LEVEL_ORDER, type RiskLevel } from '../domain/riskLevels.ts'
import { apportion, sum } from './apportion.ts'
import { createEnterprises, enterpriseOf } from './createEnterprises.ts'
import { createRiskPoints } from './createRiskPoints.ts'
import { createFacilities } from './createFacilities.ts'
import { createPark, createParkFeatures } from './createParks.ts'
import { basePointsOf } from './basePoints.ts'
import { batchesOf } from './batches.ts'
import { createGovernance } from './governance/createGovernance.ts'
import { groupBy } from './groupBy.ts'
import { layOutPark } from './layOutPark.ts'
import { placeEnterprises } from './placeEnterprises.ts'
import { placeParks } from './placeParks.ts'
import { planParks, type ParkPlan } from './planParks.ts'
import { DEMO_SEED } from './random.ts'
import { createReviewDates } from './reviewDates.ts'
import { createSiteFeatures } from './site/createSiteFeatures.ts'
import { groundOf } from './site/groundOf.ts'
import { createUnits } from './site/units.ts'
import type { DemoDistrict, DemoOptions } from './types.ts'

/**
 * The fictitious district of CONTENT.md 4 and 5: the same for the same communities, day, seed and
 * number of points. Parks, enterprises and facilities at once, risk points in batches.
 * @throws RangeError when a community's outline is missing, or fewer points are asked for than the
 * tables of CONTENT.md 4 have.
 */
export function createDemoDistrict(options: DemoOptions): DemoDistrict {
  const { communities, asOfDay, seed = DEMO_SEED } = options
  const plans = planParks(
    seed,
    communities.map(({ name }) => name),
  )
  const counts = scaleLevels(plans, options.riskPoints)
  const sites = placeParks(plans, communities, seed)
  const layouts = plans.map((plan) => layOutPark(plan, sites[plan.index]!, seed))
  const tenants = createEnterprises(plans, seed)
  const datesFor = createReviewDates(asOfDay)
  const tenantsOf = groupBy(tenants, ({ park }) => park)
  for (const [park, own] of tenantsOf) placeEnterprises(park, layouts[park.index]!, own, seed)
  const parks = plans.map((park) => {
    const layout = layouts[park.index]!
    const own = tenantsOf.get(park)!
    const units = layout.site && createUnits(layout.buildings, own)
    const context = { park, site: sites[park.index]!, layout, tenants: own, units, seed, datesFor }
    return { context, counts: counts[park.index]! }
  })
  const facilities = createFacilities(plans, sites, layouts, communities, seed)
  const staffOf = new Map(
    facilities.flatMap(({ kind, parkCode, staff }) =>
      kind === 'microFireStation' ? [[parkCode, staff]] : [],
    ),
  )
  return {
    asOfDay,
    parks: plans.map((plan) => createPark(plan, sites[plan.index]!, seed)),
    parkFeatures: parks.flatMap(({ context }) => {
      const ground = groundOf(context, staffOf.get(context.park.code) ?? null)
      if (ground) return createSiteFeatures(ground)
      return createParkFeatures(context.park, context.site, context.layout)
    }),
    enterprises: tenants.map(enterpriseOf),
    facilities,
    riskPointCount: sum(counts.flatMap((count) => Object.values(count))),
    sitePoints: () =>
      parks
        .filter(({ context }) => context.units)
        .flatMap(({ context, counts: own }) => createRiskPoints(context, own))
        .map(({ riskPoint }) => riskPoint),
    batches: (batchSize) => batchesOf(parks, batchSize, seed, asOfDay),
    governance: () =>
      createGovernance({ plans, tenants, basePoints: basePointsOf(parks), seed, asOfDay }),
  }
}

/** The points of each park and level: as planned, or in proportion for a larger total. */
function scaleLevels(
  plans: readonly ParkPlan[],
  total: number | undefined,
): Record<RiskLevel, number>[] {
  const base = plans.flatMap(({ levels }) => RISK_LEVEL_ORDER.map((level) => levels[level]))
  const least = sum(base)
  if (total !== undefined && (!Number.isInteger(total) || total < least)) {
    throw new RangeError(`${total} risk points: a whole number from ${least} on is possible`)
  }
  const scaled = apportion(
    total ?? least,
    base.map((weight) => ({ weight, least: weight })),
  )
  return plans.map((_, park) => {
    const [major, larger, general, low] = scaled.slice(park * 4, park * 4 + 4)
    return { major: major!, larger: larger!, general: general!, low: low! }
  })
}
