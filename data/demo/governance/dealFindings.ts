import type { HiddenDangerSource } from '../../domain/hiddenDangers.ts'
import { groupBy } from '../groupBy.ts'
import type { ParkPlan } from '../planParks.ts'
import type { Random } from '../random.ts'
import { monthIndexOf, STORY_DAY } from './calendar.ts'
import type { ParkNeed } from './parkNeeds.ts'
import { addVisit, makePlannedVisit, pickTenant, type StreetWork } from './street.ts'
import type { Track } from './track.ts'
import type { Finding, Visit } from './visit.ts'

/** Share of the visits that found something with a deadline: from it follows how much each found. */
const SHARE_WITH_DEADLINE = 0.66
const MOST_A_VISIT = 4
/** A visit beyond the plan is the exception. */
const BEYOND_THE_PLAN = 0.03
/** What was found without a visit lies on common ground that often, and then names no enterprise. */
const ON_COMMON_GROUND = 0.06

type Queue = Record<keyof ParkNeed, Track[]>

/**
 * Where each hidden danger of the year was found, and by which visit, day by day: a visit finds one
 * to four things in an enterprise that the month's plan has, until every park has what it needs.
 */
export function dealFindings(
  tracks: readonly Track[],
  sources: ReadonlyMap<Track, HiddenDangerSource>,
  work: StreetWork,
  random: Random,
): Finding[] {
  const findings: Finding[] = []
  const meanByMonth = meansAVisit(tracks, sources, work)
  for (const [day, today] of groupBy(tracks, ({ registered }) => registered)) {
    const byVisit = groupBy(random.shuffled(today), (track) => visitSourceOf(sources.get(track)!))
    for (const [source, own] of byVisit) {
      const queue: Queue = {
        open: own.filter(({ closed }) => closed === null),
        closed: own.filter(({ closed }) => closed !== null),
      }
      while (queue.open.length + queue.closed.length > 0) {
        const most = source === null ? 1 : drawSize(meanByMonth[monthIndexOf(day)]!, random)
        const park = drawPark(queue, day, source === 'check', work, random)
        const taken = takeFor(park, queue, most, work.needOf(park))
        const visit = source === null ? null : visitOf(source, park, day, work, random)
        findings.push(...taken.map((track) => findingOf(track, sources.get(track)!, park, visit)))
      }
    }
  }
  for (const finding of findings) {
    if (finding.visit) finding.visit.findings.push(finding)
    else if (random.next() >= ON_COMMON_GROUND) {
      finding.tenant = pickTenant(work.tenantsOf(finding.park), random)
    }
  }
  return findings
}

const visitSourceOf = (source: HiddenDangerSource): 'check' | 'spotCheck' | null =>
  source === 'check' || source === 'spotCheck' ? source : null

function meansAVisit(
  tracks: readonly Track[],
  sources: ReadonlyMap<Track, HiddenDangerSource>,
  { parks, plannedAt }: StreetWork,
): Record<number, number> {
  const checked = tracks.filter((track) => sources.get(track) === 'check')
  return Object.fromEntries(
    [...groupBy(checked, ({ registered }) => monthIndexOf(registered))].map(([month, found]) => {
      const planned = parks.reduce((count, park) => count + plannedAt(park, month).length, 0)
      return [month, found.length / Math.max(1, planned * SHARE_WITH_DEADLINE)]
    }),
  )
}

function drawSize(mean: number, random: Random): number {
  return Math.max(1, Math.min(MOST_A_VISIT, Math.floor(mean + 0.3 + 0.9 * random.next())))
}

/** By what the parks still need, where the plan has a visit left; what is overdue spares the best. */
function drawPark(
  queue: Queue,
  day: number,
  needsVisit: boolean,
  work: StreetWork,
  random: Random,
): ParkPlan {
  const kind = queue.open.length > 0 ? 'open' : 'closed'
  const [next] = queue[kind]
  const weights = work.parks.map((park) => {
    const need = work.needOf(park)[kind]
    if (park.isArticlePark && next!.isLate) return 0
    const isPlanned = !needsVisit || work.plannedAt(park, monthIndexOf(day)).length > 0
    const isSpared = next!.isLate && (park.demonstration || park.grade === 'A')
    return need * (isPlanned ? 1 : BEYOND_THE_PLAN) * (isSpared ? 0.1 : 1)
  })
  const index = random.weighted(weights)
  const park = work.parks[index]
  if (!park) throw new RangeError(`no park is left for a hidden danger of day ${STORY_DAY - day}`)
  return park
}

/** Open ones first, then closed ones, as many as the park needs and the visit takes. */
function takeFor(park: ParkPlan, queue: Queue, most: number, need: ParkNeed): Track[] {
  const taken: Track[] = []
  for (const kind of ['open', 'closed'] as const) {
    for (const track of [...queue[kind]]) {
      if (taken.length >= most || need[kind] < 1) break
      if (park.isArticlePark && track.isLate) continue
      queue[kind].splice(queue[kind].indexOf(track), 1)
      need[kind]--
      taken.push(track)
    }
  }
  return taken
}

function visitOf(
  source: 'check' | 'spotCheck',
  park: ParkPlan,
  day: number,
  work: StreetWork,
  random: Random,
): Visit {
  if (source === 'spotCheck') {
    const tenant = pickTenant(work.tenantsOf(park), random)
    return addVisit(work, day, park, tenant, random.next() < 0.5 ? 'spotCheck' : 'thirdParty')
  }
  const planned = work.plannedAt(park, monthIndexOf(day))
  if (planned.length > 0) {
    const tenant = pickTenant(
      planned.map((item) => item.tenant),
      random,
    )
    return makePlannedVisit(
      work,
      planned.find((item) => item.tenant === tenant)!,
      day,
      random,
    )
  }
  const visited = new Set(work.visits.filter((v) => v.day === day).map(({ tenant }) => tenant))
  const free = work.tenantsOf(park).filter((tenant) => !visited.has(tenant))
  return addVisit(work, day, park, free.length > 0 ? pickTenant(free, random) : null, 'campaign')
}

function findingOf(
  track: Track,
  source: HiddenDangerSource,
  park: ParkPlan,
  visit: Visit | null,
): Finding {
  return {
    park,
    tenant: visit?.tenant ?? null,
    source,
    visit,
    registered: track.registered,
    track,
    end: null,
    mergedInto: null,
    majorClause: null,
  }
}
