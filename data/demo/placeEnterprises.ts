import { buildingCodeOf } from './buildingCode.ts'
import type { Lease, Tenant } from './createEnterprises.ts'
import { operatorOfPark } from './createParks.ts'
import type { ParkLayout } from './layOutPark.ts'
import type { ParkPlan } from './planParks.ts'
import { createRandom } from './random.ts'
import { leaseOut } from './site/leases.ts'

/** Stated dirt: nobody wrote down where it rents. */
const MISSING_BUILDING_SHARE = 0.02
const MISSING_OWNER_SHARE = 0.04
/** 二手房东 are a matter of old estates. */
const SUBLET_SHARE = { oldMixed: 0.3, others: 0.08 } as const

/** Puts the tenants of a park into its buildings and names who lets to whom (园中园、厂中厂). */
export function placeEnterprises(
  park: ParkPlan,
  layout: ParkLayout,
  tenants: readonly Tenant[],
  seed: number,
): void {
  const random = createRandom(seed, 'tenancy', park.code)
  const operator = operatorOfPark(park, seed)
  const owner = park.isArticlePark
    ? '园区产权人(演示)'
    : `${park.name.slice(0, 2)}股份合作公司(演示)`
  const leases = park.demonstration ? leaseOut(layout.buildings, tenants.length) : null
  const share = park.parkType === 'oldMixed' ? SUBLET_SHARE.oldMixed : SUBLET_SHARE.others
  tenants.forEach((tenant, index) => {
    const number = index % layout.buildings.length
    const floors = layout.buildings[number]!.floors
    const isPlaced = random.next() >= MISSING_BUILDING_SHARE
    const lowest = 1 + random.integer(floors)
    const highest = Math.min(floors, lowest + random.integer(2))
    // A demonstration park knows who is where.
    tenant.leases = leases?.[index] ?? (isPlaced ? [{ building: number, lowest, highest }] : [])
    const first = tenant.leases[0]
    tenant.buildingCode = first ? buildingCodeOf(park.code, first.building) : null
    tenant.floor = first ? floorsInWords(first) : null
    tenant.propertyOwner = random.next() < MISSING_OWNER_SHARE ? null : owner
    tenant.operator = operator
    tenant.sublessor =
      random.next() < share ? `演示二房东${String.fromCharCode(65 + random.integer(26))}` : null
  })
}

function floorsInWords({ lowest, highest }: Lease): string {
  return lowest === highest ? `${lowest}层` : `${lowest}–${highest}层`
}
