import { expect, test } from 'vitest'
import { areaKm2, edgesOf, findCrossings, readAreas, type AreaFeature } from './readCollection.ts'

const [district] = readAreas('district')
const streets = readAreas('streets')
const communities = readAreas('communities')
const outline = new Set(edgesOf(district!).map(({ key }) => key))

const total = (areas: AreaFeature[]): number => areas.reduce((sum, area) => sum + areaKm2(area), 0)

test.each([
  ['streets', streets],
  ['communities', communities],
])('%s tile the district: no gap, no overlap', (_, areas) => {
  expect(Math.abs(total(areas) / areaKm2(district!) - 1)).toBeLessThan(1e-6)
  const edges = areas.flatMap(edgesOf)
  const byKey = new Map(edges.map((edge) => [edge.key, edge]))
  expect(byKey.size).toBe(edges.length)
  for (const edge of edges) {
    const opposite = byKey.get(edge.reverseKey)
    if (outline.has(edge.key)) expect(opposite).toBeUndefined()
    else expect(opposite && opposite.code !== edge.code, `${edge.code} ${edge.key}`).toBe(true)
  }
  expect([...outline].filter((key) => !byKey.has(key))).toEqual([])
})

test('a street is the union of its communities', () => {
  for (const street of streets) {
    const { code } = street.properties
    const own = communities.filter(({ properties }) => properties.parentCode === code)
    const edges = own.flatMap(edgesOf)
    const keys = new Set(edges.map(({ key }) => key))
    const outer = edges.filter(({ reverseKey }) => !keys.has(reverseKey)).map(({ key }) => key)
    expect(outer.sort()).toEqual(
      edgesOf(street)
        .map(({ key }) => key)
        .sort(),
    )
    expect(Math.abs(total(own) / areaKm2(street) - 1)).toBeLessThan(1e-6)
  }
})

test('no two boundaries cross or touch outside a shared vertex', () => {
  expect(findCrossings(communities.flatMap(edgesOf))).toEqual([])
})

test('the crossing finder finds what it should', () => {
  const square = (west: number, south: number): AreaFeature => ({
    ...district!,
    geometry: {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [west, south],
            [west + 2, south],
            [west + 2, south + 2],
            [west, south + 2],
            [west, south],
          ],
        ],
      ],
    },
  })
  const crossings = (...squares: AreaFeature[]) => findCrossings(squares.flatMap(edgesOf)).length
  expect(crossings(square(0, 0), square(2, 0))).toBe(0)
  expect(crossings(square(0, 0), square(1, 1))).toBe(2)
  expect(crossings(square(0, 0), square(2, 1))).toBeGreaterThan(0)
})
