import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EnforcementDetail } from '#data/contract/offices/enforcement'
import {
  ENFORCEMENT_ACTION_ORDER,
  nextEnforcementState,
  type EnforcementAction,
} from '#data/domain/enforcement'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
})
afterAll(() => api.close())

const register = (fields: Record<string, unknown> = {}) =>
  api.send('registerEnforcement', '/api/enforcement', {
    body: {
      kind: 'case',
      parkCode: api.park.code,
      subject: '未采取措施消除事故隐患',
      basis: '安全生产法第102条',
      officer: '演示执法员A01',
      openedOn: api.today,
      ...fields,
    },
  })

/** What each step needs, on the day of the test. */
const BODIES: Record<EnforcementAction, Record<string, unknown>> = {
  file: {},
  suspend: {},
  record: {},
  investigate: {},
  notify: { documentNumber: '演示告〔2026〕1号' },
  decide: { decision: '罚款2万元', fineYuan: 20_000, suspend: true },
  execute: {},
  close: { result: '罚款已缴清' },
  withdraw: { reason: '违法事实不成立' },
  lift: { reason: '验收合格' },
}
const step = ({ code, version }: EnforcementDetail, action: EnforcementAction) =>
  api.send('actOnEnforcement', `/api/enforcement/${code}/events`, {
    body: { action, happenedOn: api.today, ...BODIES[action] },
    version,
  })

test('a case goes the whole way, and what it decides counts as a fine and a suspension', async () => {
  const area = api.park.areaCode
  const before = await api.get('getEnforcementTotals', `/api/enforcement/totals?area=${area}`)
  let record = await register()
  expect(record).toMatchObject({ state: 'filed', version: 1, actions: ['investigate', 'withdraw'] })
  expect(record.decisionDueOn).not.toBeNull()
  for (const action of ['investigate', 'notify', 'decide', 'execute', 'close'] as const) {
    record = await step(record, action)
  }
  expect(record).toMatchObject({ state: 'closed', version: 6, actions: [], decidedOn: api.today })
  expect(record.events.map(({ toState }) => toState)).toEqual([
    'filed',
    'investigating',
    'notified',
    'decided',
    'executing',
    'closed',
  ])
  expect(record.penalties.map(({ kind, fineYuan }) => [kind, fineYuan])).toEqual([
    ['fine', 20_000],
    ['suspension', null],
  ])
  const after = await api.get('getEnforcementTotals', `/api/enforcement/totals?area=${area}`)
  expect(after.cases - before.cases).toBe(1)
  expect(after.suspensions - before.suspensions).toBe(1)
  expect(after.finesYuan - before.finesYuan).toBe(20_000)
})

test('every step that its state does not have is refused with what comes first', async () => {
  const path: EnforcementAction[] = ['investigate', 'notify', 'decide', 'execute', 'close']
  let record = await register()
  for (const next of [...path, null]) {
    for (const action of ENFORCEMENT_ACTION_ORDER.slice(3)) {
      if (nextEnforcementState(record.state, action) !== null) continue
      const problem = await api.refusal(
        'actOnEnforcement',
        `/api/enforcement/${record.code}/events`,
        {
          body: { action, happenedOn: api.today, ...BODIES[action] },
          version: record.version,
        },
      )
      expect([action, problem.status]).toEqual([action, 409])
      expect(problem.detail).toContain('it must first be')
    }
    if (next) record = await step(record, next)
  }
})

test('two officers at once: one step is taken, the other is told of it', async () => {
  const record = await register()
  const answers = await Promise.all(
    [0, 1].map(() =>
      api.request(`/api/enforcement/${record.code}/events`, {
        method: 'POST',
        headers: { 'If-Match': '"1"' },
        body: { action: 'investigate', happenedOn: api.today },
      }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
})

test('what cannot be is refused with what is missing', async () => {
  const refusal = (fields: Record<string, unknown>) =>
    api.refusal('registerEnforcement', '/api/enforcement', {
      body: {
        kind: 'fine',
        parkCode: api.park.code,
        subject: '疏散通道堆货',
        officer: '演示执法员A01',
        openedOn: api.today,
        ...fields,
      },
    })
  expect((await refusal({})).detail).toContain('needs its sum')
  expect((await refusal({ kind: 'case', fineYuan: 5 })).status).toBe(422)
  expect((await refusal({ fineYuan: 500, openedOn: '2199-01-01' })).detail).toContain(
    'not come yet',
  )
  expect((await refusal({ fineYuan: 500, parkCode: 'NO-PARK' })).detail).toContain('no park')
  expect((await refusal({ fineYuan: 500, hiddenDangerCode: 'NONE' })).parameters).toMatchObject([
    { parameter: 'hiddenDangerCode' },
  ])
  expect((await refusal({ fineYuan: -1 })).status).toBe(400)
})

test('what was registered by mistake counts nowhere and is lifted no more', async () => {
  const totals = () =>
    api.get('getEnforcementTotals', `/api/enforcement/totals?area=${api.park.areaCode}`)
  const before = await totals()
  const fine = await register({ kind: 'fine', fineYuan: 5000 })
  const suspension = await register({ kind: 'suspension' })
  expect((await totals()).finesYuan).toBe(before.finesYuan + 5000)
  const address = (code: string) => `/api/enforcement/${code}/withdrawal`
  const sent = { body: { reason: '误登' } }
  for (const { code } of [fine, suspension]) {
    const record = await api.send('withdrawEnforcement', address(code), sent)
    expect(record).toMatchObject({ withdrawn: { by: '演示管理员', reason: '误登' }, actions: [] })
  }
  const { inspections, cases, suspensions, finesYuan } = before
  expect(await totals()).toMatchObject({ inspections, cases, suspensions, finesYuan })
  const twice = await api.refusal('withdrawEnforcement', address(fine.code), sent)
  expect(twice.status).toBe(409)
  const lift = { body: { action: 'lift', happenedOn: api.today, reason: '合格' }, version: 1 }
  const lifted = `/api/enforcement/${suspension.code}/events`
  expect((await api.refusal('actOnEnforcement', lifted, lift)).detail).toContain('withdrawn by')
  const filed = await register()
  const problem = await api.refusal('withdrawEnforcement', address(filed.code), sent)
  expect(problem.detail).toContain('A case is not withdrawn')
})

test('a registration sent twice with one key is one', async () => {
  const key = randomUUID()
  const body = {
    kind: 'fine',
    parkCode: api.park.code,
    subject: '疏散通道堆货',
    officer: '演示执法员A01',
    openedOn: api.today,
    fineYuan: 300,
  }
  const headers = { 'Idempotency-Key': key }
  const send = () => api.request('/api/enforcement', { method: 'POST', headers, body })
  const [first, second] = [await send(), await send()]
  expect([first.status, second.status]).toEqual([201, 201])
  expect(JSON.parse(String(second.body))).toEqual(JSON.parse(String(first.body)))
})

test('a step is never before the one before it', async () => {
  const record = await register()
  const problem = await api.refusal('actOnEnforcement', `/api/enforcement/${record.code}/events`, {
    body: { action: 'investigate', happenedOn: '2020-01-01' },
    version: 1,
  })
  expect(problem.detail).toContain(api.today)
})

test('events are written once', async () => {
  const record = await register()
  await expect(
    api.db.transaction(async (transaction) => {
      await transaction.query('SET LOCAL ROLE longgang_administrator')
      await transaction.query('UPDATE enforcement_events SET note = $1', ['x'])
    }),
  ).rejects.toThrow(/permission denied/)
  await expect(
    api.db.query('UPDATE enforcement_records SET state = $2 WHERE code = $1', [
      record.code,
      'closed',
    ]),
  ).rejects.toThrow(/stands at version/)
})
