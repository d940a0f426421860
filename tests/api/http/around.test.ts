import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FACILITY_KINDS, type FacilityKind } from '#data/domain/facilities'
import { geodesicMetres } from '../../helpers/geodesicMetres.ts'
import { serveDemo } from './serveDemo.ts'

type Located = { code: string; longitude: number; latitude: number }
type RiskPointRow = Located & { level: number; parkCode: string }
type FacilityRow = Located & { kind: FacilityKind; people: number | null; name: string }

let demo: Awaited<ReturnType<typeof serveDemo>>
let points: RiskPointRow[]
let facilities: FacilityRow[]
/** Where the largest 重大危险源 stands. */
let centre: [number, number]

beforeAll(async () => {
  demo = await serveDemo()
  points = (await demo.db.query(`SELECT code, ST_X(geom) AS longitude, ST_Y(geom) AS latitude,
    level, park_code AS "parkCode" FROM risk_points WHERE geom IS NOT NULL`)) as RiskPointRow[]
  facilities = (await demo.db.query(`SELECT code, name, kind, people, ST_X(geom) AS longitude,
    ST_Y(geom) AS latitude FROM facilities`)) as FacilityRow[]
  const [row] = (await demo.db.query(`SELECT ST_X(geom) AS longitude, ST_Y(geom) AS latitude
    FROM hazard_sources JOIN risk_points AS point ON point.id = risk_point_id
    WHERE major_hazard_grade = 3`)) as Located[]
  centre = [row!.longitude, row!.latitude]
})
afterAll(() => demo.close())

const around = (parameters: string) => demo.get('getAround', `/api/around?${parameters}`)
const aroundCentre = (radius: number, more = '') =>
  around(`longitude=${centre[0]}&latitude=${centre[1]}&radius=${radius}${more}`)
const awayFrom = ({ longitude, latitude }: Located) => geodesicMetres(centre, [longitude, latitude])
const count = async (sql: string, parameters: unknown[] = []) =>
  Number(Object.values((await demo.db.query(sql, parameters))[0] ?? {})[0])

describe('around a point', () => {
  test.each([80, 600, 2500])('%i m equals a reckoning over every row', async (radius) => {
    const answer = await aroundCentre(radius)
    const inside = points.filter((each) => awayFrom(each) <= radius)
    const levels = [1, 2, 3, 4].map((rank) => inside.filter(({ level }) => level === rank).length)
    const { total, major, larger, general, low } = answer.riskPoints
    expect([major, larger, general, low]).toEqual(levels)
    expect(total).toBe(inside.length)
    const grave = inside.filter(({ level }) => level <= 2)
    expect(answer.gravePoints.total).toBe(grave.length)
    for (const item of answer.gravePoints.items) {
      const row = grave.find(({ code }) => code === item.code)
      expect(Math.abs(item.distanceMetres - awayFrom(row!)), item.code).toBeLessThan(0.51)
      expect(item.parkCode).toBe(row!.parkCode)
    }
    const near = facilities.filter((each) => awayFrom(each) <= radius)
    expect(answer.facilities.list.total).toBe(near.length)
    for (const { kind, total, people, sensitive } of answer.facilities.counts) {
      const same = near.filter((facility) => facility.kind === kind)
      expect([kind, total]).toEqual([kind, same.length])
      expect(people).toBe(same.reduce((sum, facility) => sum + (facility.people ?? 0), 0))
      expect(sensitive).toBe(FACILITY_KINDS[kind].sensitive)
    }
    expect(answer.area).toMatchObject({ kind: 'point', centre })
    expect(answer.area.measuredKm2! / ((Math.PI * radius ** 2) / 1e6)).toBeCloseTo(1, 2)
  })

  test('people and hidden dangers equal a reckoning in plane metres', async () => {
    const radius = 900
    const answer = await aroundCentre(radius)
    const [longitude, latitude] = centre
    const within = (geometry: string) => `ST_Distance(ST_Transform(${geometry}, 4547),
      ST_Transform(ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326), 4547)) <= ${radius}`
    const enterprises = `SELECT enterprises.* FROM enterprises
      LEFT JOIN park_features ON park_features.code = enterprises.building_code
      LEFT JOIN parks ON parks.code = enterprises.park_code AND enterprises.building_code IS NULL
      WHERE ${within('coalesce(park_features.geom, parks.geom)')}`
    expect(answer.enterprises.total).toBe(await count(`SELECT count(*) FROM (${enterprises}) AS e`))
    expect(answer.enterprises.headcount).toBe(
      await count(`SELECT sum(headcount) FROM (${enterprises}) AS e`),
    )
    expect(answer.enterprises.highRisk.ammonia).toBe(
      await count(`SELECT count(*) FROM (${enterprises}) AS e WHERE high_risk_class = 'ammonia'`),
    )
    const open = `SELECT danger.* FROM hidden_dangers AS danger
      LEFT JOIN risk_points AS point ON point.id = risk_point_id
      LEFT JOIN enterprises AS e ON e.code = danger.enterprise_code
      LEFT JOIN park_features AS building ON building.code = e.building_code
      JOIN parks ON parks.code = danger.park_code
      WHERE closed_at IS NULL AND NOT on_the_spot
        AND state NOT IN ('merged', 'dismissed', 'closed')
        AND ${within('coalesce(point.geom, building.geom, parks.geom)')}`
    expect(answer.hiddenDangers.open).toBe(await count(`SELECT count(*) FROM (${open}) AS d`))
    expect(answer.hiddenDangers.open).toBeGreaterThan(0)
    expect(answer.hiddenDangers.overdue).toBe(
      await count(`SELECT count(*) FROM (${open}) AS d WHERE deadline < $1::date`, [demo.today]),
    )
    expect(answer.hazardSources.majorHazards.items[0]).toMatchObject({
      grade: 3,
      distanceMetres: 0,
    })
    expect(answer.hazardSources.total).toBe(
      await count(`SELECT count(*) FROM hazard_sources JOIN risk_points ON risk_points.id = risk_point_id
        WHERE ${within('geom')}`),
    )
    expect(answer.asOf).toMatch(/^2026-11-23T/)
    expect(answer.fictitious).toBe(true)
  })

  test('all 468 open hidden dangers, 37 of them overdue, lie somewhere', async () => {
    const answer = await around('shape=113.9,22.5;114.6,22.5;114.6,22.95;113.9,22.95&radius=0')
    expect(answer.hiddenDangers).toEqual({ open: 468, overdue: 37, openMajor: 9 })
    expect(answer.riskPoints.total).toBe(points.length)
    expect(answer.enterprises.total).toBe(3240)
    expect(answer.parks).toMatchObject({ total: 276, more: true })
    expect(answer.parks.items).toHaveLength(200)
    expect(answer.gravePoints).toMatchObject({ more: true })
    expect(answer.gravePoints.items[0]?.level).toBe('major')
    expect(answer.area.outsideDistrict).toBe('partly')
  })

  test('the nearest of each kind is the nearest, inside or not', async () => {
    const { nearest, travel } = await aroundCentre(10)
    expect(travel).toEqual({ speedMetresPerMinute: 300, detourFactor: 1.3, proposed: true })
    for (const kind of ['microFireStation', 'fireBrigade', 'hospital'] as const) {
      const found = facilities
        .filter((facility) => facility.kind === kind)
        .sort((a, b) => awayFrom(a) - awayFrom(b))[0]!
      expect(nearest[kind]).toMatchObject({ code: found.code, inside: awayFrom(found) <= 10 })
      const metres = nearest[kind]!.distanceMetres
      expect(Math.abs(metres - awayFrom(found))).toBeLessThan(0.51)
      expect(nearest[kind]!.minutes).toBeCloseTo((metres * 1.3) / 300, 1)
    }
  })

  test('time follows speed and detour', async () => {
    const { nearest } = await aroundCentre(10, '&speed=500&detour=1')
    const { distanceMetres, minutes } = nearest.hospital!
    expect(minutes).toBeCloseTo(distanceMetres / 500, 1)
  })

  test('a radius of 0 holds what stands at that very place, and encloses nothing', async () => {
    const here = points.filter((each) => awayFrom(each) === 0)
    const answer = await aroundCentre(0)
    expect(answer.riskPoints.total).toBe(here.length)
    expect(here.length).toBeGreaterThan(0)
    expect(answer.area.geometry).toBeNull()
    expect(answer.area.measuredKm2).toBe(0)
  })

  test('what lies a little inside the edge counts, a little outside does not', async () => {
    const other = points
      .filter((each) => awayFrom(each) > 50)
      .sort((a, b) => awayFrom(a) - awayFrom(b))[0]!
    const metres = awayFrom(other)
    const [less, more] = await Promise.all([
      aroundCentre(metres - 0.01),
      aroundCentre(metres + 0.01),
    ])
    const same = points.filter((each) => Math.abs(awayFrom(each) - metres) < 0.01).length
    expect(more.riskPoints.total - less.riskPoints.total).toBe(same)
  })

  test('an empty place says that nothing is there, and where the nearest help is', async () => {
    const answer = await around('longitude=113.2&latitude=22.0&radius=300')
    expect(answer.riskPoints.total).toBe(0)
    expect(answer.enterprises).toMatchObject({ total: 0, headcount: 0 })
    expect(answer.communities).toEqual([])
    expect(answer.facilities.list).toEqual({ total: 0, more: false, items: [] })
    expect(answer.area.outsideDistrict).toBe('wholly')
    expect(answer.nearest.hospital?.inside).toBe(false)
  })
})
