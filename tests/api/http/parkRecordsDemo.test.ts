import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveDemo } from './serveDemo.ts'

/** Where nobody writes: the grades are those of the demo. */
let api: Awaited<ReturnType<typeof serveDemo>>
beforeAll(async () => {
  api = await serveDemo()
})
afterAll(() => api.close())

const items = async () => (await api.get('listParkRecords', '/api/park-records')).items

test('the list has every park with the score that gives its grade', async () => {
  const parks = await items()
  expect(parks).toHaveLength(276)
  expect(parks.filter(({ hasStation }) => hasStation)).toHaveLength(207)
  const least = { A: 90, B: 75, C: 60, D: 0 }
  const below = { A: 101, B: 90, C: 75, D: 60 }
  for (const { code, grade, total } of parks) {
    expect(total, code).toBeGreaterThanOrEqual(least[grade])
    expect(total, code).toBeLessThan(below[grade])
  }
  const demonstration = parks.filter((park) => park.demonstration)
  expect(demonstration.map(({ stage }) => stage)).toEqual(Array(11).fill('lasting'))
  const [street] = parks.map(({ areaCode }) => areaCode.slice(0, 9))
  const within = await api.get('listParkRecords', `/api/park-records?area=${street}`)
  expect(within.items).toEqual(parks.filter(({ areaCode }) => areaCode.startsWith(street!)))
})

test('four changes of grade wait for the district: A 2, B 1, D 1', async () => {
  const { items } = await api.get(
    'listGradings',
    '/api/park-gradings?purpose=grading&state=districtReview',
  )
  const changes = items.filter(({ gradeBefore, outcome }) => gradeBefore !== outcome)
  expect(changes.map(({ outcome }) => outcome).sort()).toEqual(['A', 'A', 'B', 'D'])
})
