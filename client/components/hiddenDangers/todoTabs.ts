import type { HiddenDangerCounts } from '#data/contract/hiddenDangerResponses'
import { addDays } from '#data/domain/clock'
import { DUE_SOON_DAYS } from '#data/domain/hiddenDangers'
import type { HiddenDangerFilters } from '../../api/hiddenDangers.ts'

/** What waits, in the order of urgency (CONTENT.md 1.2); each is a count and a filter of the list. */
export const TODO_TABS = [
  'overdue',
  'dueToday',
  'dueWithinThreeDays',
  'pendingReview',
  'returned',
  'pendingAssessment',
  'pendingAssignment',
  'extensionRequested',
  'pendingClosure',
  'transferred',
] as const satisfies readonly (keyof HiddenDangerCounts)[]
export type TodoTab = (typeof TODO_TABS)[number]
export const isTodoTab = (text: unknown): text is TodoTab => TODO_TABS.includes(text as TodoTab)

/** The filter that lists what a tab counts; `today` is the civil day of the counts. */
export function filtersOf(tab: TodoTab, area: string, today: string): HiddenDangerFilters {
  if (tab === 'overdue') return { area, overdue: 'true' }
  if (tab === 'dueToday') return { area, dueFrom: today, dueUntil: today }
  if (tab === 'dueWithinThreeDays') {
    return { area, dueFrom: addDays(today, 1), dueUntil: addDays(today, DUE_SOON_DAYS) }
  }
  if (tab === 'returned') return { area, state: 'returned,returnedToRegistrant' }
  return { area, state: tab }
}

/** Without a choice, the most urgent that has something. */
export function firstWaiting(counts: HiddenDangerCounts): TodoTab {
  return TODO_TABS.find((tab) => counts[tab] > 0) ?? TODO_TABS[0]
}
