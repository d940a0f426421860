import { expect, test } from 'vitest'
import {
  HIDDEN_DANGER_ACTION_ORDER,
  nextState,
  noSuchEdge,
  possibleActions,
  type HiddenDangerAction,
} from '#data/domain/hiddenDangerActions'
import {
  effectiveDeadline,
  HIDDEN_DANGER_CATEGORIES,
  HIDDEN_DANGER_STATE_ORDER,
  HIDDEN_DANGER_STATES,
  isOverdue,
  OPEN_STATES,
  type HiddenDangerState,
} from '#data/domain/hiddenDangers'

/** Every edge that there is, typed anew: state, action, state. All others are not possible. */
const EDGES = `
  - register pendingAssessment
  - registerOnTheSpot closed
  pendingAssessment assess pendingAssignment
  pendingAssessment returnToRegistrant returnedToRegistrant
  pendingAssessment dismiss dismissed
  pendingAssessment control pendingAssessment
  pendingAssessment merge merged
  returnedToRegistrant resubmit pendingAssessment
  returnedToRegistrant dismiss dismissed
  returnedToRegistrant merge merged
  pendingAssignment assign rectifying
  pendingAssignment reassess pendingAssignment
  pendingAssignment escalate pendingAssignment
  pendingAssignment supervise pendingAssignment
  pendingAssignment control pendingAssignment
  pendingAssignment merge merged
  rectifying submitRectification pendingReview
  rectifying requestExtension extensionRequested
  rectifying reassess pendingAssignment
  rectifying escalate rectifying
  rectifying supervise rectifying
  rectifying control rectifying
  rectifying transfer transferred
  rectifying merge merged
  extensionRequested approveExtension rectifying
  extensionRequested rejectExtension rectifying
  extensionRequested reassess pendingAssignment
  extensionRequested escalate extensionRequested
  extensionRequested supervise extensionRequested
  extensionRequested control extensionRequested
  extensionRequested transfer transferred
  pendingReview passReview pendingClosure
  pendingReview failReview returned
  pendingReview reassess pendingAssignment
  pendingReview escalate pendingReview
  pendingReview supervise pendingReview
  pendingReview control pendingReview
  pendingReview transfer transferred
  returned submitRectification pendingReview
  returned requestExtension extensionRequested
  returned reassess pendingAssignment
  returned escalate returned
  returned supervise returned
  returned control returned
  returned transfer transferred
  pendingClosure close closed
  pendingClosure endSupervision pendingClosure
  pendingClosure reassess pendingAssignment
  pendingClosure escalate pendingClosure
  pendingClosure supervise pendingClosure
  pendingClosure control pendingClosure
  transferred submitRectification pendingReview
  transferred returnFromEnforcement rectifying
  transferred reassess pendingAssignment
  transferred escalate transferred
  transferred supervise transferred
  transferred control transferred`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' ') as [string, HiddenDangerAction, HiddenDangerState])

const found = (from: string, action: string) =>
  EDGES.find(([state, name]) => state === from && name === action)?.[2] ?? null

test.each([null, ...HIDDEN_DANGER_STATE_ORDER])('from %s there are those edges only', (state) => {
  for (const action of HIDDEN_DANGER_ACTION_ORDER) {
    expect([action, nextState(state, action)]).toEqual([action, found(state ?? '-', action)])
  }
})

test('an end has no way out, and everything open has one to the end', () => {
  for (const state of HIDDEN_DANGER_STATE_ORDER) {
    if (!HIDDEN_DANGER_STATES[state].open) expect(possibleActions(state)).toEqual([])
    else expect(canReach(state, 'closed')).toBe(true)
  }
  expect(OPEN_STATES).toHaveLength(9)
})

function canReach(from: HiddenDangerState, goal: HiddenDangerState): boolean {
  const seen = new Set([from])
  for (const state of seen) {
    for (const action of possibleActions(state)) seen.add(nextState(state, action)!)
  }
  return seen.has(goal)
}

test('nothing is closed that was not re-checked', () => {
  const before = EDGES.filter(([, , to]) => to === 'closed').map(([from]) => from)
  expect(before).toEqual(['-', 'pendingClosure'])
  const into = EDGES.filter(([from, , to]) => to === 'pendingClosure' && from !== to)
  expect(into).toEqual([['pendingReview', 'passReview', 'pendingClosure']])
})

test('a refusal says what it is and what it would have to be', () => {
  expect(noSuchEdge('rectifying', 'close')).toEqual({
    'zh-CN': '现为“整改中”,不能“销号”;须先到“待销号”。',
    en: 'It is “Being rectified”, so “Close” is not possible; it must first be: To be closed.',
  })
})

test('overdue is by the original deadline, from the day after it, and never once closed', () => {
  const facts = { state: 'rectifying', deadline: '2026-11-20', extendedDeadline: null } as const
  expect(isOverdue(facts, '2026-11-20')).toBe(false)
  expect(isOverdue(facts, '2026-11-21')).toBe(true)
  const extended = { ...facts, extendedDeadline: '2026-12-20' }
  expect(isOverdue(extended, '2026-11-21')).toBe(true)
  expect(effectiveDeadline(extended)).toBe('2026-12-20')
  expect(isOverdue({ ...facts, state: 'closed' }, '2026-11-21')).toBe(false)
  expect(isOverdue({ ...facts, state: 'merged' }, '2026-11-21')).toBe(false)
})

test('the categories are a whole', () => {
  const shares = Object.values(HIDDEN_DANGER_CATEGORIES).map(({ share }) => share)
  expect(shares.reduce<number>((sum, share) => sum + share, 0)).toBe(100)
})
