import { apportion, sum } from '../apportion.ts'
import type { Random } from '../random.ts'
import { STREET_CODES, STREET_TABLE, type StreetCode } from '../streetTable.ts'
import { FIRST_DAY, STORY_DAY } from './calendar.ts'
import type { Track } from './track.ts'
import { OPENING, STREET_FIGURES } from './yearTable.ts'

/** Days of the window of the 按期整改率. */
const WINDOW = 90
const figuresOf = (street: StreetCode) => STREET_FIGURES[street]
type Counts = Record<StreetCode, number>

/**
 * Which street each hidden danger lies in, so that every street has its registered, open, overdue and
 * open 重大 ones of CONTENT.md 4.2, and its on-time rate where the story names one.
 */
export function allotStreets(tracks: readonly Track[], random: Random): Map<Track, StreetCode> {
  const streets = new Map<Track, StreetCode>()
  const deal = (group: readonly Track[], counts: Counts) => {
    const places = STREET_CODES.flatMap((street) => Array<StreetCode>(counts[street]).fill(street))
    if (places.length !== group.length) {
      throw new RangeError(`${group.length} hidden dangers for ${places.length} places`)
    }
    random.shuffled(places).forEach((street, index) => streets.set(group[index]!, street))
  }
  const countOf = (count: (street: StreetCode) => number): Counts =>
    Object.fromEntries(STREET_CODES.map((street) => [street, count(street)])) as Counts
  const majors = (street: StreetCode) => figuresOf(street).majors
  const open = tracks.filter(({ closed }) => closed === null)
  const [openLate, openInTime] = partition(open, ({ isLate }) => isLate)
  const [lateMajors, lateOthers] = partition(openLate, ({ isMajor }) => isMajor)
  const [majorsInTime, othersInTime] = partition(openInTime, ({ isMajor }) => isMajor)
  deal(
    lateMajors,
    countOf((street) => majors(street).overdue),
  )
  deal(
    majorsInTime,
    countOf((street) => majors(street).inTime),
  )
  deal(
    lateOthers,
    countOf((street) => figuresOf(street).overdue - majors(street).overdue),
  )
  deal(
    othersInTime,
    countOf((street) => figuresOf(street).open - figuresOf(street).overdue - majors(street).inTime),
  )
  const closed = tracks.filter((track) => track.closed !== null && track.registered >= FIRST_DAY)
  const [inWindow, earlier] = partition(closed, isInWindow)
  const [lateInWindow, promptInWindow] = partition(inWindow, ({ isLate }) => isLate)
  const openInWindow = countOf(
    (each) => openLate.filter((track) => isInWindow(track) && streets.get(track) === each).length,
  )
  const due = shareByRegistered(inWindow.length + sum(Object.values(openInWindow)))
  const late = lateCounts(due, openInWindow, lateInWindow.length)
  deal(
    lateInWindow,
    countOf((street) => late[street] - openInWindow[street]),
  )
  deal(
    promptInWindow,
    countOf((street) => due[street] - late[street]),
  )
  const [lateEarlier, promptEarlier] = partition(earlier, ({ isLate }) => isLate)
  const lateBefore = shareByRegistered(lateEarlier.length, (street) => late[street] / due[street])
  deal(lateEarlier, lateBefore)
  deal(
    promptEarlier,
    countOf((street) => {
      const { registered, open: stillOpen } = figuresOf(street)
      return registered - stillOpen - (due[street] - openInWindow[street]) - lateBefore[street]
    }),
  )
  const opening = tracks.filter(({ registered }) => registered < FIRST_DAY)
  deal(opening, shareByRegistered(OPENING.open))
  return streets
}

const isInWindow = ({ deadline }: Track): boolean =>
  deadline >= STORY_DAY - WINDOW && deadline < STORY_DAY

function shareByRegistered(
  total: number,
  factor: (street: StreetCode) => number = () => 1,
): Counts {
  const shares = apportion(
    total,
    STREET_CODES.map((street) => ({ weight: figuresOf(street).registered * factor(street) })),
  )
  return Object.fromEntries(STREET_CODES.map((street, index) => [street, shares[index]!])) as Counts
}

/** Not closed in time among those due: as the story says, the rest by how much a street lags. */
function lateCounts(due: Counts, openInWindow: Counts, closedLate: number): Counts {
  const total = closedLate + sum(Object.values(openInWindow))
  const named = STREET_CODES.filter((street) => figuresOf(street).onTimeRate !== null)
  const late: Partial<Counts> = {}
  for (const street of named) {
    late[street] = Math.round(due[street] * (1 - figuresOf(street).onTimeRate!))
  }
  const others = STREET_CODES.filter((street) => !named.includes(street))
  const shares = apportion(
    total - sum(Object.values(late)),
    others.map((street) => ({
      weight: due[street] * (1 + STREET_TABLE[street].lag / 2),
      least: openInWindow[street],
    })),
  )
  others.forEach((street, index) => (late[street] = shares[index]!))
  return late as Counts
}

function partition<T>(list: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [list.filter(belongs), list.filter((item) => !belongs(item))]
}
