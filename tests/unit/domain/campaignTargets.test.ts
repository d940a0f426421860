import { expect, test } from 'vitest'
import {
  CAMPAIGN_KIND_ORDER,
  CHECKLISTS,
  checklistProblems,
} from '../../../data/domain/campaigns.ts'
import {
  completionOf,
  TARGET_ACTION_ORDER,
  TARGET_STATE_ORDER,
  targetMachine,
  timeProgress,
} from '../../../data/domain/campaignTargets.ts'
import { CLAUSES } from '../../../data/domain/clauses.ts'
import { editionOn } from '../../../data/domain/standards.ts'

/** Every edge, typed anew: state, action, state. */
const EDGES: Record<string, string> = {
  'notStarted check': 'checked',
  'notStarted exclude': 'notApplicable',
  'checked startRectification': 'rectifying',
  'checked submitForAcceptance': 'pendingAcceptance',
  'checked exclude': 'notApplicable',
  'rectifying submitForAcceptance': 'pendingAcceptance',
  'rectifying exclude': 'notApplicable',
  'pendingAcceptance accept': 'accepted',
  'pendingAcceptance returnToRectify': 'rectifying',
  'accepted reopen': 'rectifying',
  'notApplicable includeAgain': 'notStarted',
}

test.each(
  TARGET_STATE_ORDER.flatMap((state) =>
    TARGET_ACTION_ORDER.map((action) => [state, action] as const),
  ),
)('%s, %s leads where it should, or nowhere', (state, action) => {
  expect(targetMachine.next(state, action)).toBe(EDGES[`${state} ${action}`] ?? null)
})

test('the time used counts both its first and its last day', () => {
  const days = { startsOn: '2026-11-01', endsOn: '2026-11-10' }
  expect(timeProgress(days, '2026-10-31')).toBe(0)
  expect(timeProgress(days, '2026-11-01')).toBeCloseTo(0.1)
  expect(timeProgress(days, '2026-11-10')).toBe(1)
  expect(timeProgress(days, '2027-01-01')).toBe(1)
})

test('what does not apply is no part of the completion', () => {
  const counts = {
    notStarted: 1,
    checked: 1,
    rectifying: 1,
    pendingAcceptance: 1,
    accepted: 4,
    notApplicable: 8,
  }
  expect(completionOf(counts)).toBe(0.5)
  const none = { ...counts, notStarted: 0, checked: 0, rectifying: 0, pendingAcceptance: 0 }
  expect(completionOf({ ...none, accepted: 0 })).toBeNull()
})

test('each clause of a checklist is in the library, and each standard in force', () => {
  for (const kind of CAMPAIGN_KIND_ORDER) {
    for (const item of Object.values(CHECKLISTS[kind])) {
      const { clauseNumber, reference } = item
      if (clauseNumber !== null) {
        const clause = CLAUSES.find(({ number }) => number === clauseNumber)
        const standards = clause?.references.map(({ standard, clause: place }) => [standard, place])
        expect(standards).toContainEqual([reference?.standard, reference?.clause])
      }
      if (reference) expect(editionOn(reference.standard, '2026-11-23')).not.toBeNull()
    }
  }
})

test('answers that are missing, or about no item, are named', () => {
  expect(checklistProblems('ammonia', { alarm: 'conforms', zone20: 'fails' })).toEqual({
    missing: ['airConditioning', 'quickFreezing', 'ventilation', 'spray', 'eyewash', 'stock'],
    unknown: ['zone20'],
  })
})
