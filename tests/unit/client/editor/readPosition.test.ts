import { expect, test } from 'vitest'
import { distanceMetres } from '../../../../client/components/editor/distanceMetres.ts'
import { isInside } from '../../../../client/components/editor/pointInPolygon.ts'
import { readPosition } from '../../../../client/components/editor/readPosition.ts'
import { square } from '../map/sceneStates.ts'

const read = (text: string, system: 'wgs84' | 'gcj02' = 'wgs84') =>
  readPosition({ system, text, errorMetres: '' })

test('nothing, a position and what cannot be read', () => {
  expect(read('  ')).toEqual({ kind: 'none' })
  expect(read('114.144, 22.669')).toEqual({
    kind: 'read',
    longitude: 114.144,
    latitude: 22.669,
    latitudeFirst: false,
  })
  expect(read('抛光车间')).toMatchObject({ kind: 'problem', sentence: { en: expect.any(String) } })
})

test('latitude first is read and said', () => {
  expect(read('22°40′08.4″N 114°08′38.4″E')).toMatchObject({
    longitude: expect.closeTo(114.144, 6),
    latitudeFirst: true,
  })
})

test('GCJ-02 lies some 500 m east and 310 m south of WGS84 here', () => {
  const position = read('114.144, 22.669', 'gcj02')
  if (position.kind !== 'read') throw new Error('not read')
  const moved = distanceMetres([114.144, 22.669], [position.longitude, position.latitude])
  expect(moved).toBeGreaterThan(450)
  expect(moved).toBeLessThan(700)
  expect(position.longitude).toBeLessThan(114.144)
  expect(position.latitude).toBeGreaterThan(22.669)
})

test('a degree of latitude is 111.2 km', () => {
  expect(distanceMetres([114, 22], [114, 23])).toBeCloseTo(111_195, -1)
  expect(distanceMetres([114, 22], [114, 22])).toBe(0)
})

test('inside the outline, in its hole and outside of it', () => {
  const [outline] = square(114, 22.6)
  const [hole] = square(114.004, 22.604, 0.002)
  const park = { type: 'Polygon' as const, coordinates: [outline!, hole!] }
  expect(isInside([114.002, 22.602], park)).toBe(true)
  expect(isInside([114.005, 22.605], park)).toBe(false)
  expect(isInside([114.011, 22.605], park)).toBe(false)
  expect(
    isInside([114.1, 22.7], {
      type: 'MultiPolygon',
      coordinates: [[outline!], square(114.095, 22.695)],
    }),
  ).toBe(true)
})
