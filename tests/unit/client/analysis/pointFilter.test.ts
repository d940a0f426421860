import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_FILTER, filterRows } from '../../../../client/analysis/pointFilter.ts'
import {
  isInAreaPlainly,
  passesPlainly,
  plainPoints,
} from '../../../../scripts/bench/straightforwardPoints.ts'
import { filterArbitrary, tableArbitrary, tableOf } from './tableArbitrary.ts'

describe('filterRows', () => {
  it('finds the rows that a plain filter over objects finds, in order', () => {
    fc.assert(
      fc.property(tableArbitrary, filterArbitrary, (table, filter) => {
        const expected = plainPoints(table)
          .filter((point) => isInAreaPlainly(point, filter) && passesPlainly(point, filter))
          .map(({ row }) => row)
        expect([...filterRows(table, filter)]).toEqual(expected)
      }),
    )
  })

  it('lets everything pass without conditions, points without coordinates too', () => {
    const table = tableOf([{}, { longitude: NaN, latitude: NaN }, { highRiskClass: 3 }])
    expect([...filterRows(table, EMPTY_FILTER)]).toEqual([0, 1, 2])
    expect(filterRows(tableOf([]), EMPTY_FILTER)).toHaveLength(0)
  })

  it('lets nothing pass when no level is chosen', () => {
    expect(filterRows(tableOf([{}, {}]), { ...EMPTY_FILTER, levels: [] })).toHaveLength(0)
  })

  it('calls a review overdue from the day after it was due', () => {
    const table = tableOf([{ reviewDueDay: 20_004 }, { reviewDueDay: 20_005 }])
    const filter = { ...EMPTY_FILTER, reviewOverdueOnly: true, today: 20_005 }
    expect([...filterRows(table, filter)]).toEqual([0])
  })

  it('takes an area by the prefix of its code', () => {
    const table = tableOf([{ area: 0 }, { area: 1 }, { area: 2 }])
    expect([...filterRows(table, { ...EMPTY_FILTER, areaCode: '440307001' })]).toEqual([0, 1])
  })
})
