import type { Random } from '../random.ts'
import { FIRST_DAY, isOfficeDay, STORY_DAY, daysFrom } from './calendar.ts'
import { FOUND_AGAIN, QUARTER_BEGINS } from './sources.ts'
import type { Finding, Visit } from './visit.ts'

/** Reports that were looked into and are none. */
const DISMISSED = 24
/** A thing is found again while it is open: at least so many days after it was registered. */
const LEAST_DAYS_BETWEEN = 3

/**
 * Findings beyond the year's: what a spot check or another department found although the area had it
 * (merged into the area's own), and reports that were dismissed.
 */
export function createFoundAgain(
  findings: readonly Finding[],
  visits: readonly Visit[],
  random: Random,
): Finding[] {
  const known = random.shuffled(findings.filter(canBeFoundAgain))
  const spots = random.shuffled(
    visits.filter(({ kind }) => kind === 'spotCheck' || kind === 'thirdParty'),
  )
  const again: Finding[] = []
  const find = (count: number, from: number, last: number) => {
    const free = spots.filter(
      ({ day, findings: own }) => day >= from && day <= last && own.length === 0,
    )
    for (const visit of free) {
      if (count === 0) return
      const original = known.find(
        (each) => each.park.streetCode === visit.park.streetCode && isOpenOn(each, visit.day),
      )
      if (!original) continue
      known.splice(known.indexOf(original), 1)
      Object.assign(visit, { park: original.park, tenant: original.tenant })
      const finding = { ...copyOf(original, visit.day), source: 'spotCheck' as const, visit }
      visit.findings.push(finding)
      again.push(finding)
      count--
    }
    if (count > 0) throw new RangeError(`${count} spot checks found nothing known`)
  }
  find(FOUND_AGAIN.before, FIRST_DAY, QUARTER_BEGINS - 1)
  find(FOUND_AGAIN.inQuarter, QUARTER_BEGINS, STORY_DAY - 1)
  for (const original of known.slice(0, FOUND_AGAIN.otherDepartment)) {
    const day = daysFrom(original.registered + LEAST_DAYS_BETWEEN, STORY_DAY - 1).find(isOfficeDay)!
    again.push({ ...copyOf(original, day), source: 'otherDepartment' })
  }
  const reports = random.shuffled(findings.filter(({ source }) => source === 'hotline'))
  for (const report of reports.slice(0, DISMISSED)) {
    const day = daysFrom(report.registered, STORY_DAY - 1).find(isOfficeDay)
    if (day) again.push({ ...copyOf(report, day), end: 'dismissed', mergedInto: null })
  }
  return again
}

function canBeFoundAgain({ track, tenant, source }: Finding): boolean {
  if (!track || track.isMajor || !tenant || source !== 'check') return false
  return (track.closed ?? STORY_DAY) - track.registered > 2 * LEAST_DAYS_BETWEEN
}

function isOpenOn({ track }: Finding, day: number): boolean {
  if (!track || day < track.registered + LEAST_DAYS_BETWEEN) return false
  return track.closed === null || day < track.closed - 1
}

const copyOf = (original: Finding, registered: number): Finding => ({
  ...original,
  registered,
  visit: null,
  track: null,
  end: 'merged',
  mergedInto: original,
})
