import { booleanPointInPolygon, point, pointToPolygonDistance } from '@turf/turf'
import { expect, test } from 'vitest'
import { SENSITIVE_PLACES } from '#data/demo/createSensitivePlaces'
import { FACILITY_KINDS } from '#data/domain/facilities'
import { countBy, districtWith } from './demoDistrict.ts'

const district = districtWith()
const places = district.facilities.filter(({ kind }) => FACILITY_KINDS[kind].sensitive)
const parkOf = new Map(district.parks.map((park) => [park.code, park]))
/** Metres from a place to the nearest park. */
const distances = places.map(({ longitude, latitude }) =>
  Math.min(
    ...district.parks.map(({ geometry }) =>
      pointToPolygonDistance(
        [longitude, latitude],
        {
          type: 'Polygon',
          coordinates: geometry.coordinates.map((ring) => ring.map((p) => [...p])),
        },
        { units: 'meters' },
      ),
    ),
  ),
)

test('there are as many of each kind as the table says, two homes a street', () => {
  expect(countBy(places, ({ kind }) => kind)).toEqual(
    Object.fromEntries(Object.entries(SENSITIVE_PLACES).map(([kind, { count }]) => [kind, count])),
  )
  expect(places).toHaveLength(216)
  const homes = places.filter(({ kind }) => kind === 'oldPeoplesHome')
  expect(Object.values(countBy(homes, ({ areaCode }) => areaCode.slice(0, 9)))).toEqual(
    Array.from({ length: 11 }, () => 2),
  )
})

test('they come after the facilities that were there before, whose codes stay', () => {
  const first = district.facilities.findIndex(({ kind }) => FACILITY_KINDS[kind].sensitive)
  expect(first).toBe(251)
  expect(district.facilities.slice(first)).toEqual(places)
  expect(places[0]?.code).toBe('DEMO-F-0252')
})

test('each has people, a name of its own, and only it has them', () => {
  for (const { kind, people, code } of district.facilities) {
    if (!FACILITY_KINDS[kind].sensitive) expect(people, code).toBeNull()
    else expect(people, code).toBeGreaterThanOrEqual(40)
  }
  expect(new Set(district.facilities.map(({ name }) => name)).size).toBe(district.facilities.length)
})

test('none stands in a park, some stand beside one, none at the park with the real name', () => {
  for (const [index, { code, longitude, latitude, parkCode }] of places.entries()) {
    for (const { geometry } of district.parks) {
      const outline = {
        type: 'Polygon' as const,
        coordinates: geometry.coordinates.map((r) => r.map((p) => [...p])),
      }
      expect(booleanPointInPolygon(point([longitude, latitude]), outline), code).toBe(false)
    }
    expect(distances[index]!, code).toBeGreaterThan(5)
    if (parkCode) expect(parkOf.get(parkCode)?.name).not.toBe('东海科技工业园')
  }
  const near = distances.filter((metres) => metres < 500).length / places.length
  expect(near).toBeGreaterThan(0.4)
  expect(near).toBeLessThan(0.95)
})

test('a dormitory stands beside the park it belongs to', () => {
  for (const [index, { kind, parkCode, name }] of places.entries()) {
    if (kind !== 'dormitory') continue
    expect(name).toBe(`${parkOf.get(parkCode!)!.name}集体宿舍`)
    expect(distances[index]).toBeLessThan(120)
  }
})
