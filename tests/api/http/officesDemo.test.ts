import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveDemo } from './serveDemo.ts'

let api: Awaited<ReturnType<typeof serveDemo>>
beforeAll(async () => {
  api = await serveDemo()
})
afterAll(() => api.close())

test('the demo: three quarters of the district, and every street adds up', async () => {
  const totals = await api.get('getTrainingTotals', '/api/trainings/totals')
  const { coverage, children, tenThousand } = totals
  expect(coverage.enterprises).toBe(3240)
  expect(coverage.trained / coverage.enterprises).toBeCloseTo(0.76, 2)
  expect(children).toHaveLength(11)
  expect(children.reduce((sum, { trained }) => sum + trained, 0)).toBe(coverage.trained)
  const share = (name: string) => {
    const child = children.find(({ areaName }) => areaName.startsWith(name))!
    return child.trained / child.enterprises
  }
  expect(share('宝龙')).toBeGreaterThan(share('横岗'))
  expect(tenThousand.target).toBe(10_000)
  expect(tenThousand.attendances).toBeGreaterThan(7_500)
  expect(tenThousand.attendances).toBeLessThan(10_000)
})

test('the demo: cases on every step, and the area rolls up', async () => {
  const district = await api.get('getEnforcementTotals', '/api/enforcement/totals')
  expect(district.inspections).toBeGreaterThan(1000)
  const { items, total } = await api.get('listEnforcement', '/api/enforcement?kind=case&limit=200')
  expect(items).toHaveLength(total)
  const states = new Set(items.map(({ state }) => state))
  for (const state of ['filed', 'investigating', 'closed', 'withdrawn']) {
    expect(states).toContain(state)
  }
  const first = await api.get('listEnforcement', '/api/enforcement?limit=2')
  const second = await api.get(
    'listEnforcement',
    `/api/enforcement?limit=2&cursor=${first.nextCursor}`,
  )
  expect(second.items[0]?.code).not.toBe(first.items[1]?.code)
  expect(first.items[0]!.openedOn >= second.items[0]!.openedOn).toBe(true)
})

test('the demo tells district totals: 6 and 0; below the district 未接入, never 0', async () => {
  const district = await api.get('listAccidents', '/api/accidents')
  expect(district.present).toEqual({ accidents: 6, deaths: 0 })
  expect(district.yearBefore).toEqual({ accidents: 8, deaths: 0 })
  expect(district.connection).toMatchObject({ scopeLevel: 'district' })
  for (const area of ['440307003', '440307013002']) {
    const answer = await api.get('listAccidents', `/api/accidents?area=${area}`)
    expect(answer.present).toBeNull()
    expect(answer.yearBefore).toBeNull()
    expect(answer.items.every(({ kind }) => kind === 'nearMiss')).toBe(true)
  }
})
