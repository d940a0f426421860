import type { Random } from '../random.ts'
import { FIRST_DAY, isLastDayOfMonth, MONTHS, weightOf, type StoryMonth } from './calendar.ts'
import { take, type DayQuotas, type Track } from './track.ts'
import { FELL_OVERDUE, OPENING } from './yearTable.ts'

/** Days that were given to rectify what then was late. */
const DAYS_GIVEN = [
  { days: 7, weight: 0.14 },
  { days: 15, weight: 0.44 },
  { days: 30, weight: 0.42 },
]
/** Days from the deadline to the close, on average, and at most. */
const MEAN_LATENESS = 24
const MOST_LATENESS = 90
/** Who comes too late is in a hurry: at least so many days lie between deadline and month's end. */
const LEAST_DAYS_LEFT = 4

type Late = Track & { wished: number }

/**
 * Those that passed their deadline unclosed, month by month: as many fall overdue and as many are
 * closed as lead from the one month's overdue stock to the next. Takes their days from the quotas.
 */
export function createLateTracks(quotas: DayQuotas, random: Random): Track[] {
  const tracks: Late[] = []
  let pool = openingPool(random)
  for (const month of MONTHS) {
    const fallen = Array.from({ length: FELL_OVERDUE[month.index]! }, () =>
      fallOverdue(month, quotas, random),
    )
    pool = [...pool, ...fallen].sort((a, b) => a.wished - b.wished)
    const [gone, kept] = choose(pool, pool.length - month.overdue, month)
    if (kept.length !== month.overdue) {
      throw new RangeError(`${kept.length} overdue at the end of ${month.month}`)
    }
    for (const track of gone) close(track, month, quotas)
    tracks.push(...gone)
    pool = kept
  }
  return [...tracks, ...pool]
}

/** Those that wish to be closed first, as far as the month has days for them. */
function choose(pool: readonly Late[], count: number, month: StoryMonth): [Late[], Late[]] {
  const gone: Late[] = []
  const kept: Late[] = []
  for (const track of pool) {
    const isPossible = track.deadline + LEAST_DAYS_LEFT <= month.last
    if (gone.length < count && isPossible) gone.push(track)
    else kept.push(track)
  }
  return [gone, kept]
}

function close(track: Late, month: StoryMonth, { closed }: DayQuotas): void {
  const days = month.days.filter((day) => day > track.deadline && (closed.get(day) ?? 0) > 0)
  const day = days.reduce<number | null>(
    (best, each) =>
      best === null || Math.abs(each - track.wished) < Math.abs(best - track.wished) ? each : best,
    null,
  )
  if (day === null) throw new RangeError(`nothing can be closed late in ${month.month}`)
  track.closed = day
  take(closed, day)
}

function fallOverdue(month: StoryMonth, { registered }: DayQuotas, random: Random): Late {
  const candidates = DAYS_GIVEN.flatMap(({ days, weight }) =>
    month.days.slice(0, -1).map((deadline) => {
      const day = deadline - days
      const quota = day < FIRST_DAY ? 30 * weightOf(day) : (registered.get(day) ?? 0)
      return { day, deadline, weight: weight * Math.max(0, quota - 2) }
    }),
  )
  const { day, deadline } = candidates[random.weighted(candidates.map(({ weight }) => weight))]!
  if (day >= FIRST_DAY) take(registered, day)
  return late(day, deadline, random)
}

/** The overdue stock before the first month, the more of a day the nearer it lies. */
function openingPool(random: Random): Late[] {
  const candidates = DAYS_GIVEN.flatMap(({ days, weight }) =>
    Array.from({ length: 75 }, (_, index) => {
      const deadline = FIRST_DAY - 2 - index
      const isOpenDay = !isLastDayOfMonth(deadline) && weightOf(deadline - days) > 0.5
      return {
        day: deadline - days,
        deadline,
        weight: isOpenDay ? weight * Math.exp(-index / MEAN_LATENESS) : 0,
      }
    }),
  )
  return Array.from({ length: OPENING.overdue }, () => {
    const { day, deadline } = candidates[random.weighted(candidates.map(({ weight }) => weight))]!
    const track = late(day, deadline, random)
    return { ...track, wished: Math.max(track.wished, FIRST_DAY + random.integer(40)) }
  })
}

function late(registered: number, deadline: number, random: Random): Late {
  const lateness = 1 - MEAN_LATENESS * Math.log(1 - random.next())
  return {
    registered,
    deadline,
    closed: null,
    isLate: true,
    isMajor: false,
    wished: deadline + Math.min(MOST_LATENESS, Math.ceil(lateness)),
  }
}
