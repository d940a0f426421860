import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RiskPointDetail } from '#data/contract/responses'
import { addDays } from '#data/domain/clock'
import { LEC, serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
})
afterAll(() => api.close())

const addressOf = ({ code }: { code: string }, action = '') =>
  `/api/risk-points/${code}${action && `/${action}`}`
const change = (point: RiskPointDetail, body: Record<string, unknown>) =>
  api.send('updateRiskPoint', addressOf(point), {
    body: { reason: '测试', ...body },
    version: point.version,
  })
const refuse = (point: RiskPointDetail, body: Record<string, unknown>) =>
  api.refusal('updateRiskPoint', addressOf(point), {
    body: { reason: '测试', ...body },
    version: point.version,
  })
const decide = (id: number | undefined, decision: string) =>
  [
    'decideDowngrade',
    `/api/downgrades/${id}/decision`,
    { body: { decision, reason: '现场已核' } },
  ] as const
const LOWERED = { level: 'general', reason: '专家意见' }

test('an override below a 重大 grading waits, whether the point was 一般 before or is new', async () => {
  const general = await api.register({ grading: LEC(1, 6, 15) })
  const asked = await change(general, { grading: LEC(6, 6, 15), levelOverride: LOWERED })
  const fresh = await api.register({ grading: LEC(6, 6, 15), levelOverride: LOWERED })
  for (const point of [asked, fresh]) {
    expect(point).toMatchObject({
      level: 'major',
      gradedLevel: 'major',
      levelOverride: null,
      reviewDue: addDays(api.today, 90),
      pendingDowngrade: { fromLevel: 'major', toLevel: 'general', gradedLevel: 'major' },
    })
    await api.send(...decide(point.pendingDowngrade?.id, 'approve'))
    const lowered = await api.get('getRiskPoint', addressOf(point))
    expect(lowered).toMatchObject({ level: 'general', levelOverride: LOWERED })
    // What the district has approved needs no approval at the next review.
    const reviewed = await change(lowered, { trigger: 'regular' })
    expect(reviewed).toMatchObject({ level: 'general', pendingDowngrade: null })
  }
})

test('a request is void once a review was called for after it', async () => {
  const point = await api.register({ grading: LEC(6, 6, 15) })
  const asked = await change(point, { grading: LEC(1, 6, 15) })
  const called = await api.send('callReview', addressOf(point, 'review-call'), {
    body: { trigger: 'accident', reason: '发生事故' },
    version: asked.version,
  })
  const id = called.pendingDowngrade?.id
  const problem = await api.refusal(...decide(id, 'approve'))
  expect(problem).toMatchObject({ status: 409, detail: expect.stringContaining('assessed anew') })
  await api.send(...decide(id, 'reject'))
  const kept = await api.get('getRiskPoint', addressOf(point))
  expect(kept).toMatchObject({ level: 'major', reviewTrigger: 'accident' })
})

test('an undo leaves a request alone that it does not concern', async () => {
  const point = await api.register({ grading: LEC(6, 6, 15), name: '旧名' })
  const renamed = await change(point, { name: '新名' })
  await change(renamed, { grading: LEC(1, 6, 15) })
  const undone = await api.send('undoRiskPoint', addressOf(point, 'undo'), {
    body: { reason: '名称有误' },
    version: renamed.version,
  })
  expect(undone).toMatchObject({ name: '旧名', pendingDowngrade: { toLevel: 'general' } })
})

test('an undo of a raise alone asks the district and makes no empty version', async () => {
  const point = await api.register({ grading: LEC(1, 6, 15) })
  const raised = await change(point, { grading: LEC(6, 6, 15) })
  const undone = await api.send('undoRiskPoint', addressOf(point, 'undo'), {
    body: { reason: '误评' },
    version: raised.version,
  })
  expect(undone).toMatchObject({
    version: raised.version,
    level: 'major',
    pendingDowngrade: { toLevel: 'general', trigger: 'correction' },
  })
})

test('nothing comes back under an enterprise that has left', async () => {
  const enterprise = await api.send('createEnterprise', '/api/enterprises', {
    body: { parkCode: api.park.code, name: '将注销', industry: 'C33', headcount: 5 },
  })
  const point = await api.register({ enterpriseCode: enterprise.code })
  const body = { reason: '测试' }
  await api.send('retireRiskPoint', addressOf(point, 'retire'), { body, version: 1 })
  const leave = `/api/enterprises/${enterprise.code}/retire`
  await api.send('retireEnterprise', leave, { body, version: 1 })
  for (const action of ['restore', 'undo'] as const) {
    const key = action === 'restore' ? 'restoreRiskPoint' : 'undoRiskPoint'
    const problem = await api.refusal(key, addressOf(point, action), { body, version: 2 })
    expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('is retired') })
  }
  const other = { enterpriseCode: enterprise.code }
  await expect(api.register(other)).rejects.toThrow(/is retired/)
})

test('a retired 重大 point is shown to the district with the reason', async () => {
  const point = await api.register({ grading: LEC(6, 6, 15) })
  await api.send('retireRiskPoint', addressOf(point, 'retire'), {
    body: { reason: '设备已拆除' },
    version: 1,
  })
  const address = `/api/quality/recentRetirements?area=${point.areaCode}&limit=1000`
  const { items } = await api.get('listQualityItems', address)
  expect(items).toContainEqual(expect.objectContaining({ code: point.code, text: '设备已拆除' }))
})

test.each([
  [{ assessedOn: '0000-01-01' }, 400],
  [{ assessedOn: '2020-01-01' }, 422],
  [{ name: 'a\ud800' }, 400],
  [{ name: '\u200b\u202e' }, 400],
])('%j is refused', async (body, status) => {
  const point = await api.register()
  expect((await refuse(point, body)).status).toBe(status)
})

test.each(['0000-01-01', '0000-01-01T00:00:00Z', '2199-01-01', '2199-01-01T00:00:00Z'])(
  'the data cannot be asked for as of %s',
  async (asOf) => {
    for (const address of ['/api/risk-points', '/api/risk-points/DEMO-R-0000001']) {
      expect((await api.problem(`${address}?asOf=${asOf}`)).status).toBe(400)
    }
  },
)

test('a hazard source whose people cannot be is refused when nothing else is given', async () => {
  const point = await api.register()
  const source = await api.send('createHazardSource', '/api/hazard-sources', {
    body: {
      riskPointCode: point.code,
      name: '储氨器',
      unitKind: 'storage',
      exposedPeople: 10,
      substances: [{ cas: '7664-41-7', quantityTonnes: 4 }],
    },
  })
  for (const exposedPeople of [-1, 1.5, 1e308, 3e9]) {
    const problem = await api.refusal('updateHazardSource', `/api/hazard-sources/${source.code}`, {
      body: { exposedPeople, reason: '测试' },
      version: 1,
    })
    expect(problem.parameters).toMatchObject([{ parameter: 'exposedPeople' }])
  }
})

test("writes that stand in each other's way all end well", async () => {
  for (let round = 0; round < 6; round++) {
    const point = await api.register({ grading: LEC(6, 6, 15) })
    const asked = await change(point, { grading: LEC(1, 6, 15) })
    const [, approve, sent] = decide(asked.pendingDowngrade?.id, 'approve')
    const answers = await Promise.all([
      api.request(approve, { method: 'POST', body: sent.body }),
      api.request(addressOf(point), {
        method: 'PATCH',
        headers: { 'If-Match': `"${asked.version}"` },
        body: { reason: '同时', grading: LEC(10, 6, 15) },
      }),
    ])
    for (const { status } of answers) expect([200, 409, 412]).toContain(status)
    expect(answers.some(({ status }) => status === 200)).toBe(true)
  }
})

test('a park change is told of in its own name, and not in that of the database', async () => {
  const { features } = await api.get('listParks', '/api/parks')
  const other = features.find(({ properties }) => properties.areaCode !== api.park.areaCode)
  const point = await api.register({ coordinates: null })
  const source = await api.send('createHazardSource', '/api/hazard-sources', {
    body: { riskPointCode: point.code, name: '空压机', unitKind: 'none' },
  })
  await change(point, { parkCode: other?.properties.code })
  const { versions } = await api.get(
    'getHazardSourceHistory',
    `/api/hazard-sources/${source.code}/history`,
  )
  expect(versions[0]).toMatchObject({ version: 2, by: '演示管理员' })
})
