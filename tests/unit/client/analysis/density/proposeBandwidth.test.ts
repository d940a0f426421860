import { expect, it } from 'vitest'
import { proposeBandwidth } from '../../../../../client/analysis/density/proposeBandwidth.ts'

/** So many points evenly along both axes of a square with sides of `metres`. */
function square(perSide: number, metres: number) {
  const length = perSide ** 2
  const place = (index: number) => (index / (perSide - 1)) * metres
  return {
    x: Float32Array.from({ length }, (_, row) => place(row % perSide)),
    y: Float32Array.from({ length }, (_, row) => place(Math.floor(row / perSide))),
  }
}

it('follows n^(−1/6) of the spread, rounded to the step of the slider', () => {
  // Evenly spread: s = 0.2887 a < IQR/1.349 = 0.371 a; 10,000^(−1/6) = 0.2154.
  expect(proposeBandwidth(square(100, 20_000))).toBe(1_250)
})

it('stays within the slider and says something sensible of next to nothing', () => {
  expect(proposeBandwidth(square(100, 100))).toBe(200)
  expect(proposeBandwidth(square(10, 500_000))).toBe(3_000)
  expect(proposeBandwidth({ x: Float32Array.of(NaN), y: Float32Array.of(NaN) })).toBe(800)
  expect(proposeBandwidth({ x: Float32Array.of(9), y: Float32Array.of(9) })).toBe(200)
})

it('leaves out points without coordinates', () => {
  const { x, y } = square(100, 20_000)
  const withGap = (values: Float32Array) => Float32Array.from([NaN, ...values, NaN])
  expect(proposeBandwidth({ x: withGap(x), y: withGap(y) })).toBe(1_250)
})
