import {
  area as turfArea,
  booleanPointInPolygon,
  circle,
  featureCollection,
  intersect,
  multiPolygon,
  union,
} from '@turf/turf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Coverage } from '#data/contract/analysis/coverageResponses'
import { geodesicMetres } from '../../helpers/geodesicMetres.ts'
import { serveDemo } from './serveDemo.ts'

type Located = { code: string; areaCode: string; longitude: number; latitude: number }
/** Three minutes at 300 m a minute by a way 1.3 times as long. */
const STANDARD_REACH = 692
const STREET = '440307003'

let demo: Awaited<ReturnType<typeof serveDemo>>
let points: (Located & { level: number })[]
let stations: (Located & { parkCode: string })[]
beforeAll(async () => {
  demo = await serveDemo()
  const place = `code, area_code AS "areaCode", ST_X(geom) AS longitude, ST_Y(geom) AS latitude`
  points = (await demo.db.query(
    `SELECT ${place}, level FROM risk_points WHERE geom IS NOT NULL`,
  )) as typeof points
  stations = (await demo.db.query(
    `SELECT ${place}, park_code AS "parkCode" FROM facilities WHERE kind = 'microFireStation'`,
  )) as typeof stations
})
afterAll(() => demo.close())

const coverage = (parameters = '') => demo.get('getCoverage', `/api/coverage?${parameters}`)
const metresBetween = (a: Located, b: Located) =>
  geodesicMetres([a.longitude, a.latitude], [b.longitude, b.latitude])
/** A tenth of a degree of latitude is 11 km: nobody reaches that far. */
const nearestTo = (place: Located, among: Located[] = stations) =>
  Math.min(
    ...among
      .filter(({ latitude }) => Math.abs(latitude - place.latitude) < 0.1)
      .map((station) => metresBetween(place, station)),
  )

test('points within reach equal a reckoning of every distance', async () => {
  const answer = await coverage()
  expect(answer.reach).toEqual({ metres: STANDARD_REACH, minutes: 3 })
  const distances = points.map((each) => ({ ...each, metres: nearestTo(each) }))
  const within = (metres: number) => distances.filter((each) => each.metres <= metres)
  // A polygon of 256 sides leaves out 5 cm; hardly a point of the demo lies there.
  const [sure, possible] = [within(STANDARD_REACH - 0.1), within(STANDARD_REACH + 0.1)]
  expect(possible.length - sure.length).toBeLessThan(4)
  const { covered } = answer.riskPoints
  expect(covered.total).toBeGreaterThanOrEqual(sure.length)
  expect(covered.total).toBeLessThanOrEqual(possible.length)
  for (const [index, level] of (['major', 'larger', 'general', 'low'] as const).entries()) {
    const ofLevel = ({ level: rank }: { level: number }) => rank === index + 1
    expect(covered[level]).toBeGreaterThanOrEqual(sure.filter(ofLevel).length)
    expect(covered[level]).toBeLessThanOrEqual(possible.filter(ofLevel).length)
  }
  expect(answer.riskPoints.covered.total + answer.riskPoints.uncovered.total).toBe(points.length)
  expect(answer.riskPoints.unlocated.total).toBe(12480 - points.length)

  const grave = distances
    .filter(({ level, metres }) => level <= 2 && metres > STANDARD_REACH)
    .sort((a, b) => b.metres - a.metres)
  expect(grave.length).toBeGreaterThan(5)
  expect(answer.uncoveredPoints.total).toBe(grave.length)
  expect(answer.uncoveredPoints.items.map(({ code }) => code)).toEqual(
    grave.slice(0, 200).map(({ code }) => code),
  )
  for (const [index, { station }] of answer.uncoveredPoints.items.entries()) {
    expect(Math.abs(station!.distanceMetres - grave[index]!.metres)).toBeLessThan(0.51)
    expect(station!.minutes).toBeCloseTo((station!.distanceMetres * 1.3) / 300, 1)
  }
})

test('parks, enterprises and measured arrivals equal their own reckoning', async () => {
  const { parks, enterprises, measured, stations: listed } = await coverage(`area=${STREET}`)
  expect(parks).toMatchObject({ total: 40, withStation: 28 })
  expect(parks.withoutStation.total).toBe(12)
  const distances = parks.withoutStation.items.map(({ distanceMetres }) => distanceMetres!)
  expect(distances).toEqual([...distances].sort((a, b) => b - a))
  const first = parks.withoutStation.items[0]!
  expect(stations.some(({ parkCode }) => parkCode === first.code)).toBe(false)
  expect(Math.abs(first.distanceMetres! - nearestTo(first))).toBeLessThan(0.51)

  const places = (await demo.db.query(
    `SELECT enterprises.code, enterprises.area_code AS "areaCode",
       ST_X(place) AS longitude, ST_Y(place) AS latitude
     FROM enterprises JOIN parks ON parks.code = park_code
     LEFT JOIN park_features AS building ON building.code = enterprises.building_code,
     LATERAL (SELECT coalesce(ST_PointOnSurface(building.geom), label_point) AS place) AS placed
     WHERE enterprises.area_code LIKE '${STREET}%'`,
  )) as Located[]
  const covered = places.filter((place) => nearestTo(place) <= STANDARD_REACH).length
  expect(enterprises).toEqual({
    total: 488,
    covered,
    coveredPercent: Math.round((1000 * covered) / 488) / 10,
  })

  const drills = (await demo.db.query(
    `SELECT arrival_seconds AS seconds, facility_code AS code FROM station_drills
     WHERE area_code LIKE '${STREET}%' ORDER BY arrival_seconds`,
  )) as { seconds: number; code: string }[]
  const middle = drills.length / 2
  expect(measured).toMatchObject({
    stations: new Set(drills.map(({ code }) => code)).size,
    drills: drills.length,
    withinLimit: drills.filter(({ seconds }) => seconds <= 180).length,
    limitSeconds: 180,
    medianSeconds:
      (drills[Math.ceil(middle) - 1]!.seconds + drills[Math.floor(middle)]!.seconds) / 2,
  })
  expect(listed.items.filter(({ measured: last }) => last !== null).length).toBeGreaterThan(20)
})

type Area = Parameters<typeof turfArea>[0]
type Polygonal = Exclude<Parameters<typeof union>[0]['features'][number]['geometry'], null>
async function outlineOf(code: string) {
  const [row] = (await demo.db.query(
    `SELECT ST_AsGeoJSON(geom)::json AS geometry FROM areas WHERE code = '${code}'`,
  )) as { geometry: NonNullable<Coverage['geometry']> }[]
  return multiPolygon(row!.geometry.coordinates)
}

test('the reach that is drawn has the area of turf’s circles, united and clipped', async () => {
  const answer = await coverage(`area=${STREET}&reach=900`)
  expect(answer.reach).toEqual({ metres: 900, minutes: null })
  const outline = await outlineOf(STREET)
  const circles = stations
    .filter((station) => station.areaCode.startsWith('4403070'))
    .map(({ longitude, latitude }) =>
      circle([longitude, latitude], 900, { units: 'meters', steps: 64 }),
    )
  const clipped = intersect(
    featureCollection<Polygonal>([union(featureCollection(circles))!, outline]),
  )!
  expect(turfArea(answer.geometry as Area) / turfArea(clipped)).toBeCloseTo(1, 2)
  // Stations of a neighbouring street that reach across the border are named too.
  const across = answer.stations.items.filter(
    ({ code }) => !stations.find((station) => station.code === code)!.areaCode.startsWith(STREET),
  )
  expect(across.length).toBeGreaterThan(0)
  const edge = answer.geometry!.coordinates.flat(2)
  expect(
    edge.filter((position) => booleanPointInPolygon(position, outline)).length / edge.length,
  ).toBeGreaterThan(0.5)
})

test('a longer reach never covers less', async () => {
  const answers = await Promise.all(
    [100, 500, 1500, 5000].map((reach) => coverage(`area=${STREET}&reach=${reach}`)),
  )
  const totals = answers.map(({ riskPoints }) => riskPoints.covered.total)
  expect(totals).toEqual([...totals].sort((a, b) => a - b))
  expect(answers[3]!.riskPoints.uncovered.total).toBe(0)
  expect(answers[3]!.uncoveredPoints).toEqual({ total: 0, more: false, items: [] })
})

test('minutes, speed and detour make the reach', async () => {
  const { reach, travel } = await coverage(`area=${STREET}&minutes=5&speed=260&detour=1.3`)
  expect(reach).toEqual({ metres: 1000, minutes: 5 })
  expect(travel).toEqual({ speedMetresPerMinute: 260, detourFactor: 1.3, proposed: true })
})

test('decimals finer than are told apart are rounded, and the answer says what was taken', async () => {
  const { reach } = await coverage(`area=${STREET}&reach=500.4999`)
  expect(reach).toEqual({ metres: 500, minutes: null })
  const fine = await coverage(
    `area=${STREET}&minutes=2.0400001&speed=259.9999999&detour=1.3000000000000007`,
  )
  expect(fine.reach).toEqual({ metres: 400, minutes: 2 })
  expect(fine.travel).toEqual({ speedMetresPerMinute: 260, detourFactor: 1.3, proposed: true })
})

test.each(['reach=9', 'reach=5001', 'minutes=0', 'minutes=31', 'reach=500&minutes=3', 'area=4403'])(
  '%s is refused',
  async (parameters) => {
    expect((await demo.problem(`/api/coverage?${parameters}`)).status).toBe(400)
  },
)

test('an area that does not exist is not found', async () => {
  expect(await demo.problem('/api/coverage?area=440307099')).toMatchObject({ status: 404 })
})
