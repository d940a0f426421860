import { afterAll, beforeAll, expect, test } from 'vitest'
import { INDICATOR_ORDER } from '#data/domain/indicators'
import { serveDemo } from './serveDemo.ts'

let demo: Awaited<ReturnType<typeof serveDemo>>
beforeAll(async () => {
  demo = await serveDemo()
}, 120_000)
afterAll(() => demo.close())

test('every indicator of the registry, for the area and each of its children', async () => {
  const answer = await demo.get('getIndicators', '/api/indicators')
  expect(answer.items.map(({ key }) => key)).toEqual(INDICATOR_ORDER)
  expect(answer.children).toHaveLength(11)
  for (const child of answer.children) expect(child.items).toHaveLength(INDICATOR_ORDER.length)
  expect(answer.definitions.map(({ key }) => key)).toEqual(INDICATOR_ORDER)
})

test('a period that has not ended or does not exist is refused', async () => {
  for (const period of ['2026-11', '2027-01', '2026-12-01', '2026-02-31', 'yesterday']) {
    const problem = await demo.problem(`/api/indicators?period=${period}`)
    expect(problem.status, period).toBe(400)
  }
})

test('an area that does not exist is a 404 that names it', async () => {
  const problem = await demo.problem('/api/indicators?area=440307999')
  expect([problem.status, problem.detail]).toEqual([404, expect.stringContaining('440307999')])
})

test('accidents are told of the district only, never of a street, and never as a zero', async () => {
  const { items, children } = await demo.get('getIndicators', '/api/indicators')
  const [counted] = await demo.db.query(
    `SELECT count(*)::integer AS n, sum(deaths)::integer AS deaths FROM accidents
     WHERE kind = 'accident' AND withdrawn_at IS NULL
       AND occurred_on BETWEEN '2026-01-01' AND $1::date`,
    [demo.today],
  )
  const valueOf = (key: string) => items.find((item) => item.key === key)?.value
  expect([valueOf('accidents'), valueOf('accidentDeaths')]).toEqual([
    counted?.['n'],
    counted?.['deaths'],
  ])
  for (const child of children) {
    const accidents = child.items.find(({ key }) => key === 'accidents')
    expect(accidents).toMatchObject({ value: null, gap: 'notConnected', difference: null })
  }
})

test('what the offices do is counted from their records', async () => {
  const street = '440307017'
  const { items } = await demo.get('getIndicators', `/api/indicators?area=${street}`)
  const records = await demo.db.query(
    `SELECT kind, fine_yuan FROM enforcement_records
     WHERE area_code LIKE '${street}%' AND opened_on BETWEEN '2026-01-01' AND $1::date`,
    [demo.today],
  )
  const ofKind = (kind: string) => records.filter((record) => record['kind'] === kind)
  const valueOf = (key: string) => items.find((item) => item.key === key)?.value
  expect(valueOf('inspections')).toBe(ofKind('inspection').length)
  expect(valueOf('cases')).toBe(ofKind('case').length)
  expect(valueOf('suspensions')).toBe(ofKind('suspension').length)
  const yuan = ofKind('fine').reduce((sum, record) => sum + Number(record['fine_yuan']), 0)
  expect(valueOf('fines')).toBeCloseTo(Math.round(yuan / 1000) / 10, 5)

  const trained = await demo.db.query(
    `SELECT enterprise.code, bool_or(coalesce(held_on BETWEEN '2026-01-01' AND $1::date, false)) AS was
     FROM enterprises AS enterprise LEFT JOIN training_attendances AS attendance
       ON attendance.enterprise_code = enterprise.code
     WHERE enterprise.area_code LIKE '${street}%' AND retired_at IS NULL
     GROUP BY enterprise.code`,
    [demo.today],
  )
  expect(items.find(({ key }) => key === 'trainingRate')).toMatchObject({
    numerator: trained.filter((each) => each['was']).length,
    denominator: trained.length,
  })
})

test('the months are twelve and each leads to the next', async () => {
  const { months } = await demo.get('listMonths', '/api/indicators/months')
  expect(months).toHaveLength(12)
  expect(months[0]?.month).toBe('2025-12')
  for (const [index, month] of months.entries()) {
    expect(month.opening + month.registered - month.closed).toBe(month.open)
    if (index > 0) expect(month.opening).toBe(months[index - 1]?.open)
  }
})
