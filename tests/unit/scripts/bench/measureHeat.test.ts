import { expect, it } from 'vitest'
import { measureHeat } from '../../../../scripts/bench/measureHeat.ts'

const isTime = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0

it('measures ours and the straight ways, but none that would not end within a minute', () => {
  const few = measureHeat(200, 3_000, 1)
  expect(few).toMatchObject({ points: 200, bandwidthMetres: 3_000 })
  expect(few.cellMetres).toBeLessThanOrEqual(1_000)
  expect(Object.values(few.ours).every(isTime)).toBe(true)
  expect(few.ours.endToEnd).toBeGreaterThanOrEqual(few.ours.bandsDragging)
  expect(few.ours.density).toBeGreaterThan(0)
  for (const straight of [
    few.hexGridAndCollect,
    few.interpolateAndIsobands,
    few.d3ContourDensity,
  ]) {
    expect(straight).toMatchObject({ milliseconds: expect.any(Number) })
  }

  const slow = { ...few, hexGridAndCollect: { milliseconds: 31_000 } }
  const twice = measureHeat(400, 3_000, 1, slow)
  expect(twice.hexGridAndCollect).toEqual({ expectedMilliseconds: 62_000 })
  expect(twice.d3ContourDensity).toHaveProperty('milliseconds')
}, 60_000)
