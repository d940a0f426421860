import { groupBy } from '../groupBy.ts'
import type { Tenant } from '../createEnterprises.ts'
import type { ParkPlan } from '../planParks.ts'
import { createRandom } from '../random.ts'
import { STREET_CODES } from '../streetTable.ts'
import { allotStreets } from './allotStreets.ts'
import { FIRST_DAY } from './calendar.ts'
import { createCheckPlan, type PlanItem } from './checkPlan.ts'
import { createTracks } from './createTracks.ts'
import { dealFindings } from './dealFindings.ts'
import { dealMajors } from './dealMajors.ts'
import { createFoundAgain } from './foundAgain.ts'
import { markMajors } from './markMajors.ts'
import { dealOnTheSpot } from './onTheSpot.ts'
import { createParkNeeds, type ParkNeed } from './parkNeeds.ts'
import { drawSources } from './sources.ts'
import { createStreetWork, type StreetWork } from './street.ts'
import { addOtherVisits, topUpPlan } from './topUpVisits.ts'
import type { Track } from './track.ts'
import type { Finding, Visit } from './visit.ts'

export type Findings = { findings: Finding[]; visits: Visit[]; plan: PlanItem[] }

/** What was found in the year, where, when and by which visit; and which visits the plan asked for. */
export function createFindings(
  plans: readonly ParkPlan[],
  tenants: readonly Tenant[],
  seed: number,
): Findings {
  const random = (part: string) => createRandom(seed, 'governance', part)
  const tracks = createTracks(random('tracks'))
  markMajors(tracks, random('majors'))
  const streets = allotStreets(tracks, random('streets'))
  const sources = drawSources(tracks, random('sources'))
  const needs = createParkNeeds(plans, random('parks'))
  const plan = createCheckPlan(tenants, random('plan'))
  const tenantsOf = groupBy(tenants, ({ park }) => park)
  const tracksOf = groupBy(tracks, (track) => streets.get(track)!)
  const itemsOf = groupBy(plan, ({ tenant }) => tenant.park.streetCode)
  const deal = random('deal')
  const works: StreetWork[] = []
  const findings = STREET_CODES.flatMap((street) => {
    const parks = plans.filter(({ streetCode }) => streetCode === street)
    const items = itemsOf.get(street)!
    const needOf = (park: ParkPlan) => needs[park.index]!
    const work = createStreetWork(street, parks, (park) => tenantsOf.get(park)!, needOf, items)
    works.push(work)
    const own = tracksOf.get(street)!
    const ofYear = own.filter(({ registered }) => registered >= FIRST_DAY)
    return [
      ...dealOpening(own, sources, work, deal),
      ...dealMajors(
        ofYear.filter(({ isMajor }) => isMajor),
        sources,
        work,
        deal,
      ),
      ...dealFindings(
        ofYear.filter(({ isMajor }) => !isMajor),
        sources,
        work,
        deal,
      ),
    ]
  })
  topUpPlan(works, deal)
  addOtherVisits(works, deal)
  const visits = works.flatMap((work) => work.visits)
  const again = createFoundAgain(findings, visits, random('again'))
  const onTheSpot = dealOnTheSpot(visits, random('spot'))
  return { findings: [...findings, ...onTheSpot, ...again], visits, plan }
}

/** Those that were open when the year began need no visit, and lie where the parks are large. */
function dealOpening(
  tracks: readonly Track[],
  sources: ReadonlyMap<Track, Finding['source']>,
  work: StreetWork,
  random: ReturnType<typeof createRandom>,
): Finding[] {
  const opening = tracks.filter(({ registered }) => registered < FIRST_DAY)
  const majors = opening.filter(({ isMajor }) => isMajor)
  const needs = new Map<ParkPlan, ParkNeed>(
    work.parks.map((park) => [
      park,
      { open: 0, closed: park.isArticlePark ? 0 : park.demonstration ? 2 : park.enterprises },
    ]),
  )
  const before: StreetWork = {
    ...work,
    needOf: (park) => needs.get(park)!,
    plannedAt: () => [],
    visits: [],
  }
  const found = [
    ...dealMajors(majors, sources, before, random),
    ...dealFindings(
      opening.filter(({ isMajor }) => !isMajor),
      withoutVisits(opening, sources),
      before,
      random,
    ),
  ]
  for (const finding of found)
    Object.assign(finding, { visit: null, source: sources.get(finding.track!)! })
  return found
}

/** Visits of the year before are not in the data. */
function withoutVisits(
  tracks: readonly Track[],
  sources: ReadonlyMap<Track, Finding['source']>,
): Map<Track, Finding['source']> {
  return new Map(
    tracks.map((track) => {
      const source = sources.get(track)!
      return [track, source === 'check' ? 'selfReport' : source]
    }),
  )
}
