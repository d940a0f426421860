import { expect, test } from 'vitest'
import { vertexKey, type LonLat, type Ring } from '../../../scripts/geography/localPlane.ts'
import { simplifyShared } from '../../../scripts/geography/simplifyShared.ts'

const west: LonLat[] = [
  [114, 22.7],
  [114, 22.6],
]
const east: LonLat[] = [
  [114.2, 22.6],
  [114.2, 22.7],
]
/** From south to north, with a 5 m wiggle and a 500 m bend. */
const border: LonLat[] = [
  [114.1, 22.6],
  [114.10305, 22.63],
  [114.105, 22.65],
  [114.1, 22.7],
]
const rings = [
  { label: 'a', ring: [...west, ...border] as Ring },
  { label: 'b', ring: [...east, ...border.toReversed()] as Ring },
]
const keys = (ring: Ring) => ring.map(vertexKey)

test('the shared line loses the same vertices for both owners', () => {
  const [a, b] = simplifyShared(rings, 100, 'nobody')
  for (const { ring } of [a!, b!]) {
    expect(keys(ring)).not.toContain('114.10305,22.63')
    expect(keys(ring)).toContain('114.105,22.65')
    expect(ring).toHaveLength(5)
  }
})

test('lines of the exact owner keep every vertex', () => {
  const [a, b] = simplifyShared(rings, 10_000, 'a')
  expect(keys(a!.ring).sort()).toEqual(keys(rings[0]!.ring).sort())
  expect(keys(b!.ring)).toEqual(expect.arrayContaining(keys(border)))
})

test('an island keeps its shape', () => {
  const island: Ring = [
    [114, 22.6],
    [114.05, 22.60001],
    [114.1, 22.6],
    [114.1, 22.7],
  ]
  const [simplified] = simplifyShared([{ label: 'a', ring: island }], 100, 'nobody')
  expect(keys(simplified!.ring).sort()).toEqual(['114,22.6', '114.1,22.6', '114.1,22.7'])
})
