import { expect, test } from 'vitest'
import { metresPerPixel } from '../../../../client/map/metresPerPixel.ts'
import { scaleBar } from '../../../../client/map/scaleBar.ts'

test.each([
  [1, 110, 100, '100 m'],
  [4.5, 110, 200, '200 m'],
  [5, 110, 500, '500 m'],
  [45, 110, 2000, '2 km'],
  [91, 110, 10_000, '10 km'],
  [0.01, 110, 1, '1 m'],
])('%d metres a pixel in %d pixels: %d metres', (perPixel, most, metres, label) => {
  const bar = scaleBar(perPixel, most)
  expect(bar).toMatchObject({ metres, label })
  expect(bar.pixels).toBeCloseTo(metres / perPixel)
  expect(bar.pixels).toBeLessThanOrEqual(most)
})

test('a pixel at Longgang is shorter than at the equator', () => {
  const bar = scaleBar(metresPerPixel(22.72, 11), 110)
  expect(bar.metres).toBe(2000)
  // cos 22.72° = 0.9224: 78.27 m at the equator at zoom 10, 36.1 m here at zoom 11 (512-pixel tiles).
  expect(bar.pixels).toBeCloseTo(2000 / ((40_075_016.686 * 0.922_40) / (512 * 2 ** 11)), 1)
})
