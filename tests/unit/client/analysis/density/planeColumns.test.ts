import { expect, test } from 'vitest'
import { planeColumns } from '../../../../../client/analysis/density/planeColumns.ts'
import { toPlane } from '../../../../../client/analysis/plane.ts'
import { tableOf } from '../tableArbitrary.ts'

const now = tableOf([{ longitude: 114.2, latitude: 22.7 }, { longitude: NaN }])

test('a table is projected once, and so is another with the same coordinates', () => {
  const plane = planeColumns(now)
  expect(plane.x[0]).toBeCloseTo(toPlane(now.longitude[0]!, now.latitude[0]!)[0], 1)
  expect(plane.x[1]).toBeNaN()
  expect(planeColumns({ ...now, level: now.level.slice() })).toBe(plane)
})

test.each(['longitude', 'latitude'] as const)(
  'a past day whose %s alone was another has its own places',
  (axis) => {
    const present = planeColumns(now)
    const column = now[axis].map((degrees) => degrees + 0.01)
    const past = { ...now, [axis]: column }
    const [x, y] = toPlane(past.longitude[0]!, past.latitude[0]!)
    const plane = planeColumns(past)
    expect(plane.x[0]).toBeCloseTo(x, 1)
    expect(plane.y[0]).toBeCloseTo(y, 1)
    expect(planeColumns(now).x[0]).toBeCloseTo(present.x[0]!, 1)
  },
)
