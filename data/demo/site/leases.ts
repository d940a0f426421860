import type { Lease } from '../createEnterprises.ts'
import type { Building } from '../layOutPark.ts'
import { rentable } from './buildingFacts.ts'

/**
 * Which floors of which buildings each tenant of a demonstration park uses, so that no floor is
 * empty: tenants take the buildings in turn and divide the floors of one among them; where floors
 * are fewer they share them. Where buildings are more than tenants each has several.
 */
export function leaseOut(buildings: readonly Building[], tenants: number): Lease[][] {
  const leases: Lease[][] = Array.from({ length: tenants }, () => [])
  const rented = rentable(buildings)
  rented.forEach((building, place) => {
    const here = tenantsAt(place, rented.length, tenants)
    const { floors } = buildings[building]!
    here.forEach((tenant, index) => {
      const lowest = 1 + Math.floor((index * floors) / here.length)
      const next = 1 + Math.floor(((index + 1) * floors) / here.length)
      leases[tenant]!.push({ building, lowest, highest: Math.max(lowest, next - 1) })
    })
  })
  return leases
}

/** Tenants of the building at a place among those let: every so many-th, or one for several. */
function tenantsAt(place: number, buildings: number, tenants: number): number[] {
  if (tenants <= buildings) return [place % tenants]
  const count = Math.ceil((tenants - place) / buildings)
  return Array.from({ length: count }, (_, round) => place + round * buildings)
}
