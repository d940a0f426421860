import fc from 'fast-check'
import { expect, test } from 'vitest'
import { selectWeighted } from '../../../../../client/analysis/density/selectWeighted.ts'
import { hiddenDangersOffMap } from '../../../../../client/analysis/hiddenDangersOffMap.ts'
import { EMPTY_FILTER } from '../../../../../client/analysis/pointFilter.ts'
import { filterArbitrary, tableArbitrary, tableOf } from '../tableArbitrary.ts'

const WEIGHT = 'openHiddenDangers'
const whole = { enterprise: 4, enterpriseHiddenDangers: 3 }

test('what an enterprise has as a whole is split among its located points that pass', () => {
  const table = tableOf([
    { ...whole, openHiddenDangers: 1, level: 1 },
    { ...whole, level: 2 },
    { ...whole, level: 3 },
    { ...whole, longitude: NaN, latitude: NaN, openHiddenDangers: 7 },
    { enterprise: 0, openHiddenDangers: 2 },
  ])
  expect([...selectWeighted(table, EMPTY_FILTER, WEIGHT).weight]).toEqual([2, 1, 1, 2])
  const filter = { ...EMPTY_FILTER, levels: ['major' as const, 'larger' as const] }
  expect([...selectWeighted(table, filter, WEIGHT).weight]).toEqual([2.5, 1.5])
  // 5 that the table has at no point, and 7 at a point without coordinates.
  expect(hiddenDangersOffMap(table, WEIGHT)).toEqual({ hiddenDangersOffMap: 12 })
  expect(hiddenDangersOffMap(table, 'count')).toEqual({})
})

test('an overdue hidden danger doubles its own point and no other of the enterprise', () => {
  const overdue = { ...whole, level: 1, reviewDueDay: 30_000, overdueHiddenDangers: 1 }
  const table = tableOf([overdue, { ...overdue, overdueHiddenDangers: 0 }])
  expect([...selectWeighted(table, EMPTY_FILTER, 'riskValue').weight]).toEqual([4, 2])
})

test('every hidden danger weighs once, whatever passes', () => {
  fc.assert(
    fc.property(tableArbitrary, filterArbitrary, (table, filter) => {
      table.enterprise.forEach((number, row) => {
        table.enterpriseHiddenDangers[row] = number * 2
      })
      const { row, totalWeight } = selectWeighted(table, filter, WEIGHT)
      const own = [...row].map((at) => table.openHiddenDangers[at]!)
      const enterprises = new Set([...row].map((at) => table.enterprise[at]!))
      const expected = [...own, ...[...enterprises].map((number) => number * 2)]
      expect(totalWeight).toBeCloseTo(
        expected.reduce((sum, count) => sum + count, 0),
        6,
      )
    }),
  )
})
