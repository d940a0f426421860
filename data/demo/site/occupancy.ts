import type { SiteGround } from './siteGround.ts'

/** Beds are for this share of the people who work in the park. */
const BED_SHARE = 0.4

/** People in each building in the largest shift; of a dormitory, beds. */
export function occupancyOf({ buildings, tenants }: SiteGround): number[] {
  const people = buildings.map(() => 0)
  for (const { headcount, leases } of tenants) {
    const floors = leases.map(({ lowest, highest }) => highest - lowest + 1)
    const total = floors.reduce((sum, count) => sum + count, 0)
    leases.forEach(({ building }, index) => {
      people[building]! += (headcount * floors[index]!) / total
    })
  }
  const workers = people.reduce((sum, count) => sum + count, 0)
  return buildings.map(({ use }, building) =>
    Math.round(use === 'dormitory' ? workers * BED_SHARE : people[building]!),
  )
}
