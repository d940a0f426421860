import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportion, sum } from '#data/demo/apportion'
import { fillTwoWayTable } from '#data/demo/twoWayTable'

test('whole parts go by weight, the rest by the largest remainder', () => {
  expect(apportion(10, [{ weight: 1 }, { weight: 1 }, { weight: 1 }])).toEqual([4, 3, 3])
  expect(apportion(7, [{ weight: 60 }, { weight: 30 }, { weight: 10 }])).toEqual([4, 2, 1])
  expect(apportion(5, [{ weight: 9, most: 2 }, { weight: 1 }, { weight: 0 }])).toEqual([2, 3, 0])
  expect(apportion(4, [{ weight: 9 }, { weight: 1, least: 3 }])).toEqual([1, 3])
})

test('what the bounds do not admit is refused', () => {
  expect(() =>
    apportion(5, [
      { weight: 1, most: 2 },
      { weight: 1, most: 2 },
    ]),
  ).toThrow(RangeError)
  expect(() => apportion(1, [{ weight: 1, least: 2 }])).toThrow(RangeError)
})

test('shares keep to their bounds and sum to the total', () => {
  const share = fc.record({
    weight: fc.integer({ min: 1, max: 50 }),
    least: fc.integer({ min: 0, max: 3 }),
    most: fc.integer({ min: 3, max: 40 }),
  })
  fc.assert(
    fc.property(
      fc.array(share, { minLength: 1, maxLength: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (shares, position) => {
        const least = sum(shares.map((item) => item.least))
        const most = sum(shares.map((item) => item.most))
        const total = Math.round(least + position * (most - least))
        const result = apportion(total, shares)
        expect(sum(result)).toBe(total)
        result.forEach((value, index) => {
          expect(value).toBeGreaterThanOrEqual(shares[index]!.least)
          expect(value).toBeLessThanOrEqual(shares[index]!.most)
        })
      },
    ),
  )
})

test('a table meets both margins whatever the weights', () => {
  const size = fc.integer({ min: 1, max: 6 })
  fc.assert(
    fc.property(
      size,
      size,
      fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
      (rows, columns, numbers) => {
        const next = () => numbers.next().value as number
        const truth: { row: string; column: string; value: number }[] = []
        for (let row = 0; row < rows; row++) {
          for (let column = 0; column < columns; column++) {
            truth.push({ row: `r${row}`, column: `c${column}`, value: next() })
          }
        }
        const totals = (key: 'row' | 'column') => {
          const result: Record<string, number> = {}
          for (const cell of truth) result[cell[key]] = (result[cell[key]] ?? 0) + cell.value
          return result
        }
        const cells = truth.map(({ row, column }) => ({
          row,
          column,
          weight: 1 + next(),
          most: 99,
        }))
        const values = fillTwoWayTable(cells, totals('row'), totals('column'))
        for (const key of ['row', 'column'] as const) {
          const result: Record<string, number> = {}
          cells.forEach((cell, index) => {
            expect(values[index]).toBeGreaterThanOrEqual(0)
            result[cell[key]] = (result[cell[key]] ?? 0) + values[index]!
          })
          expect(result).toEqual(totals(key))
        }
      },
    ),
  )
})

test('cells with weight 0 stay empty and caps hold; an impossible table is refused', () => {
  const cells = [
    { row: 'a', column: 'x', weight: 5, most: 2 },
    { row: 'a', column: 'y', weight: 1, most: 9 },
    { row: 'b', column: 'x', weight: 1, most: 9 },
    { row: 'b', column: 'y', weight: 0, most: 9 },
  ]
  expect(fillTwoWayTable(cells, { a: 5, b: 3 }, { x: 5, y: 3 })).toEqual([2, 3, 3, 0])
  expect(() => fillTwoWayTable(cells, { a: 8, b: 0 }, { x: 8, y: 0 })).toThrow(RangeError)
})
