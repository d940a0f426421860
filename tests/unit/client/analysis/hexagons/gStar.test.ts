import { describe, expect, it } from 'vitest'
import { gStar } from '../../../../../client/analysis/hexagons/gStar.ts'
import { randomNumbers } from './pointsAt.ts'

type Place = readonly [x: number, y: number]

/** Weights in full: 1 within the distance, the place itself included. */
const weightMatrix = (places: readonly Place[], metres: number) =>
  places.map(([x, y]) =>
    places.map((to): number => (Math.hypot(x - to[0], y - to[1]) <= metres ? 1 : 0)),
  )

function gStarOf(matrix: readonly number[][], values: readonly number[]) {
  const sums = matrix.map((row) => row.reduce((sum, w, index) => sum + w * values[index]!, 0))
  const counts = matrix.map((row) => row.reduce((sum, w) => sum + w, 0))
  return gStar(Float64Array.from(values), Float64Array.from(sums), Float64Array.from(counts))
}

const gStarWithin = (places: readonly Place[], values: readonly number[], metres: number) =>
  gStarOf(weightMatrix(places, metres), values)

/**
 * The statistic of Getis & Ord 1992 for itself: Σwx / Σx, less its mean, over its deviation when
 * the values are shuffled (W/n and W(n − W)·Y2 / (n²(n − 1)·Y1²), Y1 = x̄, Y2 = s²).
 */
function statistic1992(places: readonly Place[], values: readonly number[], metres: number) {
  const n = values.length
  const total = values.reduce((sum, x) => sum + x, 0)
  const y1 = total / n
  const y2 = values.reduce((sum, x) => sum + x * x, 0) / n - y1 ** 2
  return weightMatrix(places, metres).map((row) => {
    const w = row.reduce((sum, one) => sum + one, 0)
    const g = row.reduce((sum, one, index) => sum + one * values[index]!, 0) / total
    const variance = (w * (n - w) * y2) / (n ** 2 * (n - 1) * y1 ** 2)
    return (g - w / n) / Math.sqrt(variance)
  })
}

const GRID: Place[] = Array.from({ length: 49 }, (_, index) => [index % 7, Math.floor(index / 7)])

describe('gStar', () => {
  it('equals the published values of PySAL for its six points', () => {
    // esda, tests/test_getisord.py, test_G_star_Local_Binary: Zs[0] = −1.39727626
    const places: Place[] = [
      [10, 10],
      [20, 10],
      [40, 10],
      [15, 20],
      [30, 20],
      [30, 30],
    ]
    const z = gStarWithin(places, [2, 3, 3.2, 5, 8, 7], 15)
    expect(z[0]).toBeCloseTo(-1.39727626, 8)
  })

  it('equals the ratio of 1992 with its own mean and variance, written another way', () => {
    const random = randomNumbers(5)
    for (const metres of [1, 1.5, 2.3]) {
      const values = GRID.map(() => (random() < 0.6 ? 0 : Math.floor(random() * 30)))
      const expected = statistic1992(GRID, values, metres)
      gStarWithin(GRID, values, metres).forEach((z, index) => {
        expect(z).toBeCloseTo(expected[index]!, 9)
      })
    }
  })

  it(
    'has mean 0 and variance 1 when the values are shuffled, in the middle and in a corner',
    { timeout: 20_000 },
    () => {
      const random = randomNumbers(2026)
      const values = GRID.map(() => (random() < 0.7 ? 0 : Math.floor(random() * 20)))
      const SHUFFLES = 20_000
      const matrix = weightMatrix(GRID, 1)
      const places = [0, 3, 24]
      const sums = places.map(() => 0)
      const squares = places.map(() => 0)
      for (let round = 0; round < SHUFFLES; round += 1) {
        for (let last = values.length - 1; last > 0; last -= 1) {
          const other = Math.floor(random() * (last + 1))
          ;[values[last], values[other]] = [values[other]!, values[last]!]
        }
        const z = gStarOf(matrix, values)
        places.forEach((place, at) => {
          sums[at]! += z[place]!
          squares[at]! += z[place]! ** 2
        })
      }
      // Four standard errors of a mean and of a variance over so many shuffles.
      for (const at of places.keys()) {
        expect(Math.abs(sums[at]! / SHUFFLES)).toBeLessThan(4 / Math.sqrt(SHUFFLES))
        expect(Math.abs(squares[at]! / SHUFFLES - 1)).toBeLessThan(0.06)
      }
    },
  )

  it('does not care for the unit of the values, and turns with their sign', () => {
    const random = randomNumbers(7)
    const values = GRID.map(() => Math.floor(random() * 9))
    const z = gStarWithin(GRID, values, 1.5)
    const scaled = gStarWithin(
      GRID,
      values.map((value) => value * 40 + 1e6),
      1.5,
    )
    const turned = gStarWithin(
      GRID,
      values.map((value) => 9 - value),
      1.5,
    )
    z.forEach((score, index) => {
      expect(scaled[index]).toBeCloseTo(score, 6)
      expect(turned[index]).toBeCloseTo(-score, 9)
    })
  })

  it('turns with the map: values turned by a quarter give scores turned by a quarter', () => {
    const random = randomNumbers(11)
    const values = GRID.map(() => Math.floor(random() * 9))
    const quarter = (index: number) => (index % 7) * 7 + 6 - Math.floor(index / 7)
    const z = gStarWithin(GRID, values, 2)
    const turned: number[] = []
    values.forEach((value, index) => (turned[quarter(index)] = value))
    const zTurned = gStarWithin(GRID, turned, 2)
    z.forEach((score, index) => expect(zTurned[quarter(index)]).toBeCloseTo(score, 9))
  })

  it('says nothing where all values are equal or everybody is a neighbour', () => {
    expect([...gStarWithin(GRID, Array<number>(49).fill(3), 1)]).toEqual(Array(49).fill(0))
    const random = randomNumbers(3)
    const all = gStarWithin(
      GRID,
      GRID.map(() => random()),
      100,
    )
    expect([...all]).toEqual(Array(49).fill(0))
  })
})
