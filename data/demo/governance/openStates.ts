import type { HiddenDangerState } from '../../domain/hiddenDangers.ts'
import type { Random } from '../random.ts'
import { STORY_DAY } from './calendar.ts'
import type { Finding } from './visit.ts'

/** Where those that are open stand on the story's day; what is not counted here is being rectified. */
const NEWEST: readonly [HiddenDangerState, number][] = [
  ['pendingAssessment', 9],
  ['returnedToRegistrant', 3],
  ['pendingAssignment', 10],
]
const OLDER: readonly [HiddenDangerState, number][] = [
  ['extensionRequested', 8],
  ['pendingReview', 46],
  ['returned', 24],
  ['pendingClosure', 27],
]
const TRANSFERRED = 8
const LEAST_DAYS_OVERDUE = 9
/** Before so many days nobody has rectified anything. */
const LEAST_AGE = 6

/** The present state of every open hidden danger; 重大 are all being rectified. */
export function drawOpenStates(
  findings: readonly Finding[],
  random: Random,
): Map<Finding, HiddenDangerState> {
  const open = findings.filter(({ track }) => track?.closed === null)
  const states = new Map<Finding, HiddenDangerState>(open.map((each) => [each, 'rectifying']))
  const general = open.filter(({ track }) => !track!.isMajor)
  const newest = [...general].sort((a, b) => b.registered - a.registered)
  for (const [state, count] of NEWEST) {
    for (const finding of newest.splice(0, count)) states.set(finding, state)
  }
  const older = random.shuffled(
    newest.filter(({ registered }) => registered <= STORY_DAY - LEAST_AGE),
  )
  const overdue = older.filter(({ track }) => track!.deadline < STORY_DAY - LEAST_DAYS_OVERDUE)
  const transferred = new Set(overdue.slice(0, TRANSFERRED))
  for (const finding of transferred) states.set(finding, 'transferred')
  const others = older.filter((finding) => !transferred.has(finding))
  for (const [state, count] of OLDER) {
    for (const finding of others.splice(0, count)) states.set(finding, state)
  }
  return states
}
