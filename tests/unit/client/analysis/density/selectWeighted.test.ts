import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { POINT_WEIGHT_ORDER } from '#data/domain/analysis'
import { planeColumns } from '../../../../../client/analysis/density/planeColumns.ts'
import { selectWeighted } from '../../../../../client/analysis/density/selectWeighted.ts'
import { toPlane } from '../../../../../client/analysis/plane.ts'
import { EMPTY_FILTER, filterRows } from '../../../../../client/analysis/pointFilter.ts'
import { filterArbitrary, tableArbitrary, tableOf } from '../tableArbitrary.ts'

const today = 20_005
const filter = { ...EMPTY_FILTER, today }

describe('selectWeighted', () => {
  it('takes the located rows that pass and counts the others', () => {
    fc.assert(
      fc.property(tableArbitrary, filterArbitrary, (table, anyFilter) => {
        const rows = [...filterRows(table, anyFilter)]
        const located = rows.filter((row) => table.longitude[row]! + table.latitude[row]! > 0)
        const selected = selectWeighted(table, anyFilter, 'count')
        expect([...selected.row]).toEqual(located)
        expect(selected).toMatchObject({
          located: located.length,
          withoutCoordinates: rows.length - located.length,
          totalWeight: located.length,
        })
      }),
    )
  })

  it('weighs 重大 2 and 较大 1, doubled while a hidden danger or the review is overdue', () => {
    const due = { reviewDueDay: today, overdueHiddenDangers: 0 }
    const table = tableOf([
      { ...due, level: 1 },
      { ...due, level: 2 },
      { ...due, level: 3 },
      { ...due, level: 4, overdueHiddenDangers: 2 },
      { ...due, level: 1, overdueHiddenDangers: 1 },
      { ...due, level: 2, reviewDueDay: today - 1 },
      { level: 1, reviewDueDay: today - 1, overdueHiddenDangers: 3 },
    ])
    expect([...selectWeighted(table, filter, 'riskValue').weight]).toEqual([2, 1, 0, 0, 4, 2, 4])
  })

  it('counts each person once among the points that are counted', () => {
    const table = tableOf([
      { enterprise: 3, headcount: 90 },
      { enterprise: 3, headcount: 90 },
      { enterprise: 3, headcount: 90, longitude: NaN },
      { enterprise: 3, headcount: 90, level: 1 },
      { enterprise: 4_000_000_000, headcount: 7 },
      { enterprise: 0, headcount: 55 },
    ])
    expect([...selectWeighted(table, filter, 'headcount').weight]).toEqual([30, 30, 30, 7, 0])
    const low = { ...filter, levels: ['low' as const] }
    expect([...selectWeighted(table, low, 'headcount').weight]).toEqual([45, 45, 7, 0])
  })

  it('weighs scores and open hidden dangers as they are, and what is no weight as nothing', () => {
    const table = tableOf([{ openHiddenDangers: 4 }, {}, {}])
    table.score.set([270, NaN, -5])
    expect([...selectWeighted(table, filter, 'score').weight]).toEqual([270, 0, 0])
    expect([...selectWeighted(table, filter, 'openHiddenDangers').weight].at(0)).toBe(4)
  })

  it.each(POINT_WEIGHT_ORDER)('has nothing where nothing passes: %s', (weight) => {
    const none = { ...filter, levels: [] }
    expect(selectWeighted(tableOf([{}, {}]), none, weight)).toMatchObject({
      length: 0,
      totalWeight: 0,
    })
  })

  it('projects a table once', () => {
    const table = tableOf([{ longitude: 114.25, latitude: 22.7 }, { latitude: NaN }])
    const plane = planeColumns(table)
    expect(planeColumns(table)).toBe(plane)
    const [x, y] = toPlane(114.25, Math.fround(22.7))
    expect(plane.x[0]).toBeCloseTo(x, 2)
    expect(plane.y[0]).toBeCloseTo(y, 2)
    expect([plane.x[1], plane.y[1]]).toEqual([NaN, NaN])
  })
})
