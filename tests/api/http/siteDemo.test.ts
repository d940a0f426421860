import { z } from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { query } from '../../../server/db/query.ts'
import { serveDemo } from './serveDemo.ts'

/** The sites as the database has them, measured by it. */
let api: Awaited<ReturnType<typeof serveDemo>>
beforeAll(async () => {
  api = await serveDemo()
})
afterAll(() => api.close())

const rows = <T extends z.ZodRawShape>(shape: T, sql: string) => query(api.db, z.object(shape), sql)
const SITES = `WITH site AS (
  SELECT feature.* FROM park_features AS feature
  JOIN parks ON parks.code = feature.park_code AND parks.demonstration
)`

test('eleven parks have every kind of feature but for the stores', async () => {
  const found = await rows(
    { parks: z.int(), kinds: z.int() },
    `${SITES} SELECT count(DISTINCT park_code) AS parks, count(DISTINCT kind) AS kinds FROM site`,
  )
  expect(found).toEqual([{ parks: 11, kinds: 16 }])
})

test('nothing lies outside its park', async () => {
  const found = await rows(
    { code: z.string() },
    `${SITES} SELECT site.code FROM site JOIN parks ON parks.code = site.park_code
     WHERE NOT ST_Covers(parks.geom, site.geom)`,
  )
  expect(found).toEqual([])
})

test('buildings, and the units of a floor, do not overlap', async () => {
  const found = await rows(
    { code: z.string(), other: z.string() },
    `${SITES} SELECT a.code, b.code AS other FROM site AS a
     JOIN site AS b ON b.park_code = a.park_code AND b.kind = a.kind AND b.code > a.code
       AND b.floor IS NOT DISTINCT FROM a.floor
       AND b.building_code IS NOT DISTINCT FROM a.building_code
     WHERE a.kind IN ('building', 'unit') AND (ST_Overlaps(a.geom, b.geom)
       OR ST_Contains(a.geom, b.geom) OR ST_Contains(b.geom, a.geom))`,
  )
  expect(found).toEqual([])
})

test('a unit lies in its building and no road or route leads through one', async () => {
  const found = await rows(
    { code: z.string(), building: z.string() },
    `${SITES} SELECT thing.code, building.code AS building FROM site AS thing
     JOIN site AS building ON building.park_code = thing.park_code AND building.kind = 'building'
     WHERE CASE WHEN thing.kind = 'unit' THEN building.code = thing.building_code
         AND NOT ST_Covers(building.geom, thing.geom)
       WHEN thing.kind IN ('road', 'fireLane') THEN ST_Intersects(building.geom, thing.geom)
       WHEN thing.kind = 'evacuationRoute' THEN ST_Length(ST_Intersection(building.geom,
         thing.geom)::geography) > 0.02
       ELSE false END`,
  )
  expect(found).toEqual([])
})

test('hydrants stand at most 2 m from the edge of a fire lane', async () => {
  const found = await rows(
    { code: z.string() },
    `${SITES} SELECT hydrant.code FROM site AS hydrant WHERE hydrant.kind = 'hydrant'
       AND NOT EXISTS (SELECT FROM site AS lane WHERE lane.kind = 'fireLane'
         AND lane.park_code = hydrant.park_code
         AND ST_Distance(lane.geom::geography, hydrant.geom::geography)
           - lane.net_width_metres / 2 BETWEEN 0.4 AND 2)`,
  )
  expect(found).toEqual([])
})

test('an indoor point of an enterprise lies in a unit of it', async () => {
  const [found] = await rows(
    { all: z.int(), inside: z.int() },
    `${SITES} SELECT count(*) AS all, count(*) FILTER (WHERE EXISTS (SELECT FROM site AS unit
         WHERE unit.kind = 'unit' AND unit.floor = point.floor
           AND unit.enterprise_code = point.enterprise_code
           AND ST_Covers(unit.geom, point.geom))) AS inside
     FROM risk_points AS point JOIN parks ON parks.code = point.park_code AND parks.demonstration
     WHERE point.floor IS NOT NULL AND point.enterprise_code IS NOT NULL
       AND point.geom IS NOT NULL`,
  )
  expect(found!.all).toBeGreaterThan(250)
  expect(found!.inside).toBe(found!.all)
})

test('what there is to learn is loaded with a score before and after, and a walk', async () => {
  const { items } = await api.get('listTours', '/api/tours')
  expect(items).toHaveLength(11)
  for (const { parkCode } of items) {
    const learning = await api.get('getLearning', `/api/parks/${parkCode}/learning`)
    expect(learning.rectifications.length, parkCode).toBeGreaterThanOrEqual(6)
    expect(learning.exchanges.length, parkCode).toBeGreaterThanOrEqual(2)
    expect(learning.before!.total, parkCode).toBeLessThan(75)
    expect(learning.after!.total, parkCode).toBeGreaterThanOrEqual(75)
  }
})
