import type { HiddenDangerSource } from '../../domain/hiddenDangers.ts'
import { dayNumber } from '../../domain/clock.ts'
import type { Random } from '../random.ts'
import { FIRST_DAY, isOfficeDay, STORY_DAY } from './calendar.ts'
import type { Track } from './track.ts'

const WEIGHTS = { check: 84, selfReport: 9, otherDepartment: 4, hotline: 3 } as const
const SOURCES = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]
/** Of 重大: the law asks the enterprise to report them itself. */
const SELF_REPORTED_MAJORS = 0.2

/**
 * What a spot check found and the area had not registered (漏登), before and in the last quarter; with
 * those that are merged the quarter has 3 of 25, 12 %.
 */
export const UNKNOWN_TO_THE_AREA = { before: 5, inQuarter: 3 } as const
/** The same thing found again: by a spot check, before and in the quarter, or another department. */
export const FOUND_AGAIN = { before: 30, inQuarter: 22, otherDepartment: 8 } as const
export const QUARTER_BEGINS = dayNumber('2026-10-01')

/** Who found each hidden danger of the year. */
export function drawSources(
  tracks: readonly Track[],
  random: Random,
): Map<Track, HiddenDangerSource> {
  const sources = new Map<Track, HiddenDangerSource>()
  for (const track of tracks) {
    const drawn = SOURCES[random.weighted(Object.values(WEIGHTS))]!
    const selfReported = random.next() < SELF_REPORTED_MAJORS ? 'selfReport' : 'check'
    sources.set(track, track.isMajor ? selfReported : drawn)
  }
  const spotDays = tracks.filter(
    ({ registered, isMajor }) =>
      !isMajor && registered >= FIRST_DAY && registered < STORY_DAY && isOfficeDay(registered),
  )
  const mark = (count: number, belongs: (track: Track) => boolean) => {
    for (const track of random.shuffled(spotDays.filter(belongs)).slice(0, count)) {
      sources.set(track, 'spotCheck')
    }
  }
  mark(UNKNOWN_TO_THE_AREA.before, ({ registered }) => registered < QUARTER_BEGINS)
  mark(UNKNOWN_TO_THE_AREA.inQuarter, ({ registered }) => registered >= QUARTER_BEGINS)
  return sources
}
