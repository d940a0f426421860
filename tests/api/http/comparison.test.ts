import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Comparison } from '#data/contract/analysis/comparisonSchemas'
import { serveDemo } from './serveDemo.ts'

let demo: Awaited<ReturnType<typeof serveDemo>>
let streets: Comparison
let park: string
let otherPark: string

beforeAll(async () => {
  demo = await serveDemo()
  streets = await demo.get('comparePlaces', '/api/comparison?left=440307017&right=440307012')
  const parks = await demo.get('listParks', '/api/parks')
  const [first, , , last] = parks.features.map(({ properties }) => properties.code)
  park = first ?? ''
  otherPark = last ?? ''
}, 240_000)
afterAll(() => demo.close())

test('tells the figures of the two streets, each on its side', () => {
  // CONTENT.md 4.2, typed from the page: 横岗 and 南湾.
  const { left, right } = streets
  expect(left).toMatchObject({ name: '横岗街道', kind: 'street', context: '' })
  expect(left.figures).toMatchObject({
    enterprises: 340,
    riskPoints: { total: 1351, major: 3, larger: 54, general: 372, low: 922 },
    openHiddenDangers: 66,
    overdueHiddenDangers: 9,
  })
  expect(right.figures).toMatchObject({
    enterprises: 412,
    riskPoints: { total: 1474, major: 2, larger: 54, general: 376, low: 1042 },
    openHiddenDangers: 55,
    overdueHiddenDangers: 4,
  })
})

test('turns round with the sides', async () => {
  const turned = await demo.get('comparePlaces', '/api/comparison?left=440307012&right=440307017')
  expect([turned.left, turned.right]).toEqual([streets.right, streets.left])
})

test('has an area only where one was published', () => {
  // data/geography/streets.csv: 横岗 23.5 km², 南湾 none.
  expect([streets.left.officialAreaKm2, streets.right.officialAreaKm2]).toEqual([23.5, null])
})

test('counts the people of the enterprises that are registered there', async () => {
  const [row] = await demo.db.query(
    `SELECT sum(headcount)::integer AS people FROM enterprises
     WHERE area_code LIKE '440307017%' AND retired_at IS NULL`,
  )
  expect(streets.left.headcount).toBe(row?.people)
  expect(streets.left.headcount).toBeGreaterThan(1000)
})

test('gives the rates of the indicators with what is above and below the line', async () => {
  const { items } = await demo.get('getIndicators', '/api/indicators?area=440307017')
  const { indicators } = streets.left
  expect(indicators.length).toBeGreaterThan(5)
  for (const { key, value, numerator, denominator, fewSamples } of indicators) {
    const same = items.find((item) => item.key === key)
    expect({ value, numerator, denominator, fewSamples }).toEqual({
      value: same?.value,
      numerator: same?.numerator,
      denominator: same?.denominator,
      fewSamples: same?.fewSamples,
    })
  }
  expect(indicators.find(({ key }) => key === 'overdueRate')).toMatchObject({
    numerator: 9,
    denominator: 66,
  })
})

test('has the twelve months of each, the last with what is open now', () => {
  for (const { months, figures } of [streets.left, streets.right]) {
    expect(months).toHaveLength(12)
    expect(months.at(-1)).toMatchObject({
      open: figures.openHiddenDangers,
      overdue: figures.overdueHiddenDangers,
    })
  }
})

test('tells the campaigns one by one, together as many targets as the figures', () => {
  for (const { campaigns, figures } of [streets.left, streets.right]) {
    const sum = (key: 'targets' | 'accepted') =>
      campaigns.reduce((total, campaign) => total + campaign[key], 0)
    expect(campaigns.length).toBeGreaterThan(1)
    expect(sum('targets')).toBe(figures.campaignTargets)
    expect(sum('accepted')).toBe(figures.campaignAccepted)
  }
})

test('sets two parks side by side, without any area', async () => {
  const parks = await demo.get('comparePlaces', `/api/comparison?left=${park}&right=${otherPark}`)
  const detail = await demo.get('getPark', `/api/parks/${park}`)
  expect(parks.left).toMatchObject({
    code: park,
    name: detail.name,
    kind: 'park',
    context: `${detail.street} › ${detail.community}`,
    areaCode: detail.areaCode,
    officialAreaKm2: null,
    headcount: detail.enterprises.reduce((sum, { headcount }) => sum + headcount, 0),
  })
  expect(parks.left.figures.riskPoints).toEqual(detail.riskPoints)
  const targets = parks.left.campaigns.reduce((sum, campaign) => sum + campaign.targets, 0)
  expect(targets).toBe(detail.campaignTargets)
  expect(parks.left.months.at(-1)?.open).toBe(detail.openHiddenDangers)
})

test.each([
  ['440307017', '440307017', 422, 'choose two different'],
  ['440307017', '440307999', 404, 'no park'],
  ['440307017', 'lower case', 400, 'right'],
])('refuses %s beside %s', async (left, right, status, words) => {
  const problem = await demo.problem(
    `/api/comparison?left=${left}&right=${encodeURIComponent(right)}`,
  )
  expect(problem.status).toBe(status)
  expect(JSON.stringify(problem)).toContain(words)
})
