import { describe, expect, it } from 'vitest'
import { clusterGrid, clusterRows } from '../../../../client/analysis/clusterRows.ts'
import type { Bounds } from '../../../../client/stores/camera.ts'
import { syntheticRiskPoints } from '../../../../scripts/bench/syntheticRiskPoints.ts'
import { tableOf } from './tableArbitrary.ts'

const table = syntheticRiskPoints(20_000)
const ZOOM = 12.7

function clustersIn(view: Bounds, zoom = ZOOM) {
  const grid = clusterGrid(view, zoom)
  const [west, south, east, north] = grid.bounds
  const rows = Uint32Array.from(table.id, (_, row) => row).filter(
    (row) =>
      table.longitude[row]! >= west &&
      table.longitude[row]! <= east &&
      table.latitude[row]! >= south &&
      table.latitude[row]! <= north,
  )
  return { rows, ...clusterRows(table, rows, grid) }
}

describe('clusterRows', () => {
  it('keeps every point: in a cluster or alone', () => {
    const { rows, clusters, single } = clustersIn([114.2, 22.6, 114.4, 22.8])
    const clustered = clusters.reduce((sum, { count }) => sum + count, 0)
    expect(clustered + single.length).toBe(rows.length)
    expect(clusters.every(({ count }) => count > 1)).toBe(true)
  })

  it('keeps its clusters where they are while the map pans', () => {
    const before = clustersIn([114.2, 22.6, 114.35, 22.75]).clusters
    const after = clustersIn([114.23, 22.61, 114.38, 22.76]).clusters
    const inBoth = after.filter(({ longitude, latitude }) => longitude < 114.33 && latitude < 22.73)
    expect(inBoth.length).toBeGreaterThan(20)
    for (const cluster of inBoth) expect(before).toContainEqual(cluster)
  })

  it('keeps them within half a step of zoom', () => {
    const view: Bounds = [114.2, 22.6, 114.35, 22.75]
    expect(clustersIn(view, 12.5)).toEqual(clustersIn(view, 12.99))
    expect(clustersIn(view, 12.5)).not.toEqual(clustersIn(view, 13.01))
  })

  it('stays within a few hundred clusters, on a wall too', () => {
    for (const zoom of [8, 12, 15, 20]) {
      expect(clustersIn([114, 22.4, 114.7, 23], zoom).clusters.length).toBeLessThan(1000)
    }
  })

  it('stands at the mean of its members and has the highest of their levels', () => {
    const three = tableOf([
      { longitude: 114.25, latitude: 22.75, level: 4 },
      { longitude: 114.25, latitude: 22.75, level: 3 },
      { longitude: 114.2500001, latitude: 22.75, level: 4 },
    ])
    const grid = clusterGrid([114.2, 22.7, 114.3, 22.8], 12)
    const { clusters } = clusterRows(three, Uint32Array.of(0, 1, 2), grid)
    expect(clusters).toHaveLength(1)
    expect(clusters[0]).toMatchObject({ count: 3, highest: 'general' })
    expect(clusters[0]!.longitude).toBeCloseTo(114.25, 5)
  })
})
