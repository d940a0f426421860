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

test('an indicator whose table is not there says so and is no zero', async () => {
  const { items } = await demo.get('getIndicators', '/api/indicators')
  const accidents = items.find(({ key }) => key === 'accidents')
  expect(accidents).toMatchObject({ value: null, gap: 'notConnected', difference: null })
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
