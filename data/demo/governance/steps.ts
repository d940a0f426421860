import type { HiddenDangerAction } from '../../domain/hiddenDangerActions.ts'
import type { HiddenDangerState } from '../../domain/hiddenDangers.ts'
import type { Random } from '../random.ts'
import { isOfficeDay, STORY_DAY } from './calendar.ts'
import { officeDayBetween } from './storyTime.ts'
import type { Finding } from './visit.ts'

/** An action and the day it was done on. */
export type Step = { action: HiddenDangerAction; day: number }

/** What is told of a hidden danger beside its track. */
export type Course = {
  /** Where it stands at the end; `closed` where the track says so. */
  state: HiddenDangerState
  failsFirstReview: boolean
  isExtended: boolean
  isTransferred: boolean
  isSupervised: boolean
  /** The day by which the supervision asks for the close. */
  supervisedUntil: number | null
  isEscalated: boolean
}

const BEFORE_ASSESSMENT: readonly HiddenDangerState[] = [
  'pendingAssessment',
  'returnedToRegistrant',
]

/** The steps from the registration to where it stands, in order, each on an office day where it can. */
export function stepsOf(finding: Finding, course: Course, random: Random): Step[] {
  const { registered, end, track } = finding
  if (end === 'onTheSpot') return [{ action: 'registerOnTheSpot', day: registered }]
  const last = lastDayOf(finding)
  const at = (share: number) => officeDayBetween(registered, last, share)
  const soon = (days: number, share: number) =>
    Math.min(
      officeDayBetween(registered, Math.max(registered, last), share),
      nextOfficeDay(registered + days, last),
    )
  const steps: Step[] = [{ action: 'register', day: registered }]
  const add = (action: HiddenDangerAction, day: number) => steps.push({ action, day })
  if (end === 'merged') add('merge', soon(1, 1))
  if (end === 'dismissed') add('dismiss', soon(4, 1))
  if (end !== null) return steps
  if (course.state === 'returnedToRegistrant') add('returnToRegistrant', soon(1, 1))
  if (BEFORE_ASSESSMENT.includes(course.state)) return steps
  add('assess', soon(random.integer(2), 0.3))
  if (track!.isMajor) add('control', steps.at(-1)!.day)
  if (course.state === 'pendingAssignment') return steps
  add('assign', Math.max(steps.at(-1)!.day, soon(1 + random.integer(2), 0.4)))
  if (course.isExtended) {
    const asked = officeDayBetween(registered, track!.deadline, 0.8)
    add('requestExtension', Math.max(steps.at(-1)!.day, Math.min(asked, at(0.55))))
    add(
      'approveExtension',
      Math.max(steps.at(-1)!.day, Math.min(nextOfficeDay(asked + 1, last), at(0.6))),
    )
  }
  // What is raised because it is overdue goes on from there.
  const from = isRaised(course) ? Math.min(track!.deadline + 1, last) : registered
  addWork(course, (share) => officeDayBetween(from, last, share), add)
  return steps
}

const isRaised = ({ state, isEscalated, isTransferred }: Course): boolean =>
  isEscalated || isTransferred || state === 'transferred'

/** From the assignment to the close, or to where it stands. */
function addWork(
  { state, ...course }: Course,
  at: (share: number) => number,
  add: (action: HiddenDangerAction, day: number) => void,
): void {
  const isClosed = state === 'closed'
  const isRectified = isClosed || state === 'pendingReview' || state === 'pendingClosure'
  if (course.isEscalated) add('escalate', at(0.02))
  if (course.isSupervised) add('supervise', at(0.15))
  if (state === 'extensionRequested') add('requestExtension', at(0.97))
  if (course.isTransferred || state === 'transferred') add('transfer', at(0.4))
  if (course.failsFirstReview || state === 'returned') {
    add('submitRectification', at(0.72))
    add('failReview', at(0.78))
  }
  if (isRectified) add('submitRectification', at(isClosed ? 0.86 : 0.9))
  if (isClosed || state === 'pendingClosure') add('passReview', at(0.96))
  if (course.isSupervised && isClosed) add('endSupervision', at(1))
  if (isClosed) add('close', at(1))
}

/** The last day on which something happened: it was closed, or offices last worked. */
function lastDayOf({ registered, track, end }: Finding): number {
  const until = end === null ? (track!.closed ?? lastOfficeDay()) : lastOfficeDay()
  return Math.max(registered, until)
}

function lastOfficeDay(): number {
  let day = STORY_DAY - 1
  while (!isOfficeDay(day)) day--
  return day
}

function nextOfficeDay(day: number, last: number): number {
  return officeDayBetween(day, Math.max(day, last), 0)
}
