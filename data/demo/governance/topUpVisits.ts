import type { Random } from '../random.ts'
import { apportion, sum } from '../apportion.ts'
import { isOfficeDay, MONTHS, STORY_DAY, weightOf } from './calendar.ts'
import type { PlanItem } from './checkPlan.ts'
import { QUARTER_BEGINS } from './sources.ts'
import { addVisit, makePlannedVisit, pickTenant, type StreetWork } from './street.ts'
import { STREET_FIGURES, VISITS } from './yearTable.ts'

/** The last month is at its 23rd day: so much of what it will have done is done. */
const LAST_MONTH_SHARE = 0.79
/** By the district and by third parties, before the last quarter and in it. */
const SPOT_CHECKS = { before: 66, inQuarter: 42 } as const
/** At least so many visits are beyond the plan. */
const OTHER_VISITS = 140

/**
 * Visits that the plan asked for and that found nothing that needs a deadline, until the plan of a
 * month is as complete as the story says, or as the 检查家次 of the year allow.
 */
export function topUpPlan(works: readonly StreetWork[], random: Random): void {
  const targets = works.flatMap((work) =>
    MONTHS.map((month) => {
      const items = work.items.filter(({ monthIndex }) => monthIndex === month.index)
      const share = month.index === MONTHS.length - 1 ? LAST_MONTH_SHARE : 1
      const target = items.length * STREET_FIGURES[work.street].planCompletion * share
      return { work, month, items, target }
    }),
  )
  const beyond = sum(
    works.map(({ visits, items }) => visits.length - items.filter(isVisited).length),
  )
  const possible = VISITS - beyond - OTHER_VISITS
  const factor = Math.min(1, possible / sum(targets.map(({ target }) => target)))
  for (const { work, month, items, target } of targets) {
    const open = random.shuffled(items.filter((item) => !isVisited(item)))
    const missing = Math.max(0, Math.round(target * factor) - (items.length - open.length))
    const weights = month.days.map(weightOf)
    for (const item of open.slice(0, missing)) {
      makePlannedVisit(work, item, month.days[random.weighted(weights)]!, random)
    }
  }
}

const isVisited = ({ visitDay }: PlanItem): boolean => visitDay !== null

/** Visits beyond the plan, so that the year has its 检查家次: spot checks, and campaigns. */
export function addOtherVisits(works: readonly StreetWork[], random: Random): void {
  const missing = VISITS - sum(works.map(({ visits }) => visits.length))
  const spots = SPOT_CHECKS.before + SPOT_CHECKS.inQuarter
  if (missing < spots) throw new RangeError(`${spots - missing} visits too many`)
  const counts = apportion(
    missing,
    works.map(({ visits }) => ({ weight: visits.length })),
  )
  const places = random.shuffled(
    works.flatMap((work, index) => Array<StreetWork>(counts[index]!).fill(work)),
  )
  const all = MONTHS.flatMap(({ days }) => days).filter(
    (day) => isOfficeDay(day) && day < STORY_DAY,
  )
  const inQuarter = all.filter((day) => day >= QUARTER_BEGINS)
  const before = all.filter((day) => day < QUARTER_BEGINS)
  places.forEach((work, index) => {
    const possible = index < SPOT_CHECKS.inQuarter ? inQuarter : index < spots ? before : all
    const day = possible[random.weighted(possible.map(weightOf))]!
    const park = work.parks[random.weighted(work.parks.map(({ enterprises }) => enterprises))]!
    const spot = random.next() < 0.55 ? 'spotCheck' : 'thirdParty'
    const tenant = pickTenant(work.tenantsOf(park), random)
    addVisit(work, day, park, tenant, index < spots ? spot : 'campaign')
  })
}
