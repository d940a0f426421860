import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  binningErrorFor,
  cellFor,
  densityGrid,
  kernelTaps,
  type Density,
} from '../../../../../client/analysis/density/densityGrid.ts'
import type { PlaneBounds } from '../../../../../client/analysis/density/planeGrid.ts'
import type { WeightedPoints } from '../../../../../client/analysis/weightedPoints.ts'
import { exactDensity, pointsArbitrary, weightedPoints } from './pointsArbitrary.ts'

const BOUNDS: PlaneBounds = [0, 0, 8_000, 8_000]

function smooth(points: WeightedPoints, bandwidth: number, margin = 0): Density {
  return densityGrid(points, BOUNDS, bandwidth, cellFor(bandwidth), margin)
}

/** Greatest difference from the exact sum as a share of the exact peak, over all nodes. */
function greatestError(points: WeightedPoints, bandwidth: number): number {
  const { grid, values } = smooth(points, bandwidth)
  let peak = 0
  let error = 0
  for (let index = 0; index < points.length; index += 1) {
    peak = Math.max(peak, exactDensity(points, bandwidth, points.x[index]!, points.y[index]!))
  }
  values.forEach((value, node) => {
    const x = (grid.firstColumn + (node % grid.columns)) * grid.cell
    const y = (grid.firstRow + Math.floor(node / grid.columns)) * grid.cell
    const exact = exactDensity(points, bandwidth, x, y)
    peak = Math.max(peak, exact)
    error = Math.max(error, Math.abs(value - exact))
  })
  return error / peak
}

const massOf = ({ grid, values }: Density) =>
  (values.reduce((sum, value) => sum + value, 0) * grid.cell ** 2) / 1e6

describe('densityGrid', () => {
  it('equals the sum over exact positions within 1 % of the peak from 800 m', () => {
    const bandwidths = fc.integer({ min: 800, max: 3_000 })
    fc.assert(
      fc.property(pointsArbitrary, bandwidths, (points, bandwidth) => {
        const error = greatestError(weightedPoints(points), bandwidth)
        expect(error).toBeLessThan(0.01)
        expect(error).toBeLessThanOrEqual(binningErrorFor(cellFor(bandwidth), bandwidth))
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('stays within the error that it states below 800 m', () => {
    const bandwidths = fc.integer({ min: 200, max: 800 })
    fc.assert(
      fc.property(pointsArbitrary, bandwidths, (points, bandwidth) => {
        const bound = binningErrorFor(cellFor(bandwidth), bandwidth)
        expect(greatestError(weightedPoints(points), bandwidth)).toBeLessThanOrEqual(bound)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it.each([200, 300, 500, 800, 1_600, 3_000])(
    'holds for a point on a node, between two and in the middle of four, at %i m',
    (bandwidth) => {
      const cell = cellFor(bandwidth)
      const node = 20 * cell
      for (const [across, up] of [
        [0, 0],
        [0.5, 0],
        [0.5, 0.5],
      ] as const) {
        const point = { x: node + across * cell, y: node + up * cell, weight: 3 }
        const error = greatestError(weightedPoints([point]), bandwidth)
        expect(error).toBeLessThanOrEqual(binningErrorFor(cell, bandwidth))
      }
    },
  )

  it('states an error that is neither hidden nor exaggerated', () => {
    const cell = cellFor(200)
    const onNode = weightedPoints([{ x: 20 * cell, y: 20 * cell, weight: 1 }])
    expect(greatestError(onNode, 200)).toBeGreaterThan(binningErrorFor(cell, 200) / 2)
    expect(binningErrorFor(cellFor(800), 800)).toBeLessThan(0.01)
  })

  it('keeps the whole weight away from edges', () => {
    fc.assert(
      fc.property(pointsArbitrary, fc.constantFrom(200, 800, 1_500), (points, bandwidth) => {
        const total = points.reduce((sum, { weight }) => sum + weight, 0)
        const mass = massOf(smooth(weightedPoints(points), bandwidth, 5 * bandwidth + 500))
        expect(mass).toBeCloseTo(total, 6)
      }),
      { numRuns: 25 },
    )
  })

  it('moves along with its points by whole cells', () => {
    const cell = cellFor(800)
    const at = (metres: number) =>
      smooth(weightedPoints([{ x: 2_030 + metres, y: 3_010, weight: 2 }]), 800)
    const [still, moved] = [at(0), at(3 * cell)]
    still.values.forEach((value, node) => {
      const column = node % still.grid.columns
      if (column + 3 >= still.grid.columns) return
      expect(moved.values[node + 3]).toBeCloseTo(value, 9)
    })
  })

  it('counts points outside the bounds as far as they reach, and leaves the others', () => {
    const inReach = weightedPoints([{ x: -900, y: 4_000, weight: 5 }])
    expect(greatestError(inReach, 800)).toBeLessThan(0.01)
    const far = weightedPoints([{ x: 5e6, y: -5e6, weight: 5 }])
    expect(Math.max(...smooth(far, 800).values)).toBe(0)
  })

  it('is nowhere negative and takes nothing from broken coordinates and weights', () => {
    const broken = weightedPoints([
      { x: NaN, y: 4_000, weight: 1 },
      { x: 4_000, y: Infinity, weight: 1 },
      { x: 4_000, y: 4_000, weight: NaN },
      { x: 4_000, y: 4_000, weight: -3 },
    ])
    expect(smooth(broken, 800).values.every((value) => value === 0)).toBe(true)
    expect(smooth(weightedPoints([]), 800).values.every((value) => value === 0)).toBe(true)
  })
})

describe('the kernel', () => {
  it.each([200, 640, 800, 3_000])(
    'has the variance asked for, less binning, at %i m',
    (bandwidth) => {
      const cell = cellFor(bandwidth)
      const taps = kernelTaps(cell, bandwidth)
      const middle = (taps.length - 1) / 2
      const variance = taps.reduce(
        (sum, tap, index) => sum + tap * ((index - middle) * cell) ** 2,
        0,
      )
      expect(taps.reduce((sum, tap) => sum + tap, 0)).toBeCloseTo(1, 12)
      expect(variance / (bandwidth ** 2 - cell ** 2 / 6)).toBeCloseTo(1, 3)
      expect(middle * cell).toBeGreaterThanOrEqual(4 * bandwidth)
      expect(cell).toBeLessThanOrEqual(bandwidth / 3)
    },
  )
})
