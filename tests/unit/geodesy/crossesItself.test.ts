import { kinks, polygon } from '@turf/turf'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '#data/domain/areas'
import { crossesItself } from '#data/geodesy/crossesItself'

const square: Position[] = [
  [114, 22.6],
  [114.1, 22.6],
  [114.1, 22.7],
  [114, 22.7],
]

test('a square, an L and a triangle do not', () => {
  expect(crossesItself(square)).toBe(false)
  expect(crossesItself(square.slice(0, 3))).toBe(false)
  expect(
    crossesItself([
      [0, 0],
      [2, 0],
      [2, 1],
      [1, 1],
      [1, 2],
      [0, 2],
    ]),
  ).toBe(false)
})

test.each<[string, Position[]]>([
  ['a bow tie', [square[0]!, square[2]!, square[1]!, square[3]!]],
  [
    'a corner on another edge',
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 0],
      [0, 4],
    ],
  ],
  [
    'an edge run back',
    [
      [0, 0],
      [4, 0],
      [2, 0],
      [2, 3],
    ],
  ],
  [
    'three corners in a line',
    [
      [0, 0],
      [1, 1],
      [2, 2],
    ],
  ],
  [
    'a corner met twice',
    [
      [0, 0],
      [2, 2],
      [4, 0],
      [4, 4],
      [2, 2],
      [0, 4],
    ],
  ],
])('%s does', (_, corners) => {
  expect(crossesItself(corners)).toBe(true)
})

test('finds what turf finds in any outline', () => {
  const corner = fc.tuple(
    fc.double({ min: 114, max: 114.4, noNaN: true }),
    fc.double({ min: 22.5, max: 22.9, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(corner, { minLength: 3, maxLength: 9 }), (corners) => {
      const outline = polygon([[...corners, corners[0]!]])
      if (kinks(outline).features.length > 0) expect(crossesItself(corners)).toBe(true)
    }),
  )
})

test('two hundred corners around a circle do not, until two of them change places', () => {
  const circle = Array.from({ length: 200 }, (_, index): Position => {
    const angle = (index / 200) * 2 * Math.PI
    return [114.2 + 0.01 * Math.cos(angle), 22.7 + 0.01 * Math.sin(angle)]
  })
  expect(crossesItself(circle)).toBe(false)
  const swapped = [...circle]
  ;[swapped[40], swapped[90]] = [swapped[90]!, swapped[40]!]
  expect(crossesItself(swapped)).toBe(true)
})
