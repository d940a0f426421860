import { CHECK_INTERVAL_MONTHS } from '../../domain/checks.ts'
import type { ParkGrade } from '../../domain/parks.ts'
import { PARK_TYPE_KEYS } from '../parkTypeTable.ts'
import type { ParkPlan } from '../planParks.ts'
import type { Random } from '../random.ts'
import { STREET_CODES } from '../streetTable.ts'
import { fillTwoWayTable } from '../twoWayTable.ts'
import { PARK_TYPE_FIGURES, STREET_FIGURES } from './yearTable.ts'

/** How many hidden dangers of the year a park still has to receive. */
export type ParkNeed = { open: number; closed: number }

/** The worse a park is run, the longer its hidden dangers stay. */
const OPEN_BY_GRADE = { A: 0.5, B: 1, C: 1.7, D: 2.5 } as const satisfies Record<ParkGrade, number>

/**
 * Registered and open ones of each park, so that streets (CONTENT.md 4.2) and park types (4.3) have
 * theirs at the same time. The more visits a park gets, the more is found there.
 */
export function createParkNeeds(plans: readonly ParkPlan[], random: Random): ParkNeed[] {
  const totals = (of: 'registered' | 'open') => ({
    rows: Object.fromEntries(STREET_CODES.map((street) => [street, STREET_FIGURES[street][of]])),
    columns: Object.fromEntries(PARK_TYPE_KEYS.map((type) => [type, PARK_TYPE_FIGURES[type][of]])),
  })
  const cellOf = ({ streetCode, parkType }: ParkPlan, weight: number, most: number) => ({
    row: streetCode,
    column: parkType,
    weight,
    most,
  })
  const all = totals('registered')
  const registered = fillTwoWayTable(
    plans.map((plan) => {
      const visits = (12 * plan.enterprises) / CHECK_INTERVAL_MONTHS[plan.grade]
      const weight = visits ** 0.6 * plan.riskPoints ** 0.4 * Math.exp(0.2 * random.normal())
      return cellOf(plan, weight, all.rows[plan.streetCode]!)
    }),
    all.rows,
    all.columns,
  )
  const stillOpen = totals('open')
  const open = fillTwoWayTable(
    plans.map((plan, index) => {
      const weight = registered[index]! * OPEN_BY_GRADE[plan.grade] * (plan.demonstration ? 0.4 : 1)
      return cellOf(plan, weight, registered[index]!)
    }),
    stillOpen.rows,
    stillOpen.columns,
  )
  return plans.map((_, index) => ({
    open: open[index]!,
    closed: registered[index]! - open[index]!,
  }))
}
