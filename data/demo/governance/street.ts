import type { Tenant } from '../createEnterprises.ts'
import type { ParkPlan } from '../planParks.ts'
import type { Random } from '../random.ts'
import type { StreetCode } from '../streetTable.ts'
import type { PlanItem } from './checkPlan.ts'
import { MONTHS } from './calendar.ts'
import type { ParkNeed } from './parkNeeds.ts'
import type { Visit } from './visit.ts'

/** High-risk enterprises are seen first, and large ones. */
const HIGH_RISK_FACTOR = 3

/** What a street still has to do in the year: needs of its parks, visits of its plan. */
export type StreetWork = {
  street: StreetCode
  items: readonly PlanItem[]
  parks: readonly ParkPlan[]
  tenantsOf: (park: ParkPlan) => readonly Tenant[]
  needOf: (park: ParkPlan) => ParkNeed
  /** Planned visits of a month that nobody has made. */
  plannedAt: (park: ParkPlan, monthIndex: number) => PlanItem[]
  visits: Visit[]
}

export const weightOfTenant = ({ highRiskClass, headcount }: Tenant): number =>
  (highRiskClass ? HIGH_RISK_FACTOR : 1) * headcount ** 0.3

export function pickTenant(tenants: readonly Tenant[], random: Random): Tenant {
  return tenants[random.weighted(tenants.map(weightOfTenant))]!
}

/** A visit that the plan asked for, on a day of its month. */
export function makePlannedVisit(
  work: StreetWork,
  item: PlanItem,
  day: number,
  random: Random,
): Visit {
  item.visitDay = day
  const items = work.plannedAt(item.tenant.park, item.monthIndex)
  items.splice(items.indexOf(item), 1)
  const isCampaign = item.tenant.highRiskClass !== null && random.next() < 0.35
  return addVisit(work, day, item.tenant.park, item.tenant, isCampaign ? 'campaign' : 'routine')
}

export function addVisit(
  { visits }: StreetWork,
  day: number,
  park: ParkPlan,
  tenant: Tenant | null,
  kind: Visit['kind'],
): Visit {
  const visit: Visit = { day, park, tenant, kind, findings: [] }
  visits.push(visit)
  return visit
}

export function createStreetWork(
  street: StreetCode,
  parks: readonly ParkPlan[],
  tenantsOf: (park: ParkPlan) => readonly Tenant[],
  needOf: (park: ParkPlan) => ParkNeed,
  items: readonly PlanItem[],
): StreetWork {
  const planned = new Map(parks.map((park) => [park, MONTHS.map((): PlanItem[] => [])]))
  for (const item of items) planned.get(item.tenant.park)![item.monthIndex]!.push(item)
  return {
    street,
    items,
    parks,
    tenantsOf,
    needOf,
    plannedAt: (park, monthIndex) => planned.get(park)![monthIndex]!,
    visits: [],
  }
}
