import { expect, test } from 'vitest'
import { dueOf } from '../../../../client/components/hiddenDangers/dueText.ts'
import { readLedgerFilters } from '../../../../client/components/hiddenDangers/ledgerFilters.ts'
import {
  filtersOf,
  firstWaiting,
  TODO_TABS,
} from '../../../../client/components/hiddenDangers/todoTabs.ts'
import { COUNTS, ITEM } from '../../../component/hiddenDangers/answers.ts'

test.each([
  ['2026-11-22', { key: 'overdue', days: 1, tone: 'late' }],
  ['2026-11-23', { key: 'dueToday', days: 0, tone: 'soon' }],
  ['2026-11-26', { key: 'dueIn', days: 3, tone: 'soon' }],
  ['2026-11-27', { key: 'dueIn', days: 4, tone: 'calm' }],
])('due %s on the 23rd', (deadline, expected) => {
  expect(dueOf({ ...ITEM, deadline }, '2026-11-23')).toMatchObject(expected)
})

test('an extension does not make it less late; what is closed is not late at all', () => {
  const late = { ...ITEM, deadline: '2026-11-01', extendedDeadline: '2026-12-31' }
  expect(dueOf(late, '2026-11-23')).toMatchObject({ key: 'overdue', days: 22 })
  const closed = { ...late, state: 'closed' as const, closedAt: '2026-11-20T23:30:00+08:00' }
  expect(dueOf(closed, '2026-11-23')).toMatchObject({ key: 'closedOn', day: '2026-11-20' })
  expect(dueOf({ ...late, state: 'merged', closedAt: null }, '2026-11-23').key).toBe('none')
})

test('the first tab is the most urgent that waits; without any the first', () => {
  expect(firstWaiting(COUNTS)).toBe('dueWithinThreeDays')
  expect(firstWaiting({ ...COUNTS, overdue: 1 })).toBe('overdue')
  const none = Object.fromEntries(TODO_TABS.map((tab) => [tab, 0]))
  expect(firstWaiting({ ...COUNTS, ...none })).toBe('overdue')
})

test('within three days begins tomorrow, over the end of a month too', () => {
  expect(filtersOf('dueWithinThreeDays', '440307', '2026-11-29')).toEqual({
    area: '440307',
    dueFrom: '2026-11-30',
    dueUntil: '2026-12-02',
  })
})

test('the ledger reads its address: places, switches, known states only', () => {
  const query: Record<string, string> = {
    state: 'rectifying,nonsense,returned',
    park: 'DEMO-P-001',
    overdue: 'yes',
    q: '  通道 ',
    order: 'latest',
  }
  expect(readLedgerFilters('440307', (name) => query[name] ?? null)).toEqual({
    area: '440307',
    state: 'rectifying,returned',
    park: 'DEMO-P-001',
    q: '通道',
    order: 'latest',
  })
})
