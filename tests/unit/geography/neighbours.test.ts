import { area, booleanPointInPolygon, featureCollection, polygon, union } from '@turf/turf'
import { expect, test } from 'vitest'
import { edgesOf, findCrossings, readAreas, readNeighbours } from './readCollection.ts'

const [district] = readAreas('district')
const neighbours = readNeighbours()

test('names the districts of Shenzhen and the cities around, none inside the district', () => {
  const names = neighbours.map(({ properties }) => properties.name)
  expect(names).toEqual(
    expect.arrayContaining(['坪山区', '罗湖区', '盐田区', '宝安区', '龙华区', '惠州市', '东莞市']),
  )
  expect(names).not.toContain('龙岗区')
  expect(new Set(names).size).toBe(neighbours.length)
  for (const neighbour of neighbours) {
    const { code, labelPoint } = neighbour.properties
    expect(code.startsWith('440307')).toBe(false)
    expect(booleanPointInPolygon(labelPoint, neighbour)).toBe(true)
  }
})

test('lies within 40 km of the district', () => {
  for (const [longitude, latitude] of neighbours.flatMap(({ geometry }) =>
    geometry.coordinates.flat(2),
  )) {
    expect(longitude).toBeGreaterThan(113.6)
    expect(longitude).toBeLessThan(114.8)
    expect(latitude).toBeGreaterThan(22.15)
    expect(latitude).toBeLessThan(23.25)
  }
})

test('no neighbour crosses itself', () => {
  for (const neighbour of neighbours) {
    expect(findCrossings(edgesOf(neighbour)), neighbour.properties.name).toEqual([])
  }
})

test('covers the land once: overlaps and gaps are rounding only', () => {
  const all = [district!, ...neighbours]
  const united = union(featureCollection(all))!
  const sum = all.reduce((total, shape) => total + area(shape), 0)
  expect(sum - area(united)).toBeLessThan(10_000)
  const { geometry } = united
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const holes = polygons.flatMap(([, ...rings]) => rings)
  const gaps = holes.map((hole) => area(polygon([hole])))
  expect(Math.max(...gaps)).toBeLessThan(1_000)
})

test('follows the outline of the district, which is not simplified', () => {
  const vertices = new Set(
    neighbours.flatMap(({ geometry }) => geometry.coordinates.flat(2)).map(String),
  )
  const shared = edgesOf(district!).filter(({ from }) => vertices.has(String(from)))
  const corners = edgesOf(district!).length
  // The rest are the vertices that community borders insert into the outline.
  expect(shared.length / corners).toBeGreaterThan(0.85)
})
