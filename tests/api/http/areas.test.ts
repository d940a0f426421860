import { afterAll, beforeAll, expect, test } from 'vitest'
import { parentAreaCode } from '#data/domain/areas'
import { serveDemo } from './serveDemo.ts'

let demo: Awaited<ReturnType<typeof serveDemo>>
beforeAll(async () => {
  demo = await serveDemo()
}, 120_000)
afterAll(() => demo.close())

test('the district, 11 streets and 111 communities, each below its parent', async () => {
  const { features } = await demo.get('listAreas', '/api/areas')
  const areas = features.map(({ properties }) => properties)
  const count = (level: string) => areas.filter((area) => area.level === level).length
  expect([count('district'), count('street'), count('community')]).toEqual([1, 11, 111])
  const codes = areas.map(({ code }) => code)
  expect(codes).toEqual(codes.toSorted())
  for (const { code, parentCode } of areas) expect(parentCode).toBe(parentAreaCode(code))
  expect(areas.every(({ geometryStatus }) => geometryStatus === 'schematic')).toBe(true)
})

test('one level only', async () => {
  const { features } = await demo.get('listAreas', '/api/areas?level=street')
  expect(features).toHaveLength(11)
  const bantian = features.find(({ properties }) => properties.code === '440307013')
  expect(bantian?.properties).toMatchObject({ name: '坂田街道', officialAreaKm2: 28.51 })
  expect(bantian?.geometry.type).toBe('MultiPolygon')
})

test('parks of an area by their own code, demonstration parks or the others', async () => {
  const all = await demo.get('listParks', '/api/parks')
  const inArea = await demo.get('listParks', '/api/parks?area=440307013')
  const own = all.features.filter(({ properties }) => properties.areaCode.startsWith('440307013'))
  expect(inArea.features).toEqual(own)
  const chosen = await demo.get('listParks', '/api/parks?demonstration=true')
  const others = await demo.get('listParks', '/api/parks?demonstration=false')
  expect([chosen.features.length, others.features.length]).toEqual([11, 265])
  const both = await demo.get('listParks', '/api/parks?area=440307013&demonstration=true')
  expect(both.features).toHaveLength(1)
  expect((await demo.get('listParks', '/api/parks?area=440307999')).features).toEqual([])
})

test('a park with where it is, its buildings and its micro fire station', async () => {
  const { features } = await demo.get('listParks', '/api/parks?area=440307013')
  const codes = features.map(({ properties }) => properties.code)
  const parks = await Promise.all(codes.map((code) => demo.get('getPark', `/api/parks/${code}`)))
  for (const park of parks) {
    expect(park.street).toBe('坂田街道')
    expect(park.community).toMatch(/社区$/)
    expect(park.buildings.features.length).toBeGreaterThan(0)
    const codesOfEnterprises = park.enterprises.map(({ code }) => code)
    expect(codesOfEnterprises).toEqual(codesOfEnterprises.toSorted())
  }
  expect(parks.filter(({ microFireStation }) => microFireStation !== null)).toHaveLength(29)
})

test('a park that does not exist is a 404 that names it', async () => {
  const problem = await demo.problem('/api/parks/NO-SUCH-PARK')
  expect([problem.status, problem.detail]).toEqual([404, expect.stringContaining('NO-SUCH-PARK')])
})
