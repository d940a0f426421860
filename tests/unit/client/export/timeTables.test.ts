import { dayNumber } from '#data/domain/clock'
import { expect, test } from 'vitest'
import { toCsv } from '../../../../client/export/csv.ts'
import { dayText, valueAt, yearRows } from '../../../../client/export/standing/timeTables.ts'

const asOf = '2026-11-23T01:00:00Z'
const first = dayNumber('2026-11-21')
const curve = {
  first,
  last: first + 2,
  major: Uint32Array.of(28, 27, 25),
  larger: Uint32Array.of(545, 540, 499),
  open: Uint32Array.of(640, 500, 468),
  overdue: Uint32Array.of(70, 41, 37),
}

test('a row a day at its end; the last day has not ended and tells its hour', () => {
  expect(toCsv(yearRows(curve, asOf)).split('\r\n')).toEqual([
    '\uFEFF2026-11-21,24:00,28,545,640,70',
    '2026-11-22,24:00,27,540,500,41',
    '2026-11-23,09:00,25,499,468,37',
    '',
  ])
})

test('a day before the history takes its first, and now its last', () => {
  expect(valueAt(curve, 'open', first - 9)).toBe(640)
  expect(valueAt(curve, 'open', first + 1)).toBe(500)
  expect(valueAt(curve, 'open', null)).toBe(468)
  expect(dayText(first, asOf)).toBe('2026-11-21 24:00')
  expect(dayText(null, asOf)).toBe('2026-11-23 09:00')
})
