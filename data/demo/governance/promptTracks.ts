import { sum } from '../apportion.ts'
import type { Random } from '../random.ts'
import { FIRST_DAY, daysFrom, isLastDayOfMonth, STORY_DAY, weightOf } from './calendar.ts'
import type { DayQuotas, Track } from './track.ts'

/** How long it took to close what was closed in time, in %; the late ones make the tail longer. */
const BANDS = [
  { least: 1, most: 7, weight: 28 },
  { least: 8, most: 15, weight: 35.5 },
  { least: 16, most: 30, weight: 32.5 },
  { least: 31, most: 60, weight: 4.4 },
  { least: 61, most: 110, weight: 1 },
] as const
/** Days that are given to rectify (建议值); the long ones are for works with a plan. */
const DAYS_GIVEN = [3, 7, 15, 30, 45, 60, 90, 120] as const
const SHARE_OF_THE_TIGHTEST = 0.8
/** What is open and in time needs up to so many days more. */
const MOST_DAYS_LEFT = 15
/** Hidden dangers that are open as the year begins were registered in this many days before. */
const DAYS_BEFORE = 100

/** Share of those that are open at an age, in days, which is closed on the next day. */
const HAZARD = hazardOf(
  BANDS.flatMap(({ least, most, weight }) =>
    Array<number>(most - least + 1).fill(weight / (most - least + 1)),
  ),
)

function hazardOf(density: readonly number[]): (age: number) => number {
  let left = sum(density)
  const byAge = density.map((share) => {
    const hazard = share / left
    left -= share
    return hazard
  })
  return (age) => (age < 1 ? 0 : (byAge[age - 1] ?? 1))
}

/**
 * Those that were closed by their deadline, or are open before it. Which of the open ones a day
 * closes is drawn by how likely their age makes it.
 */
export function createPromptTracks(
  { registered, closed }: DayQuotas,
  opening: number,
  random: Random,
): Track[] {
  const pairs: Pair[] = []
  let waiting = openingStock(opening, random)
  for (const day of daysFrom(FIRST_DAY, STORY_DAY)) {
    const gone = new Set(drawClosed(waiting, day, closed.get(day) ?? 0, random))
    for (const index of gone) pairs.push({ registered: waiting[index]!, closed: day })
    waiting = waiting.filter((_, index) => !gone.has(index))
    waiting.push(...Array<number>(registered.get(day) ?? 0).fill(day))
  }
  return [
    ...pairs.map((pair) => trackOf(pair.registered, pair.closed, random)),
    ...waiting.map((day) => trackOf(day, null, random)),
  ]
}

type Pair = { registered: number; closed: number }

/** Weighted sampling without replacement: the largest u^(1/w), after Efraimidis and Spirakis. */
function drawClosed(
  waiting: readonly number[],
  day: number,
  count: number,
  random: Random,
): number[] {
  if (count === 0) return []
  const keys = waiting.map((registered, index) => ({
    index,
    key: Math.log(random.next()) / HAZARD(day - registered),
  }))
  const possible = keys.filter(({ key }) => Number.isFinite(key))
  if (possible.length < count) throw new RangeError(`only ${possible.length} can be closed`)
  return possible
    .sort((a, b) => b.key - a.key)
    .slice(0, count)
    .map(({ index }) => index)
}

/** Days of registration before the year began, each as likely as it is to be open still. */
function openingStock(count: number, random: Random): number[] {
  let survival = 1
  const weights = Array.from({ length: DAYS_BEFORE }, (_, index) => {
    survival *= 1 - HAZARD(index)
    return survival * weightOf(FIRST_DAY - 1 - index)
  })
  return Array.from({ length: count }, () => FIRST_DAY - 1 - random.weighted(weights))
}

function trackOf(registered: number, closed: number | null, random: Random): Track {
  const needed = (closed ?? STORY_DAY + random.integer(MOST_DAYS_LEFT)) - registered
  const possible = DAYS_GIVEN.filter((days) => days >= needed)
  const given = possible[random.next() < SHARE_OF_THE_TIGHTEST ? 0 : 1] ?? possible[0] ?? needed
  const deadline = registered + given
  return {
    registered,
    deadline: isLastDayOfMonth(deadline) ? deadline + 1 : deadline,
    closed,
    isLate: false,
    isMajor: false,
  }
}
