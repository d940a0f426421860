import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT_VIEWER } from '#data/domain/roles'
import { as } from '../../../../server/db/actor.ts'
import { SITE_RISK_POINTS } from '../../../../server/features/site/site.queries.ts'
import { serveWritable, type Writable } from '../serveWritable.ts'
import { chooseParks, layOutSite, rectangle } from './layOutSite.ts'

let api: Writable
let parks: Awaited<ReturnType<typeof chooseParks>>
beforeAll(async () => {
  api = await serveWritable()
  parks = await chooseParks(api)
})
afterAll(() => api.close())

const siteOf = (code: string) => api.get('getSite', `/api/parks/${code}/site`)
const codesOf = ({ features }: Awaited<ReturnType<typeof siteOf>>) =>
  features.features.map(({ properties }) => properties.code)

test('an ordinary park: its outline, who answers for it, its buildings, points and enterprises', async () => {
  const { code } = parks.ordinary
  const site = await siteOf(code)
  const card = await api.get('getPark', `/api/parks/${code}`)
  const { street, community, name, operator, grade } = card
  expect(site.park).toMatchObject({ code, name, street, community, operator, grade })
  expect(site.outline.type).toBe('Polygon')
  const buildings = site.features.features.filter(
    ({ properties }) => properties.kind === 'building',
  )
  expect(buildings.map(({ properties }) => properties.code)).toEqual(
    card.buildings.features.map(({ properties }) => properties.code),
  )
  expect(site.enterprises.map((each) => each.code)).toEqual(card.enterprises.map((e) => e.code))
  expect(site.riskPoints.length).toBeGreaterThan(0)
  expect(site.riskPoints.length + site.riskPointsWithoutPlace).toBe(card.riskPoints.total)
  expect(site).toMatchObject({ fictitious: true, asOf: card.asOf })
})

test('things come in code order with seven decimals', async () => {
  const { model } = parks
  await layOutSite(api, model, [{ code: `${model.code}-A91`, kind: 'gate', wkt: 'POINT(1.7 2.9)' }])
  const site = await siteOf(model.code)
  expect(codesOf(site)).toContain(`${model.code}-A91`)
  expect(codesOf(site)).toEqual(codesOf(site).toSorted())
  const text = JSON.stringify(site.features.features.map(({ geometry }) => geometry))
  const decimals = [...text.matchAll(/\.(\d+)/g)].map(([, digits]) => digits!.length)
  expect(Math.max(...decimals)).toBe(7)
})

test('a point stands in the smallest building that covers it, at the floor that is registered', async () => {
  const { ordinary } = parks
  const code = (end: string) => `${ordinary.code}-${end}`
  const [longitude, latitude] = ordinary.labelPoint
  // Of two that cover it the one that comes later by code is the smaller.
  await layOutSite(api, ordinary, [
    { code: code('B91'), kind: 'building', name: '91栋', wkt: rectangle(-4, -4, 8, 8) },
    { code: code('B92'), kind: 'building', name: '92栋', wkt: rectangle(-1, -1, 2, 2) },
  ])
  const at = (fields: Record<string, unknown>) =>
    api.register({ parkCode: ordinary.code, enterpriseCode: null, ...fields })
  const inside = await at({ floor: 3 })
  const outside = await at({
    coordinates: { system: 'wgs84', longitude: longitude + 0.01, latitude },
  })
  const nowhere = await at({ coordinates: null, floor: -1 })
  const site = await siteOf(ordinary.code)
  const found = (point: { code: string }) => site.riskPoints.find((e) => e.code === point.code)
  expect(found(inside)).toMatchObject({ buildingCode: code('B92'), floor: 3, id: inside.id })
  expect(found(inside)).toMatchObject({ majorHazardGrade: null, level: 'larger' })
  expect(found(outside)).toMatchObject({ buildingCode: null, floor: null })
  expect(found(nowhere)).toBeUndefined()
  expect(nowhere.floor).toBe(-1)
  const refusal = await api.refusal('createRiskPoint', '/api/risk-points', { body: { floor: 0 } })
  expect(refusal.parameters).toContainEqual({
    parameter: 'floor',
    message: 'must not be 0: the ground floor is 1',
  })
})

test('the floor of a point is changed, told in its history and taken back', async () => {
  const point = await api.register({ floor: 2 })
  const address = `/api/risk-points/${point.code}`
  const moved = await api.send('updateRiskPoint', address, {
    body: { floor: 5, reason: '搬迁' },
    version: point.version,
  })
  expect(moved.floor).toBe(5)
  const { versions } = await api.get('getRiskPointHistory', `${address}/history`)
  expect(versions[0]?.fields).toEqual([{ field: 'floor', before: 2, after: 5 }])
  const undone = await api.send('undoRiskPoint', `${address}/undo`, {
    body: { reason: '填错' },
    version: moved.version,
  })
  expect(undone.floor).toBe(2)
})

test('the grade of its hazard sources goes with a point: the gravest, 0 for one below', async () => {
  const rows = await api.db.query(
    `SELECT point.code, point.park_code AS park, count(source.id) AS sources,
       coalesce(min(source.major_hazard_grade), 0) AS grade
     FROM risk_points AS point JOIN hazard_sources AS source ON source.risk_point_id = point.id
     WHERE point.retired_at IS NULL AND source.retired_at IS NULL AND point.geom IS NOT NULL
     GROUP BY point.id ORDER BY (min(source.major_hazard_grade) IS NULL), point.id`,
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const row of [rows[0]!, rows.at(-1)!]) {
    const { riskPoints } = await siteOf(String(row.park))
    const point = riskPoints.find(({ code }) => code === row.code)
    expect(point?.majorHazardGrade).toBe(row.grade)
  }
})

test('there is no site of a park that is none', async () => {
  const problem = await api.problem('/api/parks/NO-PARK/site', {
    headers: { 'Accept-Language': 'zh-CN' },
  })
  expect(problem).toMatchObject({ status: 404 })
  expect(problem.detail).toContain('没有编号为 NO-PARK 的园区')
})

test('what has not changed is not sent again, and a thing that is new is', async () => {
  const { ordinary } = parks
  const address = `/api/parks/${ordinary.code}/site`
  const { headers } = await api.request(address)
  const tag = headers.etag!
  const again = () => api.request(address, { headers: { 'If-None-Match': tag } })
  expect((await again()).status).toBe(304)
  await layOutSite(api, ordinary, [
    { code: `${ordinary.code}-H91`, kind: 'hydrant', wkt: 'POINT(5 5)' },
  ])
  expect((await again()).status).toBe(200)
})

test('a site is read by the indexes of its park, not through the district', async () => {
  const plan = await as(api.db, DISTRICT_VIEWER, async (transaction) => {
    const rows = await transaction.query(`EXPLAIN ${SITE_RISK_POINTS}`, [parks.model.code])
    return rows.map((row) => String(row['QUERY PLAN'])).join('\n')
  })
  expect(plan).not.toMatch(/Seq Scan on (risk_points|park_features|hazard_sources)/)
})
