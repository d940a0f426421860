import fc from 'fast-check'
import gcoord from 'gcoord'
import { expect, test } from 'vitest'
import {
  COORDINATE_SYSTEM_ORDER,
  COORDINATE_SYSTEMS,
  toWgs84,
} from '#data/geodesy/coordinateSystems'

/** Metres a degree at 22.7° north. */
const EAST = 102_770
const NORTH = 110_750
const CRS = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const

const inLonggang = fc.record({
  longitude: fc.double({ min: 114, max: 114.45, noNaN: true }),
  latitude: fc.double({ min: 22.5, max: 22.9, noNaN: true }),
})

test.each(COORDINATE_SYSTEM_ORDER)(
  '%s and back is within 0.1 m all over the district',
  (system) => {
    fc.assert(
      fc.property(inLonggang, ({ longitude, latitude }) => {
        const [east, north] = gcoord.transform([longitude, latitude], gcoord.WGS84, CRS[system])
        const back = toWgs84({ longitude: east, latitude: north }, system)
        const metres = Math.hypot(
          (back.longitude - longitude) * EAST,
          (back.latitude - latitude) * NORTH,
        )
        expect(metres).toBeLessThan(0.01)
      }),
    )
  },
)

test('GCJ-02 lies about 500 m east and 310 m south of WGS84 near Longgang', () => {
  fc.assert(
    fc.property(inLonggang, (position) => {
      const { longitude, latitude } = toWgs84(position, 'gcj02')
      expect(Math.abs((position.longitude - longitude) * EAST - 500)).toBeLessThan(40)
      expect(Math.abs((latitude - position.latitude) * NORTH - 310)).toBeLessThan(40)
    }),
  )
})

test('BD-09 lies farther away', () => {
  const { longitude, latitude } = toWgs84({ longitude: 114.2, latitude: 22.7 }, 'bd09')
  const metres = Math.hypot((114.2 - longitude) * EAST, (22.7 - latitude) * NORTH)
  expect(metres).toBeGreaterThan(900)
  expect(metres).toBeLessThan(1500)
})

test('WGS84 stays as it is', () => {
  const position = { longitude: 114.123456789012, latitude: 22.7 }
  expect(toWgs84(position, 'wgs84')).toEqual(position)
})

test.each([
  [Number.NaN, 22],
  [114, Number.NaN],
  [181, 22],
  [114, -91],
  [Infinity, 0],
])('%d, %d is no position', (longitude, latitude) => {
  for (const system of COORDINATE_SYSTEM_ORDER) {
    expect(() => toWgs84({ longitude, latitude }, system)).toThrow(RangeError)
  }
})

test('the error of the conversion grows with the shifts', () => {
  const errors = COORDINATE_SYSTEM_ORDER.map((key) => COORDINATE_SYSTEMS[key].conversionErrorMetres)
  expect(errors).toEqual(errors.toSorted((a, b) => a - b))
})
