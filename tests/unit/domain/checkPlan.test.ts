import { describe, expect, test } from 'vitest'
import { isDueIn, monthNumber } from '#data/domain/checkPlan'
import type { ParkGrade } from '#data/domain/parks'

const MONTHS = Array.from({ length: 24 }, (_, index) => {
  const month = String((index % 12) + 1).padStart(2, '0')
  return `${2026 + Math.floor(index / 12)}-${month}`
})
const INTERVALS: [ParkGrade, number][] = [
  ['A', 12],
  ['B', 6],
  ['C', 3],
  ['D', 1],
]

describe.each(INTERVALS)('grade %s: every %i months', (grade, interval) => {
  test('a visit is due the interval after the last, and until it is made', () => {
    const due = MONTHS.filter((month) =>
      isDueIn(month, { code: 'E-1', grade, lastVisit: '2025-12-31' }),
    )
    expect(due).toEqual(MONTHS.slice(interval - 1))
  })

  test('without a visit an enterprise takes its turn once in the interval', () => {
    for (const code of ['E-1', 'E-2', 'DEMO-E-00001']) {
      const due = MONTHS.filter((month) => isDueIn(month, { code, grade, lastVisit: null }))
      expect(due).toHaveLength(24 / interval)
      const [first = ''] = due
      expect(due.map((month) => monthNumber(month) - monthNumber(first))).toEqual(
        Array.from({ length: 24 / interval }, (_, index) => index * interval),
      )
    }
  })

  test('turns are spread evenly, and the same each time', () => {
    const codes = Array.from({ length: 1200 }, (_, index) => `E-${String(index).padStart(5, '0')}`)
    const counts = MONTHS.slice(0, interval).map(
      (month) => codes.filter((code) => isDueIn(month, { code, grade, lastVisit: null })).length,
    )
    const even = codes.length / interval
    for (const count of counts) {
      expect(count).toBeGreaterThan(even * 0.7)
      expect(count).toBeLessThan(even * 1.3)
    }
    expect(counts.reduce((sum, count) => sum + count)).toBe(codes.length)
  })
})

test('months go on over the year', () => {
  expect(monthNumber('2027-01') - monthNumber('2026-12-31')).toBe(1)
})
