import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#data/domain/clock'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
})
afterAll(() => api.close())

const AMMONIA = { cas: '7664-41-7', quantityTonnes: 40 }
const create = async (fields: Record<string, unknown> = {}) => {
  const point = await api.register()
  return api.send('createHazardSource', '/api/hazard-sources', {
    body: {
      riskPointCode: point.code,
      name: '储氨器',
      unitKind: 'storage',
      exposedPeople: 120,
      substances: [AMMONIA],
      ...fields,
    },
  })
}
const addressOf = ({ code }: { code: string }, action = '') =>
  `/api/hazard-sources/${code}${action && `/${action}`}`

test('S, R, α and grade follow from the substances, and the figures count it', async () => {
  const before = await api.get('getSummary', `/api/summary?area=${api.park.areaCode}`)
  const source = await create()
  expect(source).toMatchObject({ s: 4, r: 16, alpha: 2, majorHazardGrade: 3, version: 1 })
  const after = await api.get('getSummary', `/api/summary?area=${api.park.areaCode}`)
  expect(after.majorHazardSources).toBe(before.majorHazardSources + 1)
  const point = await api.get('getRiskPoint', `/api/risk-points/${source.riskPointCode}`)
  expect(point.hazardSources).toMatchObject([{ code: source.code, substances: [{ name: '氨' }] }])
})

test('another quantity is a version with the old substances kept, and calls for a review', async () => {
  const source = await create()
  const changed = await api.send('updateHazardSource', addressOf(source), {
    body: { substances: [{ ...AMMONIA, quantityTonnes: 4 }], reason: '减量' },
    version: 1,
  })
  expect(changed).toMatchObject({ s: 0.4, majorHazardGrade: null, version: 2 })
  const { versions } = await api.get('getHazardSourceHistory', addressOf(source, 'history'))
  const fields = versions[0]?.fields.find(({ field }) => field === 'substances')
  expect(fields?.before).toMatchObject([{ designedQuantityTonnes: 40 }])
  expect(fields?.after).toMatchObject([{ designedQuantityTonnes: 4 }])
  const point = await api.get('getRiskPoint', `/api/risk-points/${source.riskPointCode}`)
  expect(point).toMatchObject({
    reviewTrigger: 'processChange',
    reviewDue: addDays(api.today, 30),
    change: { kind: 'reviewCall' },
  })
})

test('undo brings the old substances back; a second brings the new', async () => {
  const source = await create()
  await api.send('updateHazardSource', addressOf(source), {
    body: { substances: [{ ...AMMONIA, quantityTonnes: 4 }], reason: '减量' },
    version: 1,
  })
  const undo = (version: number) =>
    api.send('undoHazardSource', addressOf(source, 'undo'), { body: { reason: '误改' }, version })
  expect((await undo(2)).s).toBe(4)
  expect((await undo(3)).s).toBe(0.4)
})

test('the past of a risk point has the hazard sources of then', async () => {
  const source = await create()
  const before = await api.get('getHazardSource', addressOf(source))
  await api.send('updateHazardSource', addressOf(source), {
    body: { substances: [{ ...AMMONIA, quantityTonnes: 4 }], reason: '减量' },
    version: 1,
  })
  const at = encodeURIComponent(before.change.at)
  const past = await api.get('getRiskPoint', `/api/risk-points/${source.riskPointCode}?asOf=${at}`)
  expect(past.hazardSources).toMatchObject([{ s: 4, substances: [{ designedQuantityTonnes: 40 }] }])
})

test('retired it leaves the figures and the card, and can be restored from it', async () => {
  const source = await create()
  const body = { reason: '已拆除' }
  await api.send('retireHazardSource', addressOf(source, 'retire'), { body, version: 1 })
  const point = await api.get('getRiskPoint', `/api/risk-points/${source.riskPointCode}`)
  expect(point.hazardSources).toEqual([])
  expect(point.retiredHazardSources).toMatchObject([{ code: source.code }])
  const restored = await api.send('restoreHazardSource', addressOf(source, 'restore'), {
    body,
    version: 2,
  })
  expect(restored).toMatchObject({ retiredAt: null, s: 4 })
})

test.each([
  [{ substances: [{ ...AMMONIA, quantityTonnes: 1e308 }] }, 400, /at most 10000000/],
  [{ substances: [{ ...AMMONIA, quantityTonnes: -1 }] }, 400, /above 0/],
  [{ substances: [{ cas: '7664-41-8', quantityTonnes: 1 }] }, 400, /digits are wrong/],
  [{ substances: [{ cas: '50-00-1', quantityTonnes: 1 }] }, 400, /substances\.0\.cas/],
  [{ substances: [] }, 422, /lists its substances/],
  [{ exposedPeople: -1 }, 400, /exposedPeople/],
  [{ exposedPeople: null }, 422, /within 500 m/],
  [{ unitKind: 'none' }, 422, /without any is of the kind/],
])('%j is refused and nothing is registered', async (fields, status, sentence) => {
  const point = await api.register()
  const problem = await api.refusal('createHazardSource', '/api/hazard-sources', {
    body: {
      riskPointCode: point.code,
      name: '储氨器',
      unitKind: 'storage',
      exposedPeople: 120,
      substances: [AMMONIA],
      ...fields,
    },
  })
  expect(problem.status).toBe(status)
  expect(problem.detail).toMatch(sentence)
  const { hazardSources, version } = await api.get('getRiskPoint', `/api/risk-points/${point.code}`)
  expect([hazardSources, version]).toEqual([[], 1])
})

test('a stale write is told of the change before it', async () => {
  const source = await create()
  const rename = (name: string) => ({ body: { name, reason: '更名' }, version: 1 })
  await api.send('updateHazardSource', addressOf(source), rename('甲'))
  const problem = await api.refusal('updateHazardSource', addressOf(source), rename('乙'))
  expect(problem).toMatchObject({
    status: 412,
    conflict: { version: 2, changes: [{ fields: [{ field: 'name', after: '甲' }] }] },
  })
})
