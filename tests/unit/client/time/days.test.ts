import { dayNumber } from '#data/domain/clock'
import { expect, it } from 'vitest'
import {
  dayOfText,
  monthEnd,
  monthStarts,
  stepped,
} from '../../../../client/components/time/days.ts'

const SPAN = { first: dayNumber('2025-11-30'), last: dayNumber('2026-11-23') }
const day = dayNumber

it('finds the ends of months, leap years and turns of the year included', () => {
  expect(monthEnd(day('2026-02-10'))).toBe(day('2026-02-28'))
  expect(monthEnd(day('2028-02-10'))).toBe(day('2028-02-29'))
  expect(monthEnd(day('2026-01-31'), -1)).toBe(day('2025-12-31'))
  expect(monthEnd(day('2025-12-05'), 1)).toBe(day('2026-01-31'))
})

it('steps by day, week and from end to end of months, within the span', () => {
  expect(stepped(day('2026-06-30'), 'day', 1, SPAN)).toBe(day('2026-07-01'))
  expect(stepped(day('2026-06-30'), 'week', -1, SPAN)).toBe(day('2026-06-23'))
  expect(stepped(day('2026-06-30'), 'month', 1, SPAN)).toBe(day('2026-07-31'))
  expect(stepped(day('2026-06-15'), 'month', 1, SPAN)).toBe(day('2026-06-30'))
  expect(stepped(day('2026-06-30'), 'month', -1, SPAN)).toBe(day('2026-05-31'))
  expect(stepped(day('2026-11-20'), 'week', 1, SPAN)).toBe(SPAN.last)
  expect(stepped(SPAN.first, 'day', -1, SPAN)).toBe(SPAN.first)
})

it('marks the months of the span', () => {
  const months = monthStarts(SPAN)
  expect(months).toHaveLength(12)
  expect(months[0]).toEqual({ day: day('2025-12-01'), month: 12 })
  expect(months.at(-1)).toEqual({ day: day('2026-11-01'), month: 11 })
})

it('takes a typed day of the span only', () => {
  expect(dayOfText('2026-06-30', SPAN)).toBe(day('2026-06-30'))
  expect(dayOfText('2026-11-24', SPAN)).toBeNull()
  expect(dayOfText('', SPAN)).toBeNull()
})
