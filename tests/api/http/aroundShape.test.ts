import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  area as turfArea,
  booleanPointInPolygon,
  buffer,
  pointToPolygonDistance,
  polygon,
} from '@turf/turf'
import { serveDemo } from './serveDemo.ts'

let demo: Awaited<ReturnType<typeof serveDemo>>
let points: { longitude: number; latitude: number }[]
beforeAll(async () => {
  demo = await serveDemo()
  points = (await demo.db.query(`SELECT ST_X(geom) AS longitude, ST_Y(geom) AS latitude
    FROM risk_points WHERE geom IS NOT NULL`)) as typeof points
})
afterAll(() => demo.close())

const around = (parameters: string) => demo.get('getAround', `/api/around?${parameters}`)
const countIn = (outline: Parameters<typeof booleanPointInPolygon>[1]) =>
  points.filter(({ longitude, latitude }) => booleanPointInPolygon([longitude, latitude], outline))
    .length

describe('around a park', () => {
  test('distances start at its edge, and it has no measured area', async () => {
    const [park] = (await demo.db.query(`SELECT code, name, ST_AsGeoJSON(geom)::json AS geometry
      FROM parks ORDER BY code LIMIT 1`)) as {
      code: string
      name: string
      geometry: { coordinates: number[][][] }
    }[]
    const answer = await around(`park=${park!.code}&radius=300`)
    expect(answer.area).toMatchObject({
      kind: 'park',
      park: { code: park!.code, name: park!.name },
      measuredKm2: null,
    })
    const outline = polygon(park!.geometry.coordinates)
    const own = await around(`park=${park!.code}&radius=0`)
    expect(own.riskPoints.total).toBe(countIn(outline))
    expect(own.gravePoints.items.every(({ distanceMetres }) => distanceMetres === 0)).toBe(true)
    for (const { longitude, latitude, distanceMetres, code } of answer.facilities.list.items) {
      const expected = pointToPolygonDistance([longitude, latitude], outline, { units: 'meters' })
      // turf reckons on a sphere, 0.5 % off.
      expect(Math.abs(distanceMetres - Math.max(0, expected)), code).toBeLessThan(3)
    }
    expect(answer.parks.items[0]).toMatchObject({ code: park!.code, distanceMetres: 0 })
    const searched = turfArea(answer.area.geometry!)
    expect(searched / turfArea(buffer(outline, 300, { units: 'meters', steps: 32 })!)).toBeCloseTo(
      1,
      2,
    )
  })
})

describe('around a shape', () => {
  /** An L across the north edge of the district. */
  const corners = [
    [114.2, 22.74],
    [114.3, 22.74],
    [114.3, 22.79],
    [114.26, 22.79],
    [114.26, 22.86],
    [114.2, 22.86],
  ]
  const shape = corners.map((corner) => corner.join()).join(';')
  const outline = polygon([[...corners, corners[0]!]])

  test('it holds what lies in it, measured as drawn, and says that it leaves the district', async () => {
    const answer = await around(`shape=${shape}&radius=0`)
    expect(countIn(outline)).toBeGreaterThan(100)
    expect(answer.riskPoints.total).toBe(countIn(outline))
    expect(answer.area.outsideDistrict).toBe('partly')
    expect(answer.area.measuredKm2! / (turfArea(outline) / 1e6)).toBeCloseTo(1, 2)
    expect(answer.gravePoints.items.every(({ distanceMetres }) => distanceMetres === 0)).toBe(true)
  })

  test('with a radius it is larger by turf’s buffer', async () => {
    const answer = await around(`shape=${shape}&radius=800`)
    const wider = buffer(outline, 800, { units: 'meters', steps: 32 })!
    expect(turfArea(answer.area.geometry!) / turfArea(wider)).toBeCloseTo(1, 2)
    const [least, most] = [795, 805].map((metres) =>
      countIn(buffer(outline, metres, { units: 'meters', steps: 64 })!),
    )
    expect(answer.riskPoints.total).toBeGreaterThanOrEqual(least!)
    expect(answer.riskPoints.total).toBeLessThanOrEqual(most!)
  })

  test('the direction in which it was drawn and a closing corner change nothing', async () => {
    const answer = await around(`shape=${shape}&radius=100`)
    const reversed = [...corners].reverse().map((corner) => corner.join())
    const again = await around(`shape=${[...reversed, reversed[0]].join(';')}&radius=100`)
    expect(again.riskPoints).toEqual(answer.riskPoints)
    expect(again.area.measuredKm2).toBe(answer.area.measuredKm2)
  })

  /** A star across the district: its long edges bend by 10 m where they are taken on the spheroid. */
  const star = Array.from({ length: 200 }, (_, index) => {
    const turn = (index / 200) * 2 * Math.PI
    const reach = index % 2 ? 0.02 : 0.2
    return [114.2 + reach * Math.cos(turn), 22.7 + reach * Math.sin(turn)]
  })
  const band = [
    [113.9, 22.6],
    [114.6, 22.6],
    [114.6, 22.7],
    [113.9, 22.7],
  ]
  test.each([
    ['a band', band, 0],
    ['a band', band, 500],
    ['a star of 200 corners', star, 0],
    ['a star of 200 corners', star, 5000],
  ])('what is counted of %s is what lies in the outline that is drawn', async (_, ring, radius) => {
    const text = ring.map((corner) => corner.join()).join(';')
    const { riskPoints, area } = await around(`shape=${text}&radius=${radius}`)
    expect(riskPoints.total).toBeGreaterThan(100)
    expect(riskPoints.total).toBe(countIn(area.geometry!))
  })
})
