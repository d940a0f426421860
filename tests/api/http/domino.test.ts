import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Domino } from '#data/contract/analysis/dominoResponses'
import { FUELS } from '#data/grading/consequences/fuels'
import { geodesicMetres } from '../../helpers/geodesicMetres.ts'
import { serveDemo } from './serveDemo.ts'

type Row = {
  code: string
  areaCode: string
  longitude: number | null
  latitude: number | null
  cas: string | null
  tonnes: number | null
}
type Source = { code: string; areaCode: string; position: [number, number]; radius: number }

let demo: Awaited<ReturnType<typeof serveDemo>>
let rows: Row[]
let sources: Source[]
let district: Domino
beforeAll(async () => {
  demo = await serveDemo()
  rows = (await demo.db.query(
    `SELECT source.code, source.area_code AS "areaCode", ST_X(geom) AS longitude,
       ST_Y(geom) AS latitude, cas, designed_quantity_tonnes AS tonnes
     FROM hazard_sources AS source JOIN risk_points ON risk_points.id = risk_point_id
     LEFT JOIN hazard_source_substances ON hazard_source_id = source.id ORDER BY source.code`,
  )) as Row[]
  sources = reckonSources(rows)
  district = await demo.get('getDomino', '/api/domino')
})
afterAll(() => demo.close())

/** DOMAIN 2.5, written out again: W = 1.8·0.04·ΣqH/4520, R = 5.6·W^⅓/(1+(3175/W)²)^⅙. */
function reckonSources(all: readonly Row[]): Source[] {
  const heats = new Map<string, { source: Source; heat: number }>()
  for (const { code, areaCode, longitude, latitude, cas, tonnes } of all) {
    const fuel = Object.entries(FUELS).find(([key]) => key === cas)?.[1]
    if (!fuel || longitude === null || latitude === null) continue
    const source: Source = { code, areaCode, position: [longitude, latitude], radius: 0 }
    const before = heats.get(code) ?? { source, heat: 0 }
    before.heat += tonnes! * 1000 * fuel.heatOfCombustionKjPerKg
    heats.set(code, before)
  }
  return [...heats.values()].map(({ source, heat }) => {
    const tnt = (1.8 * 0.04 * heat) / 4520
    const radius = (5.6 * Math.cbrt(tnt)) / (1 + (3175 / tnt) ** 2) ** (1 / 6)
    return { ...source, radius: Math.round(radius * 10) / 10 }
  })
}

/** Groups by spreading from each source to whatever it reaches or is reached by. */
function reckonGroups(all: readonly Source[]): { groups: string[][]; atOnePlace: string[][] } {
  const left = new Set(all)
  const groups: string[][] = []
  const atOnePlace: string[][] = []
  for (const seed of all) {
    if (!left.delete(seed)) continue
    const group = [seed]
    for (const member of group) {
      for (const other of left) {
        if (Math.abs(other.position[1] - member.position[1]) > 0.05) continue
        const metres = geodesicMetres(member.position, other.position)
        if (metres > Math.max(member.radius, other.radius)) continue
        left.delete(other)
        group.push(other)
      }
    }
    const places = new Set(group.map(({ position }) => position.join()))
    const codes = group.map(({ code }) => code).sort()
    if (places.size > 1) groups.push(codes)
    else if (codes.length > 1) atOnePlace.push(codes)
  }
  groups.sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1))
  return { groups, atOnePlace }
}

test('groups, radii and links equal a reckoning of every pair', () => {
  const { groups, atOnePlace } = reckonGroups(sources)
  expect(groups.length).toBeGreaterThan(3)
  expect(district.groups.total).toBe(groups.length)
  expect(district.groups.items.map(({ members }) => members.map(({ code }) => code))).toEqual(
    groups.slice(0, 200),
  )
  expect(atOnePlace.length).toBeGreaterThan(3)
  expect(district.atOnePlace).toEqual({
    groups: atOnePlace.length,
    hazardSources: atOnePlace.flat().length,
  })
  const sourceOf = new Map(sources.map((source) => [source.code, source]))
  for (const { members, links, number } of district.groups.items) {
    for (const { code, radiusMetres } of members) {
      expect(radiusMetres, code).toBeCloseTo(sourceOf.get(code)!.radius, 1)
    }
    const own = members.map(({ code }) => sourceOf.get(code)!)
    const pairs = own.flatMap((a, index) =>
      own.slice(index + 1).filter((b) => {
        const metres = geodesicMetres(a.position, b.position)
        return metres > 0 && metres <= Math.max(a.radius, b.radius)
      }),
    )
    expect(links.total, `group ${number}`).toBe(pairs.length)
    for (const { from, to, distanceMetres, mutual } of links.items) {
      const [a, b] = [sourceOf.get(from)!, sourceOf.get(to)!]
      const metres = geodesicMetres(a.position, b.position)
      expect(Math.abs(metres - distanceMetres)).toBeLessThan(0.06)
      expect(metres).toBeLessThanOrEqual(a.radius)
      expect(mutual).toBe(metres <= b.radius)
    }
  }
})

test('the largest comes first, and bearings point from one to the other', () => {
  const sizes = district.groups.items.map(({ members }) => members.length)
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  const { members, links } = district.groups.items[0]!
  const link = links.items.at(-1)!
  const [from, to] = [link.from, link.to].map((code) => members.find((each) => each.code === code)!)
  const east = (to!.longitude - from!.longitude) * Math.cos((from!.latitude * Math.PI) / 180)
  const bearing = (Math.atan2(east, to!.latitude - from!.latitude) * 180) / Math.PI
  const turned = Math.abs(((link.bearingDegrees - bearing + 540) % 360) - 180)
  expect(turned).toBeLessThan(1.5)
})

test('people within equal a reckoning in plane metres', async () => {
  for (const { members, parks, enterprises, headcount } of district.groups.items.slice(0, 3)) {
    const touched = (geometry: string) =>
      members
        .map(
          ({ longitude, latitude, radiusMetres }) =>
            `ST_Distance(ST_Transform(${geometry}, 4547), ST_Transform(ST_SetSRID(
              ST_MakePoint(${longitude}, ${latitude}), 4326), 4547)) <= ${radiusMetres}`,
        )
        .join(' OR ')
    const [row] = await demo.db.query(
      `SELECT count(*) AS enterprises, coalesce(sum(headcount), 0) AS headcount FROM enterprises
       LEFT JOIN park_features ON park_features.code = enterprises.building_code
       JOIN parks ON parks.code = enterprises.park_code
       WHERE ${touched('coalesce(park_features.geom, parks.geom)')}`,
    )
    expect({ enterprises, headcount }).toEqual(row)
    const found = await demo.db.query(
      `SELECT code FROM parks WHERE ${touched('geom')} ORDER BY code`,
    )
    expect(parks.map(({ code }) => ({ code }))).toEqual(found)
  }
})

test('what has no value is left out and counted', () => {
  const codes = new Set(rows.map(({ code }) => code))
  const { total, counted, withoutValue, withoutSubstances, unlocated } = district.hazardSources
  expect(total).toBe(codes.size)
  expect(counted).toBe(sources.length)
  expect(counted + withoutValue + withoutSubstances + unlocated).toBe(total)
  const withAmmonia = rows.filter(({ cas }) => cas === '7664-41-7')
  expect(district.leftOut.find(({ cas }) => cas === '7664-41-7')?.hazardSources).toBe(
    new Set(withAmmonia.map(({ code }) => code)).size,
  )
  expect(district.leftOut.some(({ cas }) => cas !== null && cas in FUELS)).toBe(false)
  expect(district.assumptions).toEqual({ model: 'vce', yield: 0.04, quantity: 'designedMaximum' })
})

test('a street shows the groups that have a member in it, whole', async () => {
  const street = '440307003'
  const answer = await demo.get('getDomino', `/api/domino?area=${street}`)
  const areaOf = new Map(sources.map(({ code, areaCode }) => [code, areaCode]))
  const expected = reckonGroups(sources).groups.filter((codes) =>
    codes.some((code) => areaOf.get(code)!.startsWith(street)),
  )
  expect(answer.groups.items.map(({ members }) => members.map(({ code }) => code))).toEqual(
    expected,
  )
  for (const { members, crossesArea } of answer.groups.items) {
    expect(crossesArea).toBe(members.some(({ code }) => !areaOf.get(code)!.startsWith(street)))
  }
  expect(answer.hazardSources.total).toBeLessThan(district.hazardSources.total)
})

test('an area that does not exist is not found', async () => {
  expect(await demo.problem('/api/domino?area=440307099')).toMatchObject({ status: 404 })
})
