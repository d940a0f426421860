import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countRows } from '../../../../client/analysis/countRows.ts'
import { EMPTY_FILTER } from '../../../../client/analysis/pointFilter.ts'
import {
  countByCode,
  countLevels,
  isInAreaPlainly,
  passesPlainly,
  plainPoints,
} from '../../../../scripts/bench/straightforwardPoints.ts'
import {
  AREA_CODES,
  filterArbitrary,
  PARK_CODES,
  tableArbitrary,
  tableOf,
} from './tableArbitrary.ts'

describe('countRows', () => {
  it('counts what counting objects counts', () => {
    fc.assert(
      fc.property(tableArbitrary, filterArbitrary, (table, filter) => {
        const everywhere = plainPoints(table).filter((point) => passesPlainly(point, filter))
        const matching = everywhere.filter((point) => isInAreaPlainly(point, filter))
        const counts = countRows(table, filter)
        expect(counts.everything).toEqual(countLevels(everywhere))
        expect(counts.matching).toEqual(countLevels(matching))
        expect(counts.withoutCoordinates).toBe(matching.filter(({ position }) => !position).length)
        const occurring = [...counts.byCode].filter(([, { total }]) => total > 0)
        expect(new Map(occurring)).toEqual(countByCode(everywhere))
      }),
    )
  })

  it('knows every code of the answer, also where nothing passes', () => {
    const { byCode, everything } = countRows(tableOf([{}]), { ...EMPTY_FILTER, levels: [] })
    expect(everything.total).toBe(0)
    for (const code of ['440307', '440307001', ...AREA_CODES, ...PARK_CODES]) {
      expect(byCode.get(code)).toEqual({ total: 0, major: 0, larger: 0, general: 0, low: 0 })
    }
  })

  it('counts points without coordinates like the others', () => {
    const table = tableOf([{ longitude: NaN, latitude: NaN, level: 1 }, { level: 1 }])
    const { everything, withoutCoordinates } = countRows(table, EMPTY_FILTER)
    expect(everything.major).toBe(2)
    expect(withoutCoordinates).toBe(1)
  })
})
