import { expect, test } from 'vitest'
import { insertTouchingVertices } from '../../../scripts/geography/insertTouchingVertices.ts'
import { vertexKey, type LonLat } from '../../../scripts/geography/localPlane.ts'

const large: LonLat[] = [
  [114, 22.6],
  [114.1, 22.6],
  [114.1, 22.7],
  [114, 22.7],
]

test('a vertex on the edge of another ring becomes a vertex of that edge', () => {
  const small: LonLat[] = [
    [114.1, 22.63],
    [114.15, 22.65],
    [114.100001, 22.67],
  ]
  const [widened] = insertTouchingVertices([
    { label: 'large', ring: large },
    { label: 'small', ring: small },
  ])
  expect(widened!.ring.map(vertexKey)).toEqual([
    '114,22.6',
    '114.1,22.6',
    '114.1,22.63',
    '114.100001,22.67',
    '114.1,22.7',
    '114,22.7',
  ])
})

test('a spike, there and back along one edge, is dropped', () => {
  const spiked: LonLat[] = [large[0]!, large[1]!, [114.1, 22.75], large[2]!, large[3]!]
  const [cleaned] = insertTouchingVertices([{ label: 'large', ring: spiked }])
  expect(cleaned!.ring.map(vertexKey)).toEqual(large.map(vertexKey))
})
