import { nextState, type HiddenDangerAction } from '../../domain/hiddenDangerActions.ts'
import type { HiddenDangerState } from '../../domain/hiddenDangers.ts'
import type { Random } from '../random.ts'
import type { Description } from './describe.ts'
import { detailsOf, type Facts } from './eventDetails.ts'
import { severityBasisOf } from './majorTexts.ts'
import { registrantOf, responsibleOf } from './people.ts'
import type { DemoHiddenDanger, DemoHiddenDangerEvent } from './records.ts'
import { stepsOf, type Course, type Step } from './steps.ts'
import { STORY_DAY } from './calendar.ts'
import { minutesOf, type StoryTime } from './storyTime.ts'
import type { Finding } from './visit.ts'

export type Plot = {
  finding: Finding
  description: Description
  course: Course
  /** Of work on the day of registration. */
  minute: number
  code: string
  checkCode: string | null
  mergedInto: string | null
  riskPointCode: string | null
  time: StoryTime
  random: Random
  seed: number
}
export type Narrated = { record: DemoHiddenDanger; events: DemoHiddenDangerEvent[] }

/** CONTENT.md 4.4, stated dirt: the person responsible is missing. */
const MISSING_PERSON = 0.02
/** Days given for what was found again, or is none. */
const DAYS_GIVEN_OTHERWISE = 15
/** What an extension asks for. */
const DAYS_MORE = 15
const LEVELS_OF_FUNDS = [30_000, 50_000, 80_000, 120_000, 200_000] as const

/** A hidden danger with all that happened to it, from its track and its course. */
export function narrate(plot: Plot): Narrated {
  const { finding, course, code, random } = plot
  const steps = stepsOf(finding, course, random)
  const facts = factsOf(plot, steps)
  const instants = instantsOf(steps, plot)
  let state: HiddenDangerState | null = null
  const events = steps.map(({ action, day }, index): DemoHiddenDangerEvent => {
    const fromState: HiddenDangerState | null = state
    state = nextState(fromState, action)
    if (state === null) throw new RangeError(`${code}: no ${action} from ${fromState}`)
    return {
      hiddenDangerCode: code,
      sequence: index + 1,
      areaCode: finding.park.areaCode,
      action,
      fromState,
      toState: state,
      at: instants[index]!,
      note: null,
      ...detailsOf(action, facts, plot.time.dayText(day), course.state === 'extensionRequested'),
    }
  })
  return { record: recordOf(plot, facts, steps, events), events }
}

/** What the events say and the record keeps. */
function factsOf(plot: Plot, steps: Step[]): Facts {
  const { finding, description, course, mergedInto, time, random, seed } = plot
  const { track, registered, park, majorClause } = finding
  const given = track ? track.deadline : registered + DAYS_GIVEN_OTHERWISE
  const deadline = finding.end === 'onTheSpot' ? registered : given
  const { department, person } = responsibleOf(finding, seed)
  const isMissing = random.next() < MISSING_PERSON
  const supervised = steps.find(({ action }) => action === 'supervise')
  return {
    finding,
    words: description.words,
    unit: department,
    person: isMissing && !track?.isMajor ? null : person,
    deadline: time.dayText(deadline),
    extendedDeadline: time.dayText(deadline + DAYS_MORE),
    requestedDeadline: time.dayText(Math.max(deadline, STORY_DAY) + DAYS_MORE),
    fundsYuan: track?.isMajor ? random.pick(LEVELS_OF_FUNDS) : null,
    severityBasis: majorClause
      ? severityBasisOf(majorClause, description.words, time.dayText(registered))
      : null,
    supervisionNumber: supervised
      ? `龙安督(演示)〔${time.dayText(supervised.day).slice(0, 4)}〕${park.code.slice(-3)}号`
      : null,
    supervisionDeadline:
      course.supervisedUntil === null ? null : time.dayText(course.supervisedUntil),
    mergedInto,
  }
}

/** Instants in order: the first at the minute of the registration, others spread over their days. */
function instantsOf(steps: readonly Step[], { minute, time, random }: Plot): string[] {
  return steps.map(({ day }, index) => {
    if (index === 0) return time.instant(day, minute)
    const first = steps.findIndex((step) => step.day === day)
    const count = steps.filter((step) => step.day === day).length
    const from = day === steps[0]!.day ? minute + 1 : 0
    const part = (minutesOf(day) - from) / count
    return time.instant(day, Math.floor(from + (index - first + random.next() * 0.9) * part))
  })
}

/** What was found, and by whom; what was done about it comes from the steps. */
function recordOf(
  plot: Plot,
  facts: Facts,
  steps: readonly Step[],
  events: readonly DemoHiddenDangerEvent[],
): DemoHiddenDanger {
  const { finding, description, time } = plot
  const { park, tenant, track } = finding
  const registrant = registrantOf(finding)
  const isMajor = track?.isMajor ?? false
  // Who answers for it is named when it is assigned, or was there when it was put right at once.
  const isAnswered = finding.end === 'onTheSpot' || steps.some(({ action }) => action === 'assign')
  return {
    code: plot.code,
    areaCode: park.areaCode,
    parkCode: park.code,
    enterpriseCode: tenant?.code ?? null,
    riskPointCode: plot.riskPointCode,
    checkCode: plot.checkCode,
    source: finding.source,
    category: description.text.category,
    clauseNumber: description.text.clause,
    location: locationOf(plot),
    description: description.words,
    onTheSpot: finding.end === 'onTheSpot',
    suspectedMajor: isMajor,
    severity: isMajor ? 'major' : 'general',
    severityBasis: facts.severityBasis,
    foundOn: time.dayText(finding.registered),
    registeredBy: registrant.person,
    registeredDepartment: registrant.department,
    registeredAt: events[0]!.at,
    responsibleUnit: isAnswered ? facts.unit : null,
    responsiblePerson: isAnswered ? facts.person : null,
    deadline: facts.deadline,
    fundsYuan: facts.fundsYuan,
    supervisionNumber: facts.supervisionNumber,
    supervisionDeadline: facts.supervisionDeadline,
    mergedInto: facts.mergedInto,
    ...progressOf(plot, facts, steps, events),
  }
}

type Progress = Pick<
  DemoHiddenDanger,
  | 'state'
  | 'version'
  | 'handlingLevel'
  | 'extendedDeadline'
  | 'requestedDeadline'
  | 'fiveRequirements'
  | 'rectificationPlan'
  | 'controlMeasures'
  | 'rectifiedOn'
  | 'closedAt'
  | 'supervisionLevel'
  | 'supervisedAt'
  | 'supervisionEndedAt'
>

/** What the record carries of its events. */
function progressOf(
  { finding, course, time }: Plot,
  facts: Facts,
  steps: readonly Step[],
  events: readonly DemoHiddenDangerEvent[],
): Progress {
  const indexOf = (action: HiddenDangerAction) =>
    steps.findLastIndex((step) => step.action === action)
  const at = (action: HiddenDangerAction) => events[indexOf(action)]?.at ?? null
  const detailOf = <T>(action: HiddenDangerAction, key: string) =>
    (events[indexOf(action)]?.details[key] ?? null) as T | null
  const isOnTheSpot = finding.end === 'onTheSpot'
  const reported = indexOf('submitRectification')
  // A re-check that failed, or enforcement, undoes what was reported as rectified.
  const isRectified = reported > Math.max(indexOf('failReview'), indexOf('transfer'))
  const rectified = isOnTheSpot ? finding.registered : isRectified ? steps[reported]!.day : null
  return {
    state: events.at(-1)!.toState,
    version: events.length,
    handlingLevel: course.isSupervised ? 'district' : course.isEscalated ? 'street' : 'community',
    extendedDeadline: course.isExtended ? facts.extendedDeadline : null,
    requestedDeadline: course.state === 'extensionRequested' ? facts.requestedDeadline : null,
    fiveRequirements: detailOf('assign', 'fiveRequirements'),
    rectificationPlan: detailOf('assign', 'rectificationPlan'),
    controlMeasures: detailOf('control', 'measures'),
    rectifiedOn: rectified === null ? null : time.dayText(rectified),
    closedAt: isOnTheSpot ? events[0]!.at : at('close'),
    supervisionLevel: course.isSupervised ? 'district' : null,
    supervisedAt: at('supervise'),
    supervisionEndedAt: at('endSupervision'),
  }
}

/** 部位: "2栋 3层 抛光车间"; on common ground the place alone. */
function locationOf({ finding: { tenant }, description: { place } }: Plot): string {
  const building = tenant?.buildingCode?.match(/B(\d+)$/)?.[1]
  return [building && `${Number(building)}栋`, building && tenant?.floor, place]
    .filter(Boolean)
    .join(' ')
}
