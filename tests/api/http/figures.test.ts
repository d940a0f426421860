import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { areaFiguresSchema, type AreaFigures } from '#data/domain/figures'
import { serveDemo } from './serveDemo.ts'

type Demo = Awaited<ReturnType<typeof serveDemo>>
let demo: Demo
/** Counted otherwise than the product does: row by row, by LIKE, one place after the other. */
let expected: Map<string, AreaFigures>

beforeAll(async () => {
  demo = await serveDemo()
  const places = await demo.db.query(
    `SELECT code, code || '%' AS area, '%' AS park FROM areas
     UNION ALL SELECT code, area_code, code FROM parks`,
  )
  expected = new Map()
  for (const { code, area, park } of places) {
    const [row] = await demo.db.query(COUNT_PLACE, [area, park, demo.today])
    expected.set(String(code), toFigures(row as CountRow))
  }
}, 120_000)
afterAll(() => demo.close())

const IS_OPEN = `closed_at IS NULL AND state NOT IN ('merged', 'dismissed')`
const COUNTS = {
  total: 'count(*)',
  major: 'sum(CASE level WHEN 1 THEN 1 ELSE 0 END)',
  larger: 'sum(CASE level WHEN 2 THEN 1 ELSE 0 END)',
  general: 'sum(CASE level WHEN 3 THEN 1 ELSE 0 END)',
  low: 'sum(CASE level WHEN 4 THEN 1 ELSE 0 END)',
  risk_value: `sum(CASE level WHEN 1 THEN 2 WHEN 2 THEN 1 ELSE 0 END
    * CASE WHEN review_due < $3::date OR id IN (SELECT risk_point_id FROM hidden_dangers
      WHERE ${IS_OPEN} AND deadline < $3::date) THEN 2 ELSE 1 END)`,
  overdue: 'sum(CASE WHEN level <= 2 AND review_due < $3::date THEN 1 ELSE 0 END)',
  missing: 'count(*) - count(geom)',
  hazards: `(SELECT count(*) FROM hazard_sources JOIN risk_points AS point
    ON point.id = risk_point_id WHERE point.area_code LIKE $1 AND point.park_code LIKE $2)`,
  major_hazards: `(SELECT count(*) FROM hazard_sources JOIN risk_points AS point
    ON point.id = risk_point_id WHERE point.area_code LIKE $1 AND point.park_code LIKE $2
    AND major_hazard_grade IS NOT NULL)`,
  parks: '(SELECT count(*) FROM parks WHERE area_code LIKE $1 AND code LIKE $2)',
  demonstration: `(SELECT count(*) FROM parks
    WHERE area_code LIKE $1 AND code LIKE $2 AND demonstration)`,
  enterprises: '(SELECT count(*) FROM enterprises WHERE area_code LIKE $1 AND park_code LIKE $2)',
}
const DANGER_COUNTS = {
  open: `sum(CASE WHEN ${IS_OPEN} THEN 1 ELSE 0 END)`,
  overdue_open: `sum(CASE WHEN ${IS_OPEN} AND deadline < $3::date THEN 1 ELSE 0 END)`,
  open_major: `sum(CASE WHEN ${IS_OPEN} AND severity = 'major' THEN 1 ELSE 0 END)`,
  overdue_major: `sum(CASE WHEN ${IS_OPEN} AND severity = 'major' AND deadline < $3::date
    THEN 1 ELSE 0 END)`,
  due: `sum(CASE WHEN deadline BETWEEN $3::date - 90 AND $3::date - 1 THEN 1 ELSE 0 END)`,
  in_time: `sum(CASE WHEN deadline BETWEEN $3::date - 90 AND $3::date - 1
    AND closed_at < (deadline + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' THEN 1 ELSE 0 END)`,
}
const columns = (counts: Record<string, string>) =>
  Object.entries(counts)
    .map(([name, sql]) => `coalesce(${sql}, 0) AS ${name}`)
    .join(', ')
const COUNT_PLACE = `
  SELECT * FROM (
    SELECT ${columns(COUNTS)} FROM risk_points WHERE area_code LIKE $1 AND park_code LIKE $2
  ) AS points, (
    SELECT ${columns(DANGER_COUNTS)} FROM hidden_dangers
    WHERE area_code LIKE $1 AND park_code LIKE $2 AND NOT on_the_spot
      AND state NOT IN ('merged', 'dismissed')
  ) AS dangers, (
    SELECT count(*) AS targets, count(accepted_on) AS accepted FROM campaign_targets
    WHERE area_code LIKE $1 AND park_code LIKE $2 AND state <> 'notApplicable'
      AND campaign_code IN (SELECT code FROM campaigns WHERE starts_on <= $3::date)
  ) AS campaigns`

type CountRow = Record<
  keyof typeof COUNTS | keyof typeof DANGER_COUNTS | 'targets' | 'accepted',
  number
>

function toFigures(row: CountRow): AreaFigures {
  const { total, major, larger, general, low } = row
  return {
    riskPoints: { total, major, larger, general, low },
    riskValue: row.risk_value,
    overdueReviews: row.overdue,
    missingCoordinates: row.missing,
    hazardSources: row.hazards,
    majorHazardSources: row.major_hazards,
    parks: row.parks,
    demonstrationParks: row.demonstration,
    enterprises: row.enterprises,
    openHiddenDangers: row.open,
    overdueHiddenDangers: row.overdue_open,
    openMajorHiddenDangers: row.open_major,
    overdueMajorHiddenDangers: row.overdue_major,
    dueHiddenDangers: row.due,
    closedInTime: row.in_time,
    campaignTargets: row.targets,
    campaignAccepted: row.accepted,
  }
}

const FIGURE_KEYS = Object.keys(areaFiguresSchema.shape) as (keyof AreaFigures)[]
const figuresIn = (answer: AreaFigures) =>
  Object.fromEntries(FIGURE_KEYS.map((key) => [key, answer[key]]))

describe('the numbers equal SQL counts', () => {
  test('of all 123 areas and 276 parks at once', async () => {
    const { areas, parks } = await demo.get('listFigures', '/api/figures')
    expect([areas.length, parks.length]).toEqual([123, 276])
    for (const place of [...areas, ...parks]) {
      expect({ code: place.code, ...figuresIn(place) }).toEqual({
        code: place.code,
        ...expected.get(place.code),
      })
    }
  })

  test('of each of the 123 areas with its children in code order', async () => {
    const { areas } = await demo.get('listFigures', '/api/figures')
    for (const { code, level } of areas) {
      const summary = await demo.get('getSummary', `/api/summary?area=${code}`)
      expect(summary.area).toMatchObject({ code, level })
      expect(figuresIn(summary)).toEqual(expected.get(code))
      const codes = summary.children.map((child) => child.code)
      expect(codes).toEqual(codes.toSorted())
      for (const child of summary.children) {
        expect(figuresIn(child)).toEqual(expected.get(child.code))
      }
      const parts = summary.children.map(({ riskPoints }) => riskPoints.total)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(summary.riskPoints.total)
    }
  })

  test('of each of the 276 parks', async () => {
    const { features } = await demo.get('listParks', '/api/parks')
    expect(features).toHaveLength(276)
    for (const { properties } of features) {
      const park = await demo.get('getPark', `/api/parks/${properties.code}`)
      const figures = figuresIn({ ...park, enterprises: park.enterprises.length })
      expect(figures).toEqual(expected.get(properties.code))
      expect(park).toMatchObject(properties)
    }
  })
})

test('without an area the summary is that of the district', async () => {
  const summary = await demo.get('getSummary', '/api/summary')
  expect(summary.area).toMatchObject({ code: '440307', name: '龙岗区', level: 'district' })
  expect(summary).toMatchObject({
    riskPoints: { total: 12_480, major: 25, larger: 499, general: 3_245, low: 8_711 },
    hazardSources: 1_560,
    majorHazardSources: 5,
    parks: 276,
    demonstrationParks: 11,
    enterprises: 3_240,
    missingCoordinates: 125,
  })
  expect(summary.children).toHaveLength(11)
  expect(new Set(summary.children.map(({ kind }) => kind))).toEqual(new Set(['street']))
  expect(summary.asOf).toMatch(/T\d{2}:\d{2}:\d{2}\+08:00$/)
  expect(summary.source).toContain('演示数据')
  expect(summary.fictitious).toBe(true)
})

test('a community without a park has zeros and no children', async () => {
  const { areas } = await demo.get('listFigures', '/api/figures')
  const empty = areas.find(({ level, parks }) => level === 'community' && parks === 0)
  const summary = await demo.get('getSummary', `/api/summary?area=${empty?.code}`)
  expect(summary).toMatchObject({ riskPoints: { total: 0 }, riskValue: 0, children: [] })
})

test('the children of a community are its parks, wherever they are drawn', async () => {
  const { features } = await demo.get('listParks', '/api/parks?demonstration=true')
  const { areaCode = '', code } = features[0]?.properties ?? {}
  const { children } = await demo.get('getSummary', `/api/summary?area=${areaCode}`)
  expect(children.every(({ kind }) => kind === 'park')).toBe(true)
  expect(children.map((child) => child.code)).toContain(code)
})

test('an area of the right form that does not exist is a 404 that names it', async () => {
  for (const area of ['440307999', '440307013999']) {
    const problem = await demo.problem(`/api/summary?area=${area}`)
    expect([problem.status, problem.detail]).toEqual([404, expect.stringContaining(area)])
  }
})
