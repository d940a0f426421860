import { sum } from '../apportion.ts'
import { groupBy } from '../groupBy.ts'
import type { Tenant } from '../createEnterprises.ts'
import { riskValueOf } from '../placeOverdueReviews.ts'
import type { ParkPlan } from '../planParks.ts'
import { createRandom, hash } from '../random.ts'
import type { DemoBasePoint } from '../types.ts'
import { drawCourses } from './courses.ts'
import { createFindings } from './createFindings.ts'
import { createRiskPointPicker } from './createRiskPointPicker.ts'
import { describeFindings } from './describe.ts'
import { narrate, type Narrated } from './narrate.ts'
import { planItemsOf } from './planItems.ts'
import type { DemoCheck, DemoGovernance, DemoHiddenDanger } from './records.ts'
import { createStoryTime, minutesOf, type StoryTime } from './storyTime.ts'
import { inspectorOf } from './people.ts'
import type { Finding, Visit } from './visit.ts'

export type GovernanceOptions = {
  plans: readonly ParkPlan[]
  tenants: readonly Tenant[]
  basePoints: readonly DemoBasePoint[]
  seed: number
  asOfDay: string
}

/** Between two things that a visit registers lie so many minutes. */
const MINUTES_A_FINDING = 3
/** The last visit of a day begins early enough to write down what it found. */
const LAST_START = 0.55

/**
 * A year of checks and hidden dangers that ends with the figures of CONTENT.md 4.2 to 4.4 on the day
 * of the story; on another day the whole year is moved with it.
 */
export function createGovernance(options: GovernanceOptions): DemoGovernance {
  const { plans, tenants, basePoints, seed, asOfDay } = options
  const time = createStoryTime(asOfDay)
  const { findings, visits, plan } = createFindings(plans, tenants, seed)
  const random = (part: string) => createRandom(seed, 'governance', part)
  const descriptions = describeFindings(findings, random('texts'))
  const courses = drawCourses(findings, random('courses'))
  const pickPoint = createRiskPointPicker(basePoints, valuesOf(plans), random('points'))
  const minutes = drawMinutes(findings, visits)
  const ordered = inOrderOfTime(findings, ({ registered }) => registered, minutes)
  const codes = new Map(ordered.map((each, index) => [each, codeOf('H', index)]))
  const orderedVisits = inOrderOfTime(visits, ({ day }) => day, minutes)
  const visitCodes = new Map(orderedVisits.map((visit, index) => [visit, codeOf('C', index)]))
  const draw = random('story')
  const narrated = ordered.map((finding): Narrated => {
    const description = descriptions.get(finding)!
    return narrate({
      finding,
      description,
      course: courses.get(finding)!,
      minute: minutes.get(finding)!,
      code: codes.get(finding)!,
      checkCode: finding.visit && visitCodes.get(finding.visit)!,
      mergedInto:
        finding.mergedInto && finding.end === 'merged' ? codes.get(finding.mergedInto)! : null,
      riskPointCode: pickPoint(finding, description),
      time,
      random: draw,
      seed,
    })
  })
  const recordOf = new Map(narrated.map(({ record }, index) => [ordered[index]!, record]))
  return {
    checks: orderedVisits.map((visit) =>
      checkOf(visit, visitCodes.get(visit)!, minutes.get(visit)!, recordOf, time),
    ),
    planItems: planItemsOf(plan, asOfDay, time),
    hiddenDangers: narrated.map(({ record }) => record),
    events: narrated.flatMap(({ events }) => events),
  }
}

const codeOf = (letter: 'H' | 'C', index: number): string =>
  `DEMO-${letter}-${String(index + 1).padStart(5, '0')}`

function inOrderOfTime<T extends Finding | Visit>(
  list: readonly T[],
  dayOf: (item: T) => number,
  minutes: ReadonlyMap<Finding | Visit, number>,
): T[] {
  const keyed = list.map((item) => ({ item, at: dayOf(item) * 1440 + minutes.get(item)! }))
  return keyed.sort((a, b) => a.at - b.at).map(({ item }) => item)
}

function valuesOf(plans: readonly ParkPlan[]): Map<string, number> {
  const byArea = groupBy(plans, ({ areaCode }) => areaCode)
  return new Map([...byArea].map(([area, parks]) => [area, sum(parks.map(riskValueOf))]))
}

/** When of the day each visit began and each finding was written down, in minutes of work. */
function drawMinutes(
  findings: readonly Finding[],
  visits: readonly Visit[],
): Map<Finding | Visit, number> {
  const minutes = new Map<Finding | Visit, number>()
  const startOf = (day: number, ...labels: string[]) =>
    hash('minute', day, ...labels) % Math.floor(minutesOf(day) * LAST_START)
  for (const visit of visits) {
    const start = startOf(visit.day, visit.park.code, visit.tenant?.code ?? '', visit.kind)
    minutes.set(visit, start)
    visit.findings.forEach((finding, index) => {
      const later = start + (index + 1) * MINUTES_A_FINDING
      minutes.set(finding, Math.min(later, minutesOf(visit.day) - 1))
    })
  }
  findings.forEach((finding, index) => {
    if (!finding.visit) {
      minutes.set(finding, startOf(finding.registered, finding.park.code, String(index)))
    }
  })
  return minutes
}

function checkOf(
  visit: Visit,
  code: string,
  minute: number,
  recordOf: ReadonlyMap<Finding, DemoHiddenDanger>,
  time: StoryTime,
): DemoCheck {
  const { department, person } = inspectorOf(visit)
  const found = visit.findings.map((finding) => recordOf.get(finding)!)
  return {
    code,
    areaCode: visit.park.areaCode,
    parkCode: visit.park.code,
    enterpriseCode: visit.tenant?.code ?? null,
    kind: visit.kind,
    department,
    inspector: person,
    checkedAt: time.instant(visit.day, minute),
    outcome: found.some(({ suspectedMajor }) => suspectedMajor)
      ? 'suspectedMajor'
      : found.some(({ onTheSpot }) => !onTheSpot)
        ? 'deadlineSet'
        : found.length > 0
          ? 'rectifiedOnTheSpot'
          : 'nothingFound',
  }
}
