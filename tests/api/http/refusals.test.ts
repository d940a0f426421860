import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RiskPointDetail } from '#data/contract/responses'
import { createClock } from '../../../server/clock.ts'
import { serve } from './serve.ts'
import { LEC, serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
})
afterAll(() => api.close())

const addressOf = ({ code }: { code: string }) => `/api/risk-points/${code}`
const refuse = (point: RiskPointDetail, body: Record<string, unknown>) =>
  api.refusal('updateRiskPoint', addressOf(point), {
    body: { reason: '测试', ...body },
    version: point.version,
  })

describe('stale writes', () => {
  test('the second writer is told who changed what, and nothing is lost', async () => {
    const point = await api.register()
    const first = { body: { reason: '甲的修改', measures: '甲:加装报警' }, version: 1 }
    await api.send('updateRiskPoint', addressOf(point), first)
    const second = { body: { reason: '乙的修改', measures: '乙:加装喷淋' }, version: 1 }
    const problem = await api.refusal('updateRiskPoint', addressOf(point), second)
    expect(problem).toMatchObject({
      status: 412,
      conflict: {
        version: 2,
        changes: [
          {
            version: 2,
            kind: 'edit',
            by: '演示管理员',
            reason: '甲的修改',
            fields: [{ field: 'measures', before: '每班清灰', after: '甲:加装报警' }],
          },
        ],
      },
    })
    const present = await api.get('getRiskPoint', addressOf(point))
    expect(present.measures).toBe('甲:加装报警')
    const again = { ...second, version: problem.conflict?.version ?? 0 }
    const saved = await api.send('updateRiskPoint', addressOf(point), again)
    expect(saved).toMatchObject({ measures: '乙:加装喷淋', version: 3 })
  })

  test('of writers at the same moment exactly one wins', async () => {
    const point = await api.register()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        api.request(addressOf(point), {
          method: 'PATCH',
          headers: { 'If-Match': '"1"' },
          body: { reason: '同时', name: `同时第${index}次` },
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(412)])
    const { versions } = await api.get('getRiskPointHistory', `${addressOf(point)}/history`)
    expect(versions).toHaveLength(2)
  })

  test('the ETag of a read is a version too, and a version that never was is stale', async () => {
    const point = await api.register()
    const read = await api.request(addressOf(point))
    const etag = String(read.headers.etag)
    expect(etag).toMatch(/\.v1"$/)
    const unchanged = await api.request(addressOf(point), { headers: { 'If-None-Match': etag } })
    expect([unchanged.status, unchanged.headers.etag]).toEqual([304, etag])
    const written = await api.request(addressOf(point), {
      method: 'PATCH',
      headers: { 'If-Match': etag },
      body: { reason: '按ETag', name: '按ETag改名' },
    })
    expect([written.status, written.headers.etag]).toEqual([200, 'W/"v2"'])
    expect((await refuse({ ...point, version: 99 }, { name: '来自未来' })).status).toBe(412)
  })

  test.each([
    [undefined, 428],
    ['', 428],
    ['*', 400],
    ['"abc"', 400],
    ['"99999999999999999999"', 400],
  ])('If-Match %s is answered %i', async (ifMatch, status) => {
    const point = await api.register()
    const answer = await api.request(addressOf(point), {
      method: 'PATCH',
      headers: ifMatch === undefined ? {} : { 'If-Match': ifMatch },
      body: { reason: '测试', name: '新名' },
    })
    expect(answer.status).toBe(status)
  })
})

describe('positions', () => {
  test.each([
    ['in the sea', 114.5, 22.4, 422, /km outside Longgang/],
    ['swapped', 22.669, 114.144, 422, /longitude comes first/],
    ['in another hemisphere', -114.144, 22.669, 422, /outside Longgang/],
    ['at 1e308', 1e308, 22.669, 422, /within ±180/],
  ])('%s is refused with what to do', async (_, longitude, latitude, status, sentence) => {
    const point = await api.register()
    const coordinates = { system: 'wgs84', longitude, latitude }
    const problem = await refuse(point, { coordinates })
    expect(problem.status).toBe(status)
    expect(problem.detail).toMatch(sentence)
    expect(await api.get('getRiskPoint', addressOf(point))).toMatchObject({
      version: 1,
      longitude: point.longitude,
    })
  })

  test('a text that is no position says what is wrong with it', async () => {
    const point = await api.register()
    const coordinates = { system: 'wgs84', text: '114°75′00″E 22°40′00″N' }
    expect((await refuse(point, { coordinates })).detail).toMatch(/Minutes must be below 60/)
  })

  test('a point outside its park is kept and told of', async () => {
    const [longitude, latitude] = api.park.labelPoint
    const far = { system: 'wgs84', longitude: longitude + 0.01, latitude }
    const point = await api.register({ coordinates: far })
    expect(point.outsideParkMetres).toBeGreaterThan(300)
    const { items } = await api.get(
      'listQualityItems',
      `/api/quality/outsidePark?area=${api.park.areaCode}`,
    )
    const item = items.find(({ code }) => code === point.code)
    expect(item?.measure).toBeCloseTo(point.outsideParkMetres ?? 0, -1)
  })
})

describe('bodies', () => {
  test.each([
    [{ name: '' }, 'name'],
    [{ name: '   ' }, 'name'],
    [{ name: 'x'.repeat(61) }, 'name'],
    [{ name: 'a\u0000b' }, 'name'],
    [{ colour: 'red' }, 'colour'],
    [{ accidentTypes: [] }, 'accidentTypes'],
    [{ accidentTypes: ['机械伤害'] }, 'accidentTypes.0'],
    [{ grading: { method: 'LEC', inputs: { l: 6, e: 6 } } }, 'grading.inputs.c'],
    [{ grading: { method: 'HAZOP', inputs: {} } }, 'grading.method'],
    [{ grading: { method: 'LEC', inputs: { l: '6', e: 6, c: 15 } } }, 'grading.inputs.l'],
    [{ assessedOn: '2026-02-31' }, 'assessedOn'],
    [{ levelOverride: { level: 'major', reason: '' } }, 'levelOverride.reason'],
  ])('%j is refused and the field named', async (body, field) => {
    const point = await api.register()
    const problem = await refuse(point, body)
    expect(problem.status).toBe(400)
    expect(problem.parameters?.map(({ parameter }) => parameter)).toContain(field)
  })

  test('without a reason nothing is changed', async () => {
    const point = await api.register()
    const problem = await api.refusal('updateRiskPoint', addressOf(point), {
      body: { name: '新名' },
      version: 1,
    })
    expect(problem.parameters).toEqual([{ parameter: 'reason', message: 'is required' }])
  })

  test('an assessment in the future is refused', async () => {
    const point = await api.register()
    const problem = await refuse(point, { assessedOn: '2099-01-01' })
    expect(problem).toMatchObject({
      status: 422,
      detail: expect.stringContaining('lies after today'),
    })
  })

  test.each([
    [{ parkCode: 'NO-PARK' }, /There is no park NO-PARK/],
    [{ enterpriseCode: 'NO-ENTERPRISE' }, /not in the park/],
  ])('%j is refused', async (body, sentence) => {
    const point = await api.register()
    const problem = await refuse(point, body)
    expect(problem.status).toBe(422)
    expect(problem.detail).toMatch(sentence)
  })

  test.each([
    ['text/plain', '{}', 415],
    ['application/x-www-form-urlencoded', 'a=b', 415],
    ['application/json', '{"name":', 400],
    ['application/json', `{"name":"${'x'.repeat(200_000)}"}`, 413],
    ['application/json', '[]', 400],
    ['application/json', 'null', 400],
  ])('%s with a body of its own kind is answered %i', async (type, body, status) => {
    const answer = await api.request('/api/risk-points', {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    })
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toBe('application/problem+json')
  })

  test("a refusal speaks the reader's language", async () => {
    const point = await api.register()
    const problem = await api.problem(addressOf(point), {
      method: 'PATCH',
      headers: { 'If-Match': '"1"', 'Accept-Language': 'zh-CN' },
      body: { reason: '测试', grading: LEC(6, 6, 15), level: 'low' },
    })
    expect(problem.detail).toMatch(/得分 540 对应重大风险点,与填报的低风险点不符/)
  })
})

describe('who may write', () => {
  test('nobody, where the server has no writer; the health says so', async () => {
    const clock = await createClock(api.db)
    const closed = await serve({ db: api.db, clock, clientFolder: '/nowhere' })
    const point = await api.register()
    const problem = await closed.refusal('retireRiskPoint', `${addressOf(point)}/retire`, {
      body: { reason: '测试' },
      version: 1,
    })
    expect(problem.status).toBe(403)
    expect((await closed.get('getHealth', '/api/health')).writer).toBeNull()
    expect((await api.get('getHealth', '/api/health')).writer).toBe('演示管理员')
    clock.stop()
    await closed.close()
  })

  test.each<Record<string, string>>([
    { Origin: 'https://elsewhere.example' },
    { Host: 'rebound.example:3000' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ])('a page of elsewhere does not: %j', async (headers) => {
    const point = await api.register()
    const answer = await api.request(`${addressOf(point)}/retire`, {
      method: 'POST',
      headers: { ...headers, 'If-Match': '"1"' },
      body: { reason: '测试' },
    })
    expect(answer.status).toBe(403)
    expect((await api.get('getRiskPoint', addressOf(point))).retiredAt).toBeNull()
  })
})
