import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HiddenDangerEventInput } from '#data/contract/hiddenDangerBodies'
import type { HiddenDangerDetail } from '#data/contract/hiddenDangerResponses'
import {
  HIDDEN_DANGER_ACTION_ORDER,
  HIDDEN_DANGER_ACTIONS,
  nextState,
  noSuchEdge,
  possibleActions,
} from '#data/domain/hiddenDangerActions'
import { HIDDEN_DANGER_STATE_ORDER, type HiddenDangerState } from '#data/domain/hiddenDangers'
import { serveWritable, type Writable } from '../serveWritable.ts'
import { addressOf, hiddenDangerRecords, type HiddenDangerRecords } from './records.ts'

let api: Writable
let records: HiddenDangerRecords
/** Of every state a record that no step is taken with. */
const standing = new Map<HiddenDangerState, HiddenDangerDetail>()
beforeAll(async () => {
  api = await serveWritable()
  records = hiddenDangerRecords(api)
  for (const state of HIDDEN_DANGER_STATE_ORDER) {
    standing.set(state, await records.inState(state))
  }
})
afterAll(() => api.close())

type Act = HiddenDangerEventInput['action']
const ACTS = HIDDEN_DANGER_ACTION_ORDER.filter(
  (action): action is Act => HIDDEN_DANGER_ACTIONS[action].from.length > 0,
)

/** A body for every action that is complete wherever the action is possible at all. */
function bodyOf(action: Act, into: string): HiddenDangerEventInput {
  const { day, why, assign, rectify, pass } = records
  const bodies: { [A in Act]: Extract<HiddenDangerEventInput, { action: A }> } = {
    assess: { action: 'assess', severity: 'general' },
    returnToRegistrant: { action: 'returnToRegistrant', ...why },
    resubmit: { action: 'resubmit', location: '二楼西侧' },
    dismiss: { action: 'dismiss', ...why },
    assign,
    submitRectification: rectify,
    passReview: pass,
    failReview: { action: 'failReview', reviewer: '演示安全员A02', ...why },
    close: { action: 'close' },
    requestExtension: { action: 'requestExtension', deadline: day(30), ...why },
    approveExtension: { action: 'approveExtension' },
    rejectExtension: { action: 'rejectExtension', ...why },
    reassess: { action: 'reassess', severity: 'major', basis: '现场复核' },
    escalate: { action: 'escalate', level: 'street', ...why },
    supervise: {
      action: 'supervise',
      level: 'district',
      documentNumber: '试验督〔2026〕1号',
      deadline: day(10),
    },
    endSupervision: { action: 'endSupervision' },
    control: { action: 'control', measures: '停用并设警戒' },
    transfer: { action: 'transfer', ...why },
    returnFromEnforcement: { action: 'returnFromEnforcement', outcome: '已责令整改' },
    merge: { action: 'merge', into, ...why },
  }
  return bodies[action]
}

const pairs = HIDDEN_DANGER_STATE_ORDER.flatMap((state) =>
  ACTS.map((action) => [state, action] as const),
)
const edges = pairs.filter(([state, action]) => nextState(state, action) !== null)
const gaps = pairs.filter(([state, action]) => nextState(state, action) === null)

/** Supervision is of 重大 ones only. */
async function startOf(state: HiddenDangerState, action: Act): Promise<HiddenDangerDetail> {
  if (action !== 'supervise' && action !== 'endSupervision') return records.inState(state)
  const general = await records.inState(state)
  if (action === 'supervise') {
    // As a person who decides anew would: the state is the one under test again afterwards.
    await api.db.query(
      `UPDATE hidden_dangers SET severity = 'major', severity_basis = '试验' WHERE code = $1`,
      [general.code],
    )
    return general
  }
  return records.act(await records.majorInState('pendingClosure'), {
    action: 'supervise',
    level: 'street',
    documentNumber: '试验督〔2026〕2号',
    deadline: records.day(5),
  })
}

describe('every step of the closed loop', () => {
  test.each(edges)('%s: %s', async (state, action) => {
    const before = await startOf(state, action)
    expect(before.state).toBe(state)
    const into = action === 'merge' ? await records.inState('pendingAssignment') : before
    const after = await records.act(before, bodyOf(action, into.code))
    expect(after.state).toBe(nextState(state, action))
    expect(after.version).toBe(before.version + 1)
    expect(after.events.at(-1)).toMatchObject({
      sequence: after.version,
      action,
      fromState: state,
      toState: after.state,
      by: '演示管理员',
    })
    expect(after.events.at(-1)?.at.slice(0, 10)).toBe(api.today)
    const ruledOut = [
      ...(after.supervision && !after.supervision.endedAt ? [] : ['endSupervision']),
      ...(after.severity === 'major' ? [] : ['supervise']),
      ...(after.handlingLevel === 'district' ? ['escalate'] : []),
    ]
    const offered = possibleActions(after.state).filter((each) => !ruledOut.includes(each))
    expect(after.actions).toEqual(offered)
  })

  test.each(gaps)('%s: %s is not there, and is refused', async (state, action) => {
    const record = standing.get(state)
    if (!record) throw new Error(`No record stands in ${state}`)
    const other = standing.get('pendingReview')
    const problem = await records.refuse(record, bodyOf(action, other?.code ?? ''))
    expect(problem.status).toBe(409)
    expect(problem.detail).toBe(noSuchEdge(state, action).en)
    expect(await api.get('getHiddenDanger', addressOf(record))).toEqual({
      ...record,
      asOf: expect.any(String) as string,
    })
  })

  test('there are edges and gaps, and together they are every pair', () => {
    expect(edges.length).toBeGreaterThan(50)
    expect(edges.length + gaps.length).toBe(HIDDEN_DANGER_STATE_ORDER.length * ACTS.length)
  })
})

describe('registration', () => {
  test('makes a record that waits for its assessment, with its first event', async () => {
    const record = await records.register({ note: '群众反映' })
    expect(record).toMatchObject({
      state: 'pendingAssessment',
      severity: 'general',
      version: 1,
      overdue: false,
      registeredBy: '演示管理员',
      events: [{ sequence: 1, action: 'register', fromState: null, note: '群众反映' }],
    })
  })

  test('registering again is no step of a record', async () => {
    const record = standing.get('rectifying')
    if (!record) throw new Error('No record is being rectified')
    const problem = await records.refuse(record, { action: 'register' })
    expect(problem.status).toBe(400)
  })
})

test('a whole life tells who did what, in order, and loses nothing', async () => {
  const closed = await records.inState('closed')
  expect(closed.events.map(({ action }) => action)).toEqual([
    'register',
    'assess',
    'assign',
    'submitRectification',
    'passReview',
    'close',
  ])
  expect(closed).toMatchObject({ state: 'closed', rectifiedOn: records.day(-1), actions: [] })
  expect(closed.closedAt?.slice(0, 10)).toBe(api.today)
})
