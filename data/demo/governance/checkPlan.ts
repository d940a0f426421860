import { CHECK_INTERVAL_MONTHS } from '../../domain/checks.ts'
import { sum } from '../apportion.ts'
import type { Tenant } from '../createEnterprises.ts'
import type { Random } from '../random.ts'
import { MONTHS } from './calendar.ts'

/** An enterprise that a month should see. */
export type PlanItem = { monthIndex: number; tenant: Tenant; visitDay: number | null }

/** February has its holiday and November is planned whole: work of a whole month. */
const WORK = MONTHS.map(({ index, registered }) =>
  index === 2 ? 520 : index === MONTHS.length - 1 ? 740 : registered,
)

/**
 * Who is to be visited when: every 12, 6, 3 months or every month by the park's grade. Who has a
 * choice of months has the rather busy ones.
 */
export function createCheckPlan(tenants: readonly Tenant[], random: Random): PlanItem[] {
  const phaseWeights = new Map(
    [...new Set(Object.values(CHECK_INTERVAL_MONTHS))].map((interval) => [
      interval,
      Array.from({ length: interval }, (_, phase) =>
        sum(WORK.filter((__, month) => month % interval === phase)),
      ),
    ]),
  )
  return tenants.flatMap((tenant) => {
    const interval = CHECK_INTERVAL_MONTHS[tenant.park.grade]
    const phase = random.weighted(phaseWeights.get(interval)!)
    return MONTHS.filter(({ index }) => index % interval === phase).map(({ index }) => ({
      monthIndex: index,
      tenant,
      visitDay: null,
    }))
  })
}
