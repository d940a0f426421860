import { expect, it } from 'vitest'
import { measureHeat, measureStraightSurface } from '../../../../scripts/bench/measureHeat.ts'

const isTime = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0

it('measures ours and the straight ways, but none that would not end within a minute', () => {
  const few = measureHeat(200, 3_000, 1)
  expect(few).toMatchObject({ points: 200, bandwidthMetres: 3_000 })
  expect(few.cellMetres).toBeLessThanOrEqual(1_000)
  expect(Object.values(few.ours).every(isTime)).toBe(true)
  expect(few.ours.endToEnd).toBeGreaterThanOrEqual(few.ours.bandsDragging)
  expect(few.ours.density).toBeGreaterThan(0)
  for (const straight of [few.hexGridAndCollect, few.d3ContourDensity]) {
    expect(straight).toMatchObject({ milliseconds: expect.any(Number) })
  }

  const slow = { ...few, hexGridAndCollect: { milliseconds: 31_000 } }
  const twice = measureHeat(400, 3_000, 1, slow)
  expect(twice.hexGridAndCollect).toEqual({
    stopped: 'not run: about 62 s, going by fewer points',
  })
  expect(twice.d3ContourDensity).toHaveProperty('milliseconds')
}, 60_000)

it('measures the surface that turf interpolates', () => {
  const { points, interpolateAndIsobands } = measureStraightSurface(20)
  expect(points).toBe(20)
  expect(interpolateAndIsobands).toHaveProperty('milliseconds')
}, 60_000)
