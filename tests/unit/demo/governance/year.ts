import { dayNumber } from '#data/domain/clock'
import type { DemoHiddenDanger } from '#data/demo/governance/records'
import { districtWith } from '../demoDistrict.ts'

export const TODAY = '2026-11-23'
export const district = districtWith()
export const year = district.governance()
export const parkOf = new Map(district.parks.map((park) => [park.code, park]))

/** What counts as registered: with a deadline, neither merged nor dismissed. */
export const counted = year.hiddenDangers.filter(
  ({ onTheSpot, state }) => !onTheSpot && state !== 'merged' && state !== 'dismissed',
)
export const ofYear = counted.filter(({ registeredAt }) => registeredAt >= '2025-12-01')
export const open = counted.filter(({ closedAt }) => closedAt === null)
export const closed = counted.filter(({ closedAt }) => closedAt !== null)
export const isOverdue = ({ deadline, closedAt }: DemoHiddenDanger): boolean =>
  closedAt === null && deadline < TODAY

/** Days from the registration to the close. */
export function daysToClose({ registeredAt, closedAt }: DemoHiddenDanger): number {
  return dayNumber(closedAt!.slice(0, 10)) - dayNumber(registeredAt.slice(0, 10))
}

/** In the last 90 days by the original deadline: what fell due, and the share closed by then, in %. */
export function onTimeRate(list: readonly DemoHiddenDanger[]): { due: number; rate: number } {
  const due = list.filter(({ deadline }) => deadline >= '2026-08-25' && deadline < TODAY)
  const inTime = due.filter(
    ({ closedAt, deadline }) => closedAt !== null && closedAt.slice(0, 10) <= deadline,
  )
  return { due: due.length, rate: (100 * inTime.length) / due.length }
}
