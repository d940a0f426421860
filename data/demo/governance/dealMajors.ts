import type { HiddenDangerSource } from '../../domain/hiddenDangers.ts'
import type { Tenant } from '../createEnterprises.ts'
import type { ParkPlan } from '../planParks.ts'
import type { Random } from '../random.ts'
import { monthIndexOf } from './calendar.ts'
import { fits, type FindingText } from './findingTexts.ts'
import { MAJOR_FINDINGS } from './majorFindings.ts'
import { addVisit, makePlannedVisit, type StreetWork } from './street.ts'
import type { Track } from './track.ts'
import type { Finding, Visit } from './visit.ts'

type Place = { text: FindingText; park: ParkPlan; tenant: Tenant | null }

/**
 * Where each 重大事故隐患 of a street was found: the clause fits the enterprise, an open one lies in a
 * park of grade C or D (an open one blocks A and B), none in a demonstration park.
 */
export function dealMajors(
  tracks: readonly Track[],
  sources: ReadonlyMap<Track, HiddenDangerSource>,
  work: StreetWork,
  random: Random,
): Finding[] {
  return tracks.map((track) => {
    const { text, park, tenant } = placeOf(track, work, random)
    const need = work.needOf(park)
    if (track.closed === null) need.open--
    else need.closed--
    const source = sources.get(track)!
    const finding: Finding = {
      park,
      tenant,
      source,
      visit: source === 'check' ? visitFor(track, park, tenant, work, random) : null,
      registered: track.registered,
      track,
      end: null,
      mergedInto: null,
      majorClause: text.clause,
    }
    finding.visit?.findings.push(finding)
    return finding
  })
}

function placeOf(track: Track, work: StreetWork, random: Random): Place {
  const isOpen = track.closed === null
  const parks = work.parks.filter((park) => {
    const need = work.needOf(park)
    if (park.demonstration || (isOpen ? need.open : need.closed) < 1) return false
    return !isOpen || park.grade === 'C' || park.grade === 'D'
  })
  const texts = [...MAJOR_FINDINGS]
  while (texts.length > 0) {
    const index = random.weighted(texts.map(({ weight }) => weight))
    const [text] = texts.splice(index, 1)
    const places = parks.flatMap((park): Place[] =>
      text!.clause === 1
        ? [{ text: text!, park, tenant: null }]
        : work
            .tenantsOf(park)
            .filter((tenant) => fits(text!, tenant))
            .map((tenant) => ({ text: text!, park, tenant })),
    )
    if (places.length > 0) return random.pick(places)
  }
  throw new RangeError('no park of the street can have its 重大事故隐患')
}

function visitFor(
  { registered }: Track,
  park: ParkPlan,
  tenant: Tenant | null,
  work: StreetWork,
  random: Random,
): Visit {
  const planned = work
    .plannedAt(park, monthIndexOf(registered))
    .find((item) => item.tenant === tenant)
  if (planned) return makePlannedVisit(work, planned, registered, random)
  const earlier = work.visits.find((visit) => visit.day === registered && visit.tenant === tenant)
  return earlier ?? addVisit(work, registered, park, tenant, 'campaign')
}
