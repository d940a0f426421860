import { dayNumber } from '#data/domain/clock'
import { expect, it } from 'vitest'
import { yearCurve } from '../../../../../client/analysis/history/yearCurve.ts'

const D = dayNumber('2026-06-28')
const SPAN = { first: D, last: D + 4 }
const places = (communities: number[]) => ({
  areaCode: {
    indices: Uint16Array.from(communities),
    values: ['440307003001', '440307013002'],
  },
  parkCode: { indices: Uint16Array.from(communities), values: ['P-1', 'P-2'] },
})

const present = {
  ...places([0, 1, 0]),
  level: Uint8Array.from([1, 1, 4]),
  validFromDay: Uint16Array.from([D + 2, D - 300, D - 300]),
}
/** The first point was 较大 before it became 重大. */
const past = {
  ...places([0]),
  level: Uint8Array.from([2]),
  fromDay: Uint16Array.from([D - 300]),
  toDay: Uint16Array.from([D + 2]),
}
const dangers = {
  ...places([0, 1]),
  registeredDay: Uint16Array.from([D, D - 9]),
  closedDay: Uint16Array.from([D + 4, 65_535]),
  deadlineDay: Uint16Array.from([D + 1, D + 3]),
}
const of = (code: string) => {
  const { major, larger, open, overdue } = yearCurve(code, SPAN, present, past, dangers)
  return [major, larger, open, overdue].map((values) => [...values])
}

it('counts levels and hidden dangers at the end of every day', () => {
  expect(of('440307')).toEqual([
    [1, 1, 2, 2, 2],
    [1, 1, 0, 0, 0],
    [2, 2, 2, 2, 1],
    // Due on the second day: overdue from the end of the third; the other from the last.
    [0, 0, 1, 1, 1],
  ])
})

it('counts those of a street or a park alone', () => {
  expect(of('440307003')).toEqual([
    [0, 0, 1, 1, 1],
    [1, 1, 0, 0, 0],
    [1, 1, 1, 1, 0],
    [0, 0, 1, 1, 0],
  ])
  expect(of('P-2')[2]).toEqual([1, 1, 1, 1, 1])
})
