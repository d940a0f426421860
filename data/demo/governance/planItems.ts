import { addDays } from '../../domain/clock.ts'
import { hash } from '../random.ts'
import { MONTHS } from './calendar.ts'
import type { PlanItem } from './checkPlan.ts'
import type { DemoPlanItem } from './records.ts'
import type { StoryTime } from './storyTime.ts'

/** Plans are made some days before their month begins. */
const DAYS_BEFORE = 5

/**
 * The plan by calendar months. Where the year is moved, what was visited stays in the month of its
 * visit, and an enterprise is planned once a month at most.
 */
export function planItemsOf(
  plan: readonly PlanItem[],
  asOfDay: string,
  { dayText }: StoryTime,
): DemoPlanItem[] {
  const items = new Map<string, DemoPlanItem>()
  const visitedFirst = [...plan].sort(
    (a, b) => Number(a.visitDay === null) - Number(b.visitDay === null),
  )
  for (const { monthIndex, tenant, visitDay } of visitedFirst) {
    const { days } = MONTHS[monthIndex]!
    const day = visitDay ?? days[hash('plan', monthIndex, tenant.code) % days.length]!
    const month = `${dayText(day).slice(0, 7)}-01`
    const key = `${month}|${tenant.code}`
    if (items.has(key) || month > asOfDay) continue
    items.set(key, {
      month,
      enterpriseCode: tenant.code,
      parkCode: tenant.parkCode,
      areaCode: tenant.areaCode,
      parkGrade: tenant.park.grade,
      plannedAt: `${addDays(month, -DAYS_BEFORE)}T10:00:00+08:00`,
    })
  }
  return [...items.values()].sort(
    (a, b) => a.month.localeCompare(b.month) || a.enterpriseCode.localeCompare(b.enterpriseCode),
  )
}
