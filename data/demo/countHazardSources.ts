import { apportion, sum } from './apportion.ts'
import { PARK_TYPE_KEYS, PARK_TYPE_TABLE } from './parkTypeTable.ts'
import type { ParkPlan } from './planParks.ts'

/** At most one hazard source for so many risk points of a park. */
const POINTS_PER_HAZARD_SOURCE = 2

/** CONTENT.md 4.3: the hazard sources of each type among its parks, in proportion to their points. */
export function countHazardSources(plans: readonly ParkPlan[]): void {
  for (const parkType of PARK_TYPE_KEYS) {
    const parks = plans.filter((plan) => plan.parkType === parkType)
    const counts = apportion(
      PARK_TYPE_TABLE[parkType].hazardSources,
      parks.map((plan) => ({
        weight: plan.riskPoints + 10 * plan.levels.larger,
        least: sum(plan.hazardPins.map(({ units }) => units.length)),
        most: Math.ceil(plan.riskPoints / POINTS_PER_HAZARD_SOURCE),
      })),
    )
    parks.forEach((plan, index) => (plan.hazardSources = counts[index]!))
  }
}
