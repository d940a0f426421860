import { describe, expect, it } from 'vitest'
import { clusterPoints } from '../../../../../client/analysis/hexagons/clusterPoints.ts'
import { pointsAt, randomNumbers } from './pointsAt.ts'

const random = randomNumbers(23)
const scattered = Array.from({ length: 400 }, () => ({
  x: 10_000 + random() * 30_000,
  y: 10_000 + random() * 20_000,
  weight: Math.floor(random() * 5),
}))

describe('clusterPoints', () => {
  it('keeps every point and its weight, at every zoom', () => {
    const input = pointsAt(scattered)
    for (const zoom of [8, 10.4, 13]) {
      const found = clusterPoints(input, { zoom }).clusters.features
      const count = found.reduce((sum, { properties }) => sum + properties.count, 0)
      const weight = found.reduce((sum, { properties }) => sum + properties.weight, 0)
      expect([count, weight]).toEqual([400, input.facts.totalWeight])
    }
  })

  it('has fewer clusters the further away, and never more than a screen takes', () => {
    const counts = [8, 10, 12, 18].map(
      (zoom) => clusterPoints(pointsAt(scattered), { zoom }).clusters.features.length,
    )
    expect(counts[0]).toBeLessThan(counts[1]!)
    expect(counts[1]).toBeLessThan(counts[2]!)
    expect(counts[3]).toBeLessThanOrEqual(900)
  })

  it('has the highest level and the middle of its members; one alone is a cluster of one', () => {
    const found = clusterPoints(
      pointsAt([
        { x: 20_000, y: 20_000, level: 4, weight: 2 },
        { x: 20_010, y: 20_000, level: 2, weight: 1 },
        { x: 35_000, y: 20_000, level: 3, weight: 0 },
      ]),
      { zoom: 11 },
    ).clusters.features
    expect(found.map(({ properties }) => properties)).toEqual([
      { count: 2, weight: 3, highest: 'larger' },
      { count: 1, weight: 0, highest: 'general' },
    ])
  })

  it('has nothing to draw of an empty selection', () => {
    expect(clusterPoints(pointsAt([]), { zoom: 11 }).clusters.features).toEqual([])
  })
})
