import { RECTIFICATION_DAYS } from '../../domain/hiddenDangers.ts'
import type { Random } from '../random.ts'
import { STORY_DAY } from './calendar.ts'
import { drawOpenStates } from './openStates.ts'
import type { Course } from './steps.ts'
import type { Finding } from './visit.ts'

/** 一次复查合格率 about 88 %: who is late failed more often. */
const FAILS = { late: 0.33, prompt: 0.12 } as const
/** A failed re-check needs some days until the next. */
const LEAST_DAYS_TO_FAIL = 4
/** Of the late ones: an extension was granted, which changes nothing about their being late. */
const EXTENDED = 0.1
/** Handed to enforcement and closed in the year; with the open ones about forty. */
const TRANSFERRED_AND_CLOSED = 32
const LEAST_DAYS_LATE = 12
/** 重大 that were supervised (挂牌督办) and are closed. */
const SUPERVISED_AND_CLOSED = 9
/** Of the open ones under supervision, the longest overdue first: one ends within a week. */
const DAYS_LEFT_OF_SUPERVISION = [4, 24] as const
const LEAST_DAYS_SUPERVISED = 6

/** How each hidden danger went, beside when. */
export function drawCourses(findings: readonly Finding[], random: Random): Map<Finding, Course> {
  const open = drawOpenStates(findings, random)
  const courses = new Map<Finding, Course>()
  for (const finding of findings) {
    const { track, end } = finding
    const days = track?.closed ? track.closed - track.registered : 0
    const fails = random.next() < (track?.isLate ? FAILS.late : FAILS.prompt)
    const extended = random.next() < EXTENDED
    const state = open.get(finding) ?? (end === 'merged' || end === 'dismissed' ? end : 'closed')
    courses.set(finding, {
      state,
      failsFirstReview: fails && days >= LEAST_DAYS_TO_FAIL,
      isExtended:
        extended &&
        track !== null &&
        track.isLate &&
        !track.isMajor &&
        days > RECTIFICATION_DAYS[3],
      isTransferred: false,
      isSupervised: false,
      supervisedUntil: null,
      isEscalated: false,
    })
  }
  markSome(findings, courses, random)
  return courses
}

function markSome(
  findings: readonly Finding[],
  courses: ReadonlyMap<Finding, Course>,
  random: Random,
): void {
  const late = random.shuffled(
    findings.filter(({ track }) => {
      if (!track?.closed || track.isMajor) return false
      return track.closed - track.deadline >= LEAST_DAYS_LATE
    }),
  )
  for (const finding of late.slice(0, TRANSFERRED_AND_CLOSED)) {
    Object.assign(courses.get(finding)!, {
      isTransferred: true,
      failsFirstReview: false,
      isExtended: false,
    })
  }
  const majors = findings.filter(({ track }) => track?.isMajor)
  const overdue = majors
    .filter(({ track }) => track!.closed === null && track!.isLate)
    .sort((a, b) => a.track!.deadline - b.track!.deadline)
  for (const finding of overdue) courses.get(finding)!.isEscalated = true
  DAYS_LEFT_OF_SUPERVISION.forEach((days, index) => {
    const course = courses.get(overdue[index]!)!
    Object.assign(course, { isSupervised: true, supervisedUntil: STORY_DAY + days })
  })
  const lateMajors = majors.filter(({ track }) => {
    const { closed, deadline } = track!
    return closed !== null && closed - deadline >= LEAST_DAYS_SUPERVISED
  })
  for (const finding of random.shuffled(lateMajors).slice(0, SUPERVISED_AND_CLOSED)) {
    Object.assign(courses.get(finding)!, {
      isSupervised: true,
      supervisedUntil: finding.track!.closed! + 1 + random.integer(9),
      isEscalated: true,
      failsFirstReview: false,
    })
  }
}
