import type { Random } from '../random.ts'
import { FIRST_DAY, MONTHS, monthIndexOf, STORY_DAY } from './calendar.ts'
import type { Track } from './track.ts'
import { MAJORS_CLOSED_IN_LAST_MONTH, OPEN_MAJORS, OPENING } from './yearTable.ts'

/** Days from registration to close that 重大事故隐患 are chosen by: their median is 38. */
const DURATIONS = [38, 30, 46, 24, 53, 35, 41, 18, 66, 37, 39, 49, 28] as const
/** Who takes a 重大 for rectified within days gave it less; at least this is usual. */
const USUAL_DAYS_GIVEN = 30
const PENALTY_OF_A_SHORT_DEADLINE = 6

/**
 * Chooses which of the tracks are 重大: as many of each month as CONTENT.md 4.4 says, of which those
 * that are open at the end. The others take about 38 days.
 */
export function markMajors(tracks: readonly Track[], random: Random): void {
  const order = random.shuffled(DURATIONS)
  let turn = 0
  const nextDuration = () => order[turn++ % order.length]! + random.integer(5) - 2
  let toCloseInLastMonth: number = MAJORS_CLOSED_IN_LAST_MONTH
  const lastMonth = MONTHS.at(-1)!
  for (const { index, major } of [...MONTHS].reverse()) {
    const open = OPEN_MAJORS.find(({ monthIndex }) => monthIndex === index)
    const stillOpen = random.shuffled(
      tracks.filter((each) => each.closed === null && monthIndexOf(each.registered) === index),
    )
    markOpen(stillOpen, open?.overdue ?? 0, true)
    markOpen(stillOpen, open?.inTime ?? 0, false)
    const closed = major - (open ? open.overdue + open.inTime : 0)
    // The later of the months before the last one still had some that the last one closed.
    const late = Math.min(toCloseInLastMonth, Math.ceil(closed / 2))
    for (let count = 0; count < closed; count++) {
      const closesLast = count < late
      markNearest(
        tracks.filter((each) => {
          if (each.isMajor || each.closed === null) return false
          return (
            monthIndexOf(each.registered) === index && each.closed >= lastMonth.first === closesLast
          )
        }),
        nextDuration(),
      )
    }
    toCloseInLastMonth -= late
  }
  const before = tracks.filter(({ registered }) => registered < FIRST_DAY)
  for (let count = 0; count < OPENING.major; count++) {
    markNearest(
      before.filter(({ isMajor }) => !isMajor),
      nextDuration(),
    )
  }
}

function markOpen(open: readonly Track[], count: number, isOverdue: boolean): void {
  const fitting = open.filter(({ deadline }) => deadline < STORY_DAY === isOverdue)
  const byDaysGiven = fitting.sort((a, b) => shortness(a) - shortness(b))
  if (byDaysGiven.length < count) throw new RangeError('too few are open to be 重大')
  for (const track of byDaysGiven.slice(0, count)) track.isMajor = true
}

const shortness = ({ deadline, registered }: Track): number =>
  Math.max(0, USUAL_DAYS_GIVEN - (deadline - registered))

function markNearest(candidates: readonly Track[], duration: number): void {
  const cost = (track: Track) =>
    Math.abs(track.closed! - track.registered - duration) +
    (shortness(track) > 0 ? PENALTY_OF_A_SHORT_DEADLINE : 0)
  const [first, ...others] = candidates
  if (!first) throw new RangeError('nothing that was closed can be 重大')
  const nearest = others.reduce((best, each) => (cost(each) < cost(best) ? each : best), first)
  nearest.isMajor = true
}
