import type { Random } from '../random.ts'
import type { Finding, Visit } from './visit.ts'
import { ON_THE_SPOT } from './yearTable.ts'

/** Share of the visits without a deadline that found nothing at all. */
const NOTHING_FOUND = 0.3
const MOST_A_VISIT = 3

/**
 * What the area's own visits had put right while they were there. Spot checks register what they
 * find with a deadline.
 */
export function dealOnTheSpot(visits: readonly Visit[], random: Random): Finding[] {
  const own = visits.filter(
    ({ kind, tenant }) => tenant !== null && (kind === 'routine' || kind === 'campaign'),
  )
  const found = own.filter(({ findings }) => findings.length > 0 || random.next() >= NOTHING_FOUND)
  const places = found.filter(({ findings }) => findings.length === 0)
  const more = random
    .shuffled(
      found.flatMap((visit) =>
        Array<Visit>(visit.findings.length > 0 ? MOST_A_VISIT : MOST_A_VISIT - 1).fill(visit),
      ),
    )
    .slice(0, ON_THE_SPOT - places.length)
  if (places.length + more.length !== ON_THE_SPOT) {
    throw new RangeError(`${places.length + more.length} can be rectified on the spot`)
  }
  return [...places, ...more].map((visit) => {
    const finding: Finding = {
      park: visit.park,
      tenant: visit.tenant,
      source: 'check',
      visit,
      registered: visit.day,
      track: null,
      end: 'onTheSpot',
      mergedInto: null,
      majorClause: null,
    }
    visit.findings.push(finding)
    return finding
  })
}
