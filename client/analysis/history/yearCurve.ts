import { areaContains } from '#data/domain/areas'
import { RISK_LEVELS } from '#data/domain/riskLevels'
import type { DailyCurve, HistorySpan } from '../../stores/timeline.ts'
import type { DictionaryColumn } from '../riskPointTable.ts'

type Places = { areaCode: DictionaryColumn; parkCode: DictionaryColumn }
type Levels = Places & { level: Uint8Array }

/** Present points with the day from which they are so. */
export type PresentLevels = Levels & { validFromDay: Uint16Array }
/** Points as they were: from a day, until the day (exclusive) at whose end they no longer were. */
export type PastLevels = Levels & { fromDay: Uint16Array; toDay: Uint16Array }
/** Hidden dangers: `closedDay` is far ahead while one is open, `deadlineDay` the original one. */
export type DangerIntervals = Places & {
  registeredDay: Uint16Array
  closedDay: Uint16Array
  deadlineDay: Uint16Array
}

/** Adds one for every day from `from` to before `until`, as differences that are summed up later. */
type Counter = (from: number, until: number) => void

function counter({ first, last }: HistorySpan): { add: Counter; daily: () => Uint32Array } {
  const changes = new Int32Array(last - first + 2)
  return {
    add(from, until) {
      const start = Math.max(from, first)
      const end = Math.min(until, last + 1)
      if (start >= end) return
      changes[start - first]! += 1
      changes[end - first]! -= 1
    },
    daily() {
      const daily = new Uint32Array(last - first + 1)
      let sum = 0
      for (let index = 0; index < daily.length; index += 1) {
        sum += changes[index]!
        daily[index] = sum
      }
      return daily
    },
  }
}

/** Whether a row lies in an area or is of a park, looked up by the code's index. */
function inside({ areaCode, parkCode }: Places, code: string): (row: number) => boolean {
  const area = Uint8Array.from(areaCode.values, (each) => (areaContains(code, each) ? 1 : 0))
  const park = Uint8Array.from(parkCode.values, (each) => (each === code ? 1 : 0))
  return (row) => area[areaCode.indices[row]!] === 1 || park[parkCode.indices[row]!] === 1
}

const NEVER = 0x10000

/**
 * Risk points of the two upper levels and open hidden dangers of a place, one value a day at its
 * end. One scan of each table: the days come from differences, not from 366 tables.
 * @param code of an area or a park
 */
export function yearCurve(
  code: string,
  span: HistorySpan,
  present: PresentLevels,
  past: PastLevels,
  dangers: DangerIntervals,
): DailyCurve {
  const byRank = [RISK_LEVELS.major.rank, RISK_LEVELS.larger.rank].map((rank) => ({
    rank,
    ...counter(span),
  }))
  const levelCounter = (level: number) => byRank.find(({ rank }) => rank === level)
  const inPresent = inside(present, code)
  for (let row = 0; row < present.level.length; row += 1) {
    if (inPresent(row)) levelCounter(present.level[row]!)?.add(present.validFromDay[row]!, NEVER)
  }
  const inPast = inside(past, code)
  for (let row = 0; row < past.level.length; row += 1) {
    if (inPast(row)) levelCounter(past.level[row]!)?.add(past.fromDay[row]!, past.toDay[row]!)
  }
  const open = counter(span)
  const overdue = counter(span)
  const inDangers = inside(dangers, code)
  for (let row = 0; row < dangers.registeredDay.length; row += 1) {
    if (!inDangers(row)) continue
    const registered = dangers.registeredDay[row]!
    const closed = dangers.closedDay[row]!
    open.add(registered, closed)
    // A deadline ends at 24:00: at the end of its own day nothing is overdue yet.
    overdue.add(Math.max(registered, dangers.deadlineDay[row]! + 1), closed)
  }
  const [major, larger] = byRank
  return {
    ...span,
    major: major!.daily(),
    larger: larger!.daily(),
    open: open.daily(),
    overdue: overdue.daily(),
  }
}
