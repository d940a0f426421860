import { apportion, sum } from './apportion.ts'
import { COMMUNITY_ROWS } from './communityTable.ts'
import type { ParkPlan } from './planParks.ts'

/** The overdue reviews of the community table, never in a demonstration park. */
export function placeOverdueReviews(plans: readonly ParkPlan[]): void {
  for (const { code, overdueMajor = 0, overdueLarger = 0 } of COMMUNITY_ROWS) {
    const parks = plans.filter((plan) => plan.areaCode === code)
    const shareOut = (level: 'major' | 'larger', total: number) => {
      const shares = apportion(
        total,
        parks.map(({ levels, demonstration }) => ({
          weight: demonstration ? 0 : levels[level],
          most: levels[level],
        })),
      )
      parks.forEach((park, index) => (park.overdue[level] = shares[index]!))
    }
    shareOut('major', overdueMajor)
    shareOut('larger', overdueLarger)
  }
}

/** 较大以上风险值 V = Σ w·k of a park (CONTENT.md 3.2). */
export function riskValueOf({ levels, overdue }: ParkPlan): number {
  return sum([2 * levels.major, levels.larger, 2 * overdue.major, overdue.larger])
}
