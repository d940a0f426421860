import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RiskPointDetail } from '#data/contract/responses'
import { LEC, serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
})
afterAll(() => api.close())

const addressOf = ({ code }: { code: string }, action = '') =>
  `/api/risk-points/${code}${action && `/${action}`}`
const regrade = (point: RiskPointDetail, grading: unknown, more: Record<string, unknown> = {}) =>
  api.send('updateRiskPoint', addressOf(point), {
    body: { reason: '已加装联锁', trigger: 'processChange', grading, ...more },
    version: point.version,
  })
const decide = (id: number | undefined, decision: string) => ({
  address: `/api/downgrades/${id}/decision`,
  sent: { body: { decision, reason: '现场已核' } },
})
const major = () => api.register({ grading: LEC(6, 6, 15) })

test('lowering a 重大 point waits for the district; other fields change at once', async () => {
  const point = await major()
  const asked = await regrade(point, LEC(1, 6, 15), { measures: '加装联锁' })
  expect(asked).toMatchObject({
    level: 'major',
    score: 540,
    measures: '加装联锁',
    version: 2,
    pendingDowngrade: { fromLevel: 'major', toLevel: 'general', score: 90, state: 'pending' },
  })
  const { items } = await api.get('listDowngrades', '/api/downgrades?state=pending')
  expect(items.map(({ riskPointCode }) => riskPointCode)).toContain(point.code)
  const { address, sent } = decide(asked.pendingDowngrade?.id, 'approve')
  const decided = await api.send('decideDowngrade', address, sent)
  expect(decided).toMatchObject({ state: 'approved', decidedBy: '演示管理员' })
  const lowered = await api.get('getRiskPoint', addressOf(point))
  expect(lowered).toMatchObject({
    level: 'general',
    score: 90,
    measures: '加装联锁',
    pendingDowngrade: null,
    version: 3,
    change: { kind: 'downgrade' },
  })
  expect(lowered.change.reason).toContain('现场已核')
})

test('a rejected request leaves the level, and another may follow', async () => {
  const point = await major()
  const asked = await regrade(point, LEC(1, 6, 15))
  const { address, sent } = decide(asked.pendingDowngrade?.id, 'reject')
  await api.send('decideDowngrade', address, sent)
  const kept = await api.get('getRiskPoint', addressOf(point))
  expect(kept).toMatchObject({ level: 'major', pendingDowngrade: null, version: 1 })
  expect((await regrade(kept, LEC(1, 6, 7))).pendingDowngrade?.toLevel).toBe('low')
})

test('two officers who decide at once: one does, the other is told who did', async () => {
  const asked = await regrade(await major(), LEC(1, 6, 15))
  const { address, sent } = decide(asked.pendingDowngrade?.id, 'approve')
  const answers = await Promise.all(
    [0, 1].map(() => api.request(address, { method: 'POST', body: sent.body })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const { versions } = await api.get('getRiskPointHistory', addressOf(asked, 'history'))
  expect(versions.filter(({ kind }) => kind === 'downgrade')).toHaveLength(1)
})

test('one question at a time', async () => {
  const asked = await regrade(await major(), LEC(1, 6, 15))
  const again = { body: { reason: '再次申请', grading: LEC(1, 6, 7) }, version: asked.version }
  expect((await api.refusal('updateRiskPoint', addressOf(asked), again)).status).toBe(409)
})

test('a lowering by override waits too; from 一般 downwards nothing waits', async () => {
  const point = await major()
  const levelOverride = { level: 'larger', reason: '专家评审' }
  const asked = await api.send('updateRiskPoint', addressOf(point), {
    body: { reason: '专家评审', levelOverride },
    version: 1,
  })
  expect(asked).toMatchObject({
    level: 'major',
    pendingDowngrade: { toLevel: 'larger', levelOverride },
  })
  const general = await api.register({ grading: LEC(1, 6, 15) })
  const lowered = await regrade(general, LEC(1, 6, 7))
  expect(lowered).toMatchObject({ level: 'low', pendingDowngrade: null })
})

test('a new grading, a retirement and an undo of it make the question void', async () => {
  const raised = async () => {
    const point = await api.register({ grading: LEC(3, 6, 15) })
    return regrade(point, LEC(1, 6, 15))
  }
  const upgraded = await regrade(await raised(), LEC(6, 6, 15))
  expect(upgraded.pendingDowngrade).toBeNull()
  const asked = await raised()
  const retired = await api.send('retireRiskPoint', addressOf(asked, 'retire'), {
    body: { reason: '拆除' },
    version: asked.version,
  })
  expect(retired.pendingDowngrade).toBeNull()
  const { downgrades } = await api.get('getRiskPointHistory', addressOf(asked, 'history'))
  expect(downgrades).toMatchObject([{ state: 'superseded', decisionReason: '风险点已注销' }])
})

test('undo is no way round the district', async () => {
  const point = await api.register({ grading: LEC(1, 6, 15), name: '先一般' })
  const raised = await regrade(point, LEC(6, 6, 15), { name: '后重大风险点' })
  const undone = await api.send('undoRiskPoint', addressOf(point, 'undo'), {
    body: { reason: '误评' },
    version: raised.version,
  })
  expect(undone).toMatchObject({
    name: '先一般',
    level: 'major',
    pendingDowngrade: { toLevel: 'general', reason: '撤销:误评' },
  })
})

test('a request that does not exist is told so', async () => {
  const { address, sent } = decide(999_999, 'approve')
  expect((await api.refusal('decideDowngrade', address, sent)).status).toBe(404)
})
