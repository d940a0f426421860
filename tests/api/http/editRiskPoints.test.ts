import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
const riskValue = async () => {
  const { riskValue: value, riskPoints } = await api.get(
    'getSummary',
    `/api/summary?area=${api.park.areaCode}`,
  )
  return { value, total: riskPoints.total, major: riskPoints.major }
}
const historyOf = async (point: RiskPointDetail) =>
  (await api.get('getRiskPointHistory', addressOf(point, 'history'))).versions

describe('a survey', () => {
  test('a new point is graded, counted, drawn, found and told of in its history', async () => {
    const before = await riskValue()
    const point = await api.register({ grading: LEC(6, 6, 15), name: '新勘查除尘间' })
    expect(point).toMatchObject({
      level: 'major',
      gradedLevel: 'major',
      score: 540,
      version: 1,
      areaCode: api.park.areaCode,
      assessedOn: api.today,
      reviewDue: addDays(api.today, 90),
      fictitious: true,
      outsideParkMetres: 0,
      change: { kind: 'create', by: '演示管理员' },
    })
    expect(await riskValue()).toEqual({
      value: before.value + 2,
      total: before.total + 1,
      major: before.major + 1,
    })
    const { items } = await api.get('search', `/api/search?q=${point.code}`)
    expect(items.map(({ code }) => code)).toContain(point.code)
    const versions = await historyOf(point)
    expect(versions).toMatchObject([{ version: 1, kind: 'create', until: null, fields: [] }])
  })

  test('codes are given once, whoever registers', async () => {
    const points = await Promise.all([api.register(), api.register(), api.register()])
    expect(new Set(points.map(({ code }) => code)).size).toBe(3)
  })

  test.each(['gcj02', 'bd09'] as const)(
    'a position in %s is converted and its origin kept',
    async (system) => {
      const [longitude, latitude] = api.park.labelPoint
      const shifted = { gcj02: [0.0049, -0.0028], bd09: [0.0114, 0.0032] }[system] as [
        number,
        number,
      ]
      const typed = { longitude: longitude + shifted[0], latitude: latitude + shifted[1] }
      const point = await api.register({ coordinates: { system, ...typed } })
      expect(point.coordinateOrigin).toBe(system)
      expect(point.coordinateInput).toBe(`${typed.longitude}, ${typed.latitude}`)
      // Some 500 m east and 310 m south for GCJ-02; the exact figures are the library's business.
      const east = (typed.longitude - (point.longitude ?? 0)) * 102_700
      expect(Math.abs(east)).toBeGreaterThan(300)
      expect(
        Math.hypot((point.longitude ?? 0) - longitude, (point.latitude ?? 0) - latitude),
      ).toBeLessThan(0.002)
    },
  )

  test('degrees, minutes and seconds are read as typed', async () => {
    const text = '114°08′38.4″E 22°40′08.4″N'
    const point = await api.register({ coordinates: { system: 'wgs84', text } })
    expect(point.longitude).toBeCloseTo(114.144, 8)
    expect(point.latitude).toBeCloseTo(22.669, 8)
    expect(point.coordinateInput).toBe(text)
  })

  test('classes of 1986 are kept as written and mapped; one that splits is asked of a person', async () => {
    const point = await api.register({ accidentTypes: undefined, accidentTypes1986: ['机械伤害'] })
    expect(point.accidentTypes).toEqual(['机械致害'])
    expect(point.accidentTypesOriginal).toEqual(['机械伤害'])
    const split = { accidentTypes: undefined, accidentTypes1986: ['中毒和窒息'] }
    await expect(api.register(split)).rejects.toThrow(/中毒、窒息/)
    const chosen = await api.register({ ...split, accidentTypes: ['窒息'] })
    expect(chosen).toMatchObject({
      accidentTypes: ['窒息'],
      accidentTypesOriginal: ['中毒和窒息'],
    })
  })
})

describe('changes', () => {
  test('a move is a version of its own, and undo takes it back', async () => {
    const point = await api.register()
    const longitude = (point.longitude ?? 0) + 0.0005
    const latitude = point.latitude ?? 0
    const moved = await change(point, {
      coordinates: { system: 'wgs84', longitude, latitude },
    })
    expect(moved).toMatchObject({ version: 2, longitude, change: { kind: 'move', reason: '测试' } })
    const undone = await api.send('undoRiskPoint', addressOf(point, 'undo'), {
      body: { reason: '点错了' },
      version: 2,
    })
    expect(undone).toMatchObject({
      version: 3,
      longitude: point.longitude,
      change: { kind: 'undo' },
    })
    const versions = await historyOf(point)
    expect(versions.map(({ version, kind }) => [version, kind])).toEqual([
      [3, 'undo'],
      [2, 'move'],
      [1, 'create'],
    ])
    expect(versions[1]?.fields).toEqual([
      { field: 'longitude', before: point.longitude, after: longitude },
    ])
    expect(versions[1]?.until).toBe(versions[0]?.at)
  })

  test('a second undo brings the change back', async () => {
    const point = await api.register()
    const renamed = await change(point, { name: '改名后' })
    const undo = (version: number) =>
      api.send('undoRiskPoint', addressOf(point, 'undo'), { body: { reason: '撤销' }, version })
    expect((await undo(renamed.version)).name).toBe(point.name)
    expect((await undo(3)).name).toBe('改名后')
  })

  test('undoing the registration retires the point, and the figures follow', async () => {
    const before = await riskValue()
    const point = await api.register({ grading: LEC(6, 6, 15) })
    const undone = await api.send('undoRiskPoint', addressOf(point, 'undo'), {
      body: { reason: '误登' },
      version: 1,
    })
    expect(undone.retiredAt).not.toBeNull()
    expect(await riskValue()).toEqual(before)
  })

  test('retired points leave every figure and list, and come back as they were', async () => {
    const point = await api.register()
    const before = await riskValue()
    const body = { reason: '拆除' }
    const retired = await api.send('retireRiskPoint', addressOf(point, 'retire'), {
      body,
      version: 1,
    })
    expect(retired.retiredAt).not.toBeNull()
    expect((await riskValue()).total).toBe(before.total - 1)
    const list = await api.get('listRiskPoints', `/api/risk-points?ids=${point.id}`)
    expect(list.items).toEqual([])
    const park = await api.get('getPark', `/api/parks/${api.park.code}`)
    expect(park.retiredRiskPoints.map(({ code }) => code)).toContain(point.code)
    const edit = { body: { ...body, name: '新名' }, version: 2 }
    expect(await api.refusal('updateRiskPoint', addressOf(point), edit)).toMatchObject({
      status: 409,
      detail: expect.stringContaining('Restore it first'),
    })
    const again = { body, version: 2 }
    expect((await api.refusal('retireRiskPoint', addressOf(point, 'retire'), again)).status).toBe(
      409,
    )
    const restored = await api.send('restoreRiskPoint', addressOf(point, 'restore'), again)
    expect(restored).toMatchObject({ retiredAt: null, version: 3, name: point.name })
    expect(await riskValue()).toEqual(before)
  })

  test('an empty change makes no version', async () => {
    const point = await api.register()
    expect((await change(point, { name: point.name })).version).toBe(1)
  })

  test('a review that is called for is due within 30 days and says what calls', async () => {
    const point = await api.register()
    const called = await api.send('callReview', addressOf(point, 'review-call'), {
      body: { trigger: 'processChange', reason: '更换除尘器' },
      version: 1,
    })
    expect(called).toMatchObject({
      reviewDue: addDays(api.today, 30),
      reviewTrigger: 'processChange',
      version: 2,
    })
    const reviewed = await change(called, { trigger: 'regular' })
    expect(reviewed).toMatchObject({
      reviewTrigger: null,
      // 3 × 6 × 15 is 较大: half a year.
      reviewDue: addDays(api.today, 180),
      change: { kind: 'regrade' },
    })
  })
})
