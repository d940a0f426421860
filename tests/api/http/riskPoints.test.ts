import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RiskPointItem } from '#data/contract/responses'
import { serveDemo } from './serveDemo.ts'

let demo: Awaited<ReturnType<typeof serveDemo>>
beforeAll(async () => {
  demo = await serveDemo()
}, 120_000)
afterAll(() => demo.close())

async function list(query: Record<string, string | number>): Promise<RiskPointItem[]> {
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, `${value}`]),
  )
  const items: RiskPointItem[] = []
  for (;;) {
    const page = await demo.get('listRiskPoints', `/api/risk-points?${search}`)
    items.push(...page.items)
    if (page.nextCursor === null) return items
    search.set('cursor', page.nextCursor)
  }
}

async function idsWhere(condition: string, parameters: unknown[] = []): Promise<number[]> {
  const sql = `SELECT id FROM risk_points WHERE ${condition} ORDER BY id`
  return (await demo.db.query(sql, parameters)).map(({ id }) => Number(id))
}

const idsOf = (items: readonly RiskPointItem[]) => items.map(({ id }) => id)

test('the pages hold every risk point exactly once', async () => {
  const ids = idsOf(await list({ limit: 1000 }))
  expect(ids).toHaveLength(12_480)
  expect(ids).toEqual(await idsWhere('true'))
})

test('a page that is exactly full and last has no next', async () => {
  const [park] = await demo.db.query(
    'SELECT park_code AS code, count(*) AS points FROM risk_points GROUP BY 1 ORDER BY 2 LIMIT 1',
  )
  const address = `/api/risk-points?park=${park?.code}&limit=${park?.points}`
  const page = await demo.get('listRiskPoints', address)
  expect([page.items.length, page.nextCursor]).toEqual([park?.points, null])
})

const ofClass = (names: string) =>
  `enterprise_code IN (SELECT code FROM enterprises WHERE high_risk_class IN (${names}))`
const withHazard = 'id IN (SELECT risk_point_id FROM hazard_sources)'
const withMajorHazard =
  'id IN (SELECT risk_point_id FROM hazard_sources WHERE major_hazard_grade > 0)'

test.each([
  [{ highRiskClass: 'dust' }, ofClass("'dust'")],
  [{ highRiskClass: 'ammonia,lithiumBattery' }, ofClass("'ammonia', 'lithiumBattery'")],
  [{ hazardSources: 'true' }, withHazard],
  [{ majorHazards: 'true' }, withMajorHazard],
  [{ reviewOverdue: 'true' }, 'review_due < $1'],
  [
    { area: '440307013', reviewOverdue: 'true', level: 'general,low' },
    "area_code LIKE '440307013%' AND level IN (3, 4) AND review_due < $1",
  ],
  [
    { highRiskClass: 'dust,ammonia,lithiumBattery', hazardSources: 'true', reviewOverdue: 'true' },
    `${ofClass("'dust', 'ammonia', 'lithiumBattery'")} AND ${withHazard} AND review_due < $1`,
  ],
])('%j finds what the filter of the map leaves', async (query, condition) => {
  const ids = idsOf(await list({ ...query, limit: 1000 }))
  const today = condition.includes('$1') ? [demo.today] : []
  expect(ids).toEqual(await idsWhere(condition, today))
  expect(ids).not.toEqual([])
})

test.each([
  [{ area: '440307013' }, "area_code LIKE '440307013%'"],
  [{ area: '440307013002', level: 'general' }, "area_code = '440307013002' AND level = 3"],
  [{ level: 'major,larger' }, 'level IN (1, 2)'],
  [{ park: 'DEMO-P-001' }, "park_code = 'DEMO-P-001'"],
  [{ q: '除尘' }, "name LIKE '%除尘%'"],
  [{ q: '抛光 除尘' }, "name LIKE '%抛光%' AND name LIKE '%除尘%'"],
  [{ q: 'DEMO-R-000001', level: 'low' }, "code LIKE 'DEMO-R-000001%' AND level = 4"],
  [{ q: 'demo-r-0000012' }, "code = 'DEMO-R-0000012'"],
  [{ q: '%' }, 'false'],
  [{ q: '_' }, 'false'],
  [{ q: '\\' }, 'false'],
  [{ q: "'; DROP TABLE risk_points; --" }, 'false'],
  [{ area: '440307999' }, 'false'],
  [
    { bbox: '114.06,22.62,114.09,22.66' },
    'ST_X(geom) >= 114.06 AND ST_X(geom) <= 114.09 AND ST_Y(geom) >= 22.62 AND ST_Y(geom) <= 22.66',
  ],
  [{ bbox: '0,0,0,0' }, 'false'],
  [{ bbox: '-180,-90,180,90' }, 'geom IS NOT NULL'],
])('%j finds what SQL finds', async (query, condition) => {
  const ids = idsOf(await list({ ...query, limit: 1000 }))
  expect(ids).toEqual(await idsWhere(condition))
})

test('a box holds the points on its edges exactly', async () => {
  const [edge] = await list({ level: 'major', limit: 1 })
  const { longitude = 0, latitude = 0 } = edge ?? {}
  const inside = await list({ bbox: [longitude, latitude, longitude, latitude].join() })
  expect(idsOf(inside)).toContain(edge?.id)
  const beside = Number(longitude) + 1e-9
  expect(idsOf(await list({ bbox: [beside, latitude, beside, latitude].join() }))).toEqual([])
})

test('points by id come in one answer, those that exist, whatever their order', async () => {
  const ids = (await idsWhere('level = 4')).slice(0, 499)
  const asked = [2_147_483_647, ...ids.toReversed()]
  const page = await demo.get('listRiskPoints', `/api/risk-points?ids=${asked}&limit=10`)
  expect(idsOf(page.items)).toEqual(ids)
  expect(page.nextCursor).toBeNull()
  const filtered = await demo.get('listRiskPoints', `/api/risk-points?ids=${ids}&level=major`)
  expect(filtered.items).toEqual([])
})

test('a cursor that was never given is a 400 that names it', async () => {
  const problem = await demo.problem('/api/risk-points?cursor=abcdef')
  expect(problem).toMatchObject({ status: 400, parameters: [{ parameter: 'cursor' }] })
})

test('an item tells its place and whether its review is overdue', async () => {
  const items = await list({ level: 'major' })
  expect(items).toHaveLength(25)
  for (const item of items) {
    expect(item.reviewOverdue).toBe(item.reviewDue < demo.today)
    expect(item.parkName).not.toBe('')
    expect(item.fictitious).toBe(true)
  }
})

test('a risk point has all its facts and its hazard sources with substances', async () => {
  const [found] = await demo.db.query(
    `SELECT point.code, source.code AS source FROM hazard_sources AS source
     JOIN risk_points AS point ON point.id = source.risk_point_id
     WHERE major_hazard_grade = 3`,
  )
  const point = await demo.get('getRiskPoint', `/api/risk-points/${found?.code}`)
  expect(point).toMatchObject({ code: found?.code, level: 'major', gradingMethod: 'LEC' })
  const [l, e, c] = Object.values(point.gradingInputs)
  expect(point.score).toBeCloseTo(Number(l) * Number(e) * Number(c), 6)
  const source = point.hazardSources.find(({ code }) => code === found?.source)
  expect(source).toMatchObject({ majorHazardGrade: 3, s: 2.6, r: 10.4 })
  expect(source?.substances).toMatchObject([{ name: '氨', designedQuantityTonnes: 26 }])
  const [item] = await list({ ids: point.id })
  const { street, community, ...rest } = point
  expect([street, community]).toEqual([
    expect.stringMatching(/街道$/),
    expect.stringMatching(/社区$/),
  ])
  expect(rest).toMatchObject(item ?? {})
})

test('every hazard source belongs to the point that shows it', async () => {
  const [found] = await demo.db.query(
    `SELECT point.code, count(*) AS sources FROM hazard_sources
     JOIN risk_points AS point ON point.id = risk_point_id
     GROUP BY point.code ORDER BY 2 DESC, 1 LIMIT 1`,
  )
  const point = await demo.get('getRiskPoint', `/api/risk-points/${found?.code}`)
  expect(point.hazardSources).toHaveLength(Number(found?.sources))
})

test('a risk point that does not exist is a 404 that names it', async () => {
  const problem = await demo.problem('/api/risk-points/DEMO-R-9999999')
  expect([problem.status, problem.detail]).toEqual([404, expect.stringContaining('DEMO-R-9999999')])
})

test.each([
  ['2025-12-31', 31, 548],
  ['2026-03-31', 30, 541],
  ['2026-05-31', 29, 552],
  ['2026-10-31', 26, 511],
  ['2026-11-23', 25, 499],
])(
  'on %s there were %i 重大 and %i 较大 points, as the year of the story has it',
  async (day, major, larger) => {
    const count = async (level: string) => {
      const address = `/api/risk-points?level=${level}&limit=1000&asOf=${day}`
      return (await demo.get('listRiskPoints', address)).items.length
    }
    expect([await count('major'), await count('larger')]).toEqual([major, larger])
  },
)
