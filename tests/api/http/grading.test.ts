import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_THRESHOLDS } from '#data/grading/grade'
import { LEC_THRESHOLDS, parseThresholds } from '#data/grading/thresholds'
import { createClock } from '../../../server/clock.ts'
import { openTestDatabase } from '../../helpers/testDatabase.ts'
import { serve, type Served } from './serve.ts'
import { serveDemo } from './serveDemo.ts'

let demo: Awaited<ReturnType<typeof serveDemo>>
beforeAll(async () => {
  demo = await serveDemo()
})
afterAll(() => demo.close())

const post = (address: string, body: unknown) => demo.request(address, { method: 'POST', body })
const json = async (address: string, body: unknown) =>
  JSON.parse(String((await post(address, body)).body)) as Record<string, unknown>

describe('calculations that anybody may ask for', () => {
  test.each([
    [6, 6, 15, 540, 'major'],
    [3, 2, 40, 240, 'larger'],
    [1, 3, 15, 45, 'low'],
    [0.1, 0.5, 1, 0.05, 'low'],
    [10, 10, 100, 10_000, 'major'],
  ])('LEC %d × %d × %d is %d', async (l, e, c, score, level) => {
    const answer = await demo.get('gradeLec', `/api/grading/lec?l=${l}&e=${e}&c=${c}`)
    expect(answer).toEqual({ score, level })
  })

  test.each([
    'l=5&e=6&c=15',
    'l=6&e=6',
    'l=6&e=6&c=1e2',
    'l=NaN&e=6&c=15',
    'l=6&e=6&c=15&d=1',
    'l=&e=6&c=15',
  ])('LEC of %s is refused with a sentence', async (query) => {
    const problem = await demo.problem(`/api/grading/lec?${query}`)
    expect(problem.status).toBe(400)
    expect(problem.parameters).toHaveLength(1)
  })

  test('every cell of the risk matrix', async () => {
    for (const likelihood of [1, 2, 3, 4, 5]) {
      for (const severity of [1, 2, 3, 4, 5]) {
        const score = likelihood * severity
        const level =
          score >= 20 ? 'major' : score >= 15 ? 'larger' : score >= 9 ? 'general' : 'low'
        const query = `likelihood=${likelihood}&severity=${severity}`
        const answer = await demo.get('gradeRiskMatrix', `/api/grading/risk-matrix?${query}`)
        expect(answer).toEqual({ score, level })
      }
    }
    expect((await demo.problem('/api/grading/risk-matrix?likelihood=0&severity=3')).status).toBe(
      400,
    )
    expect((await demo.problem('/api/grading/risk-matrix?likelihood=2.5&severity=3')).status).toBe(
      400,
    )
  })

  test('a 重大危险源 by its published case, by class, and refused', async () => {
    const ammonia = { cas: '7664-41-7', quantityTonnes: 40 }
    expect(
      await json('/api/grading/major-hazard', { exposedPeople: 100, substances: [ammonia] }),
    ).toEqual({
      s: 4,
      r: 16,
      alpha: 2,
      grade: 3,
      substances: [{ cas: '7664-41-7', name: '氨', criticalTonnes: 10, beta: 2 }],
    })
    const unlisted = { hazardClass: 'W5.3', quantityTonnes: 900 }
    expect(
      await json('/api/grading/major-hazard', { exposedPeople: 0, substances: [unlisted] }),
    ).toMatchObject({
      s: 0.9,
      r: 0.45,
      grade: null,
      substances: [{ cas: null, criticalTonnes: 1000 }],
    })
    for (const quantityTonnes of [1e308, 0, -1, '40', null]) {
      const body = { exposedPeople: 100, substances: [{ ...ammonia, quantityTonnes }] }
      const problem = await json('/api/grading/major-hazard', body)
      expect(problem.parameters).toMatchObject([{ parameter: 'substances.0.quantityTonnes' }])
    }
  })

  test('consequences by the published case', async () => {
    const body = { model: 'vce', massKg: 42_000, heatOfCombustionKjPerKg: 50_290.2 }
    const { tntEquivalentKg, radiiMetres } = await json('/api/consequences', body)
    expect(tntEquivalentKg).toBeCloseTo(33_645, -1)
    const radii = radiiMetres as Record<string, number>
    expect(radii.death).toBeCloseTo(49.9, 1)
    expect(radii.seriousInjury).toBeCloseTo(124.7, 1)
    expect(radii.minorInjury).toBeCloseTo(224.1, 1)
    expect(radii.property).toBeCloseTo(180.5, 1)
  })

  test.each([
    { model: 'vce', massKg: 1e308, heatOfCombustionKjPerKg: 50_000 },
    { model: 'vce', massKg: 0, heatOfCombustionKjPerKg: 50_000 },
    { model: 'bleve', stockKg: 1000, tanks: 1.5, tankShape: 'sphere' },
    { model: 'bleve', stockKg: 1000, tanks: 1, tankShape: 'cube' },
    { model: 'pool-fire', radiusMetres: 5, burningRateKgPerM2S: 0.05 },
    { model: 'dust', massKg: 5 },
    { model: 'vce', massKg: 5, heatOfCombustionKjPerKg: 50_000, extra: 1 },
  ])('%j is refused', async (body) => {
    const answer = await post('/api/consequences', body)
    expect(answer.status).toBe(400)
    expect(answer.headers['content-type']).toBe('application/problem+json')
  })
})

test('the thresholds are set in one place, and a score names them', async () => {
  const db = await openTestDatabase()
  const clock = await createClock(db)
  const LEC = parseThresholds('>240,>=160,>=70', LEC_THRESHOLDS)
  const thresholds = { ...DEFAULT_THRESHOLDS, LEC }
  const strict: Served = await serve({ db, clock, clientFolder: '/nowhere', thresholds })
  const address = '/api/grading/lec?l=0.5&e=6&c=100'
  expect(await demo.get('gradeLec', address)).toEqual({ score: 300, level: 'larger' })
  expect(await strict.get('gradeLec', address)).toEqual({ score: 300, level: 'major' })
  const { methods } = await strict.get('getGradingSettings', '/api/grading')
  expect(methods[0]).toEqual({
    method: 'LEC',
    version: 'LEC-2026.1(>240,>=160,>=70)',
    thresholds: '>240,>=160,>=70',
  })
  clock.stop()
  await strict.close()
})

describe('registries', () => {
  test('27 accident types, and 20 of before', async () => {
    const answer = await demo.get('listAccidentTypes', '/api/registries/accident-types')
    expect([answer.items.length, answer.former.items.length]).toEqual([27, 20])
  })

  test('97 divisions, and more than 40 substances', async () => {
    const industries = await demo.get('listIndustries', '/api/registries/industries')
    expect(industries.items).toHaveLength(97)
    const { substances } = await demo.get('listSubstances', '/api/registries/substances')
    expect(substances.length).toBeGreaterThan(40)
  })

  test('a citation names the edition in force on its day', async () => {
    const { on, items } = await demo.get('listClauses', '/api/registries/clauses')
    expect(on).toBe(demo.today)
    expect(items).toHaveLength(30)
    expect(items[2]?.references[0]?.citation).toMatch(/第10号.*第11条\(一\)/)
    const early = await demo.get('listClauses', '/api/registries/clauses?on=2020-01-01')
    expect(early.items[2]?.references[0]?.citation).toBeNull()
  })
})
