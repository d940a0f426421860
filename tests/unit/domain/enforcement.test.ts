import { expect, test } from 'vitest'
import { accidentGrade, covers } from '#data/domain/accidents'
import {
  decisionDue,
  ENFORCEMENT_ACTION_ORDER,
  ENFORCEMENT_STATE_ORDER,
  ENFORCEMENT_STATES,
  nextEnforcementState,
  noEnforcementEdge,
  possibleEnforcementActions,
} from '#data/domain/enforcement'
import { tooLong, workPermitState } from '#data/domain/workPermits'

/** Every edge that there is, typed anew: state, action, state. All others are not possible. */
const EDGES = `
  - file filed
  - suspend inForce
  - record recorded
  filed investigate investigating
  filed withdraw withdrawn
  investigating notify notified
  investigating withdraw withdrawn
  notified decide decided
  notified withdraw withdrawn
  decided execute executing
  executing close closed
  inForce lift lifted`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '))
const found = (from: string, action: string) =>
  EDGES.find(([state, name]) => state === from && name === action)?.[2] ?? null

test.each([null, ...ENFORCEMENT_STATE_ORDER])('from %s there are those edges only', (state) => {
  for (const action of ENFORCEMENT_ACTION_ORDER) {
    expect([action, nextEnforcementState(state, action)]).toEqual([
      action,
      found(state ?? '-', action),
    ])
  }
})

test('an end has no way out, and what is open has one', () => {
  for (const state of ENFORCEMENT_STATE_ORDER) {
    expect(possibleEnforcementActions(state).length > 0).toBe(ENFORCEMENT_STATES[state].open)
  }
  expect(noEnforcementEdge('filed', 'close')['zh-CN']).toBe(
    '现为“已立案”,不能“结案”;须先到“执行”。',
  )
})

test('a case is decided within 90 days, and only a case that waits for it', () => {
  const filed = { kind: 'case', state: 'filed', openedOn: '2026-11-23' } as const
  expect(decisionDue(filed)).toBe('2027-02-21')
  expect(decisionDue({ ...filed, state: 'decided' })).toBeNull()
  expect(decisionDue({ ...filed, kind: 'inspection', state: 'recorded' })).toBeNull()
})

test.each([
  [{ deaths: 0, seriousInjuries: 0, lossYuan: null }, 'general'],
  [{ deaths: 2, seriousInjuries: 9, lossYuan: 9_999_999 }, 'general'],
  [{ deaths: 3, seriousInjuries: 0, lossYuan: 0 }, 'larger'],
  [{ deaths: 0, seriousInjuries: 50, lossYuan: 0 }, 'major'],
  [{ deaths: 29, seriousInjuries: 0, lossYuan: 0 }, 'major'],
  [{ deaths: 0, seriousInjuries: 0, lossYuan: 1e8 }, 'catastrophic'],
])('%o is a %s accident by 493号令', (harm, grade) => {
  expect(accidentGrade(harm)).toBe(grade)
})

test('a district total is of no street', () => {
  expect(covers('district', '440307')).toBe(true)
  expect(covers('district', '440307003')).toBe(false)
  expect(covers('street', '440307003')).toBe(true)
})

test('work goes on from its first instant to its end, which is no part of it', () => {
  const [startsAt, endsAt] = [new Date('2026-11-23T09:00Z'), new Date('2026-11-23T12:00Z')]
  const permit = { startsAt, endsAt, endedAt: null, cancelledAt: null }
  const at = (time: string, own = {}) =>
    workPermitState({ ...permit, ...own }, new Date(`2026-11-23T${time}Z`))
  expect([at('08:59'), at('09:00'), at('11:59'), at('12:00')]).toEqual([
    'reported',
    'ongoing',
    'ongoing',
    'ended',
  ])
  expect(at('10:30', { endedAt: new Date('2026-11-23T10:00Z') })).toBe('ended')
  expect(at('10:30', { cancelledAt: startsAt })).toBe('cancelled')
  expect(tooLong('hotWork', startsAt, new Date('2026-11-23T17:00Z'))).toBeNull()
  expect(tooLong('hotWork', startsAt, new Date('2026-11-23T17:01Z'))?.['zh-CN']).toContain('8 小时')
})
