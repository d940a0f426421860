import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import { MAX_MARKS, type Marks, type MarksRequest } from '../../../../client/analysis/marks.ts'
import { EMPTY_FILTER, filterRows } from '../../../../client/analysis/pointFilter.ts'
import { hasCoordinates, type RiskPointTable } from '../../../../client/analysis/riskPointTable.ts'
import { selectMarks } from '../../../../client/analysis/selectMarks.ts'
import { SCALES } from '../../../../client/map/scale.ts'
import {
  SYNTHETIC_BOUNDS,
  syntheticRiskPoints,
} from '../../../../scripts/bench/syntheticRiskPoints.ts'
import { tableArbitrary, tableOf } from './tableArbitrary.ts'

const WHOLE = [113, 21, 116, 24] as const

function marksOf(table: RiskPointTable, view: Partial<MarksRequest> = {}): Marks {
  const rows = filterRows(table, EMPTY_FILTER)
  return selectMarks({ table, rows, scale: 'park', bbox: WHOLE, zoom: 12, showAll: false, ...view })
}

const rowsDrawn = ({ byLevel }: Marks) =>
  RISK_LEVEL_ORDER.flatMap((level) => [...byLevel[level].rows])
const clustered = ({ clusters }: Marks) => clusters.reduce((sum, { count }) => sum + count, 0)

const bboxArbitrary = fc
  .tuple(
    fc.double({ min: 113.9, max: 115, noNaN: true }),
    fc.double({ min: 21.9, max: 23, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([west, south, width, height]) => [west, south, west + width, south + height] as const)
const viewArbitrary = fc.record({
  scale: fc.constantFrom(...SCALES),
  bbox: bboxArbitrary,
  zoom: fc.double({ min: 8, max: 20, noNaN: true }),
  showAll: fc.boolean(),
})

describe('selectMarks', () => {
  it('draws only located points, each once, at its place and level, and counts the others', () => {
    fc.assert(
      fc.property(tableArbitrary, viewArbitrary, (table, view) => {
        const marks = marksOf(table, view)
        const drawn = rowsDrawn(marks)
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(marks.drawn).toBe(drawn.length)
        expect(marks.truncated).toBe(false)
        for (const level of RISK_LEVEL_ORDER) {
          const { rows, positions } = marks.byLevel[level]
          rows.forEach((row, index) => {
            expect(hasCoordinates(table, row)).toBe(true)
            expect(positions[index * 2]).toBe(table.longitude[row])
            expect(positions[index * 2 + 1]).toBe(table.latitude[row])
            expect(RISK_LEVEL_ORDER[table.level[row]! - 1]).toBe(level)
          })
        }
        for (const { longitude, latitude } of marks.clusters) {
          expect(Number.isFinite(longitude) && Number.isFinite(latitude)).toBe(true)
        }
      }),
    )
  })

  it('draws what the scale says of the points in view', () => {
    fc.assert(
      fc.property(tableArbitrary, viewArbitrary, (table, view) => {
        const marks = marksOf(table, view)
        const [west, south, east, north] = view.bbox
        const located = [...filterRows(table, EMPTY_FILTER)].filter((row) =>
          hasCoordinates(table, row),
        )
        const inView = located.filter(
          (row) =>
            table.longitude[row]! >= west &&
            table.longitude[row]! <= east &&
            table.latitude[row]! >= south &&
            table.latitude[row]! <= north,
        )
        const lowest = view.showAll
          ? 4
          : { district: 1, street: 2, community: 4, park: 4 }[view.scale]
        const expected = inView.filter((row) => table.level[row]! <= lowest)
        const drawn = new Set(rowsDrawn(marks))
        expect(expected.filter((row) => !drawn.has(row))).toEqual([])
        if (view.scale === 'street' && !view.showAll) {
          expect(marks.inView).toBeGreaterThanOrEqual(inView.length)
          expect(marks.drawn + clustered(marks)).toBe(marks.inView)
        } else {
          expect(marks.clusters).toEqual([])
          expect(drawn.size).toBe(expected.length)
          expect(marks.inView).toBe(inView.length)
        }
      }),
    )
  })

  it('answers the same for the same request', () => {
    fc.assert(
      fc.property(tableArbitrary, viewArbitrary, (table, view) => {
        expect(marksOf(table, view)).toEqual(marksOf(table, view))
      }),
      { numRuns: 30 },
    )
  })

  it('never draws more than the budget, whatever the scale', () => {
    const table = syntheticRiskPoints(120_000)
    for (const scale of SCALES) {
      for (const showAll of [false, true]) {
        const marks = marksOf(table, { scale, showAll, bbox: SYNTHETIC_BOUNDS })
        expect(marks.drawn + marks.clusters.length).toBeLessThanOrEqual(MAX_MARKS)
        expect(marks.truncated).toBe(scale === 'community' || scale === 'park')
      }
    }
  })

  it('over the budget keeps the highest levels whole and says how many there are', () => {
    const table = syntheticRiskPoints(120_000)
    const marks = marksOf(table, { scale: 'community', bbox: WHOLE })
    const located = (rank: number) =>
      [...table.level].filter((level, row) => level === rank && hasCoordinates(table, row)).length
    expect(marks.byLevel.major.rows).toHaveLength(located(1))
    expect(marks.byLevel.larger.rows).toHaveLength(located(2))
    expect(marks.drawn).toBe(MAX_MARKS)
    expect(marks.byLevel.low.rows).toHaveLength(0)
    expect(marks.total).toBe([1, 2, 3, 4].reduce((sum, rank) => sum + located(rank), 0))
  })

  it('shows a filtered set within the budget one by one at any scale', () => {
    const table = syntheticRiskPoints(10_000)
    const marks = marksOf(table, { scale: 'district', showAll: true })
    expect(marks.drawn).toBe(marks.inView)
    expect(marks.clusters).toEqual([])
  })

  it('marks the hazard sources among the drawn points, 重大危险源 last', () => {
    const { hazards } = marksOf(
      tableOf([
        { hazardSources: 1, majorHazardGrade: 2, level: 1 },
        { hazardSources: 2, level: 3 },
        { hazardSources: 0 },
        { hazardSources: 1, longitude: NaN },
      ]),
    )
    expect([...hazards.rows]).toEqual([1, 0])
    expect([...hazards.level]).toEqual([3, 1])
    expect([...hazards.majorHazardGrade]).toEqual([0, 2])
    expect(hazards.majorFrom).toBe(1)
    expect(hazards.positions).toHaveLength(4)
  })

  it('owns its arrays: handing them over takes nothing else along', () => {
    const { byLevel, hazards } = marksOf(syntheticRiskPoints(5000), { scale: 'park' })
    for (const { rows, positions } of [...Object.values(byLevel), hazards]) {
      expect(rows.buffer.byteLength).toBe(rows.byteLength)
      expect(positions.buffer.byteLength).toBe(positions.byteLength)
    }
  })

  it.each([
    ['no points', []],
    ['one point', [{}]],
    ['all in one place', Array.from({ length: 50 }, () => ({ level: 3 }))],
    ['none located', Array.from({ length: 50 }, () => ({ longitude: NaN, latitude: NaN }))],
  ])('copes with %s', (_, points) => {
    const table = tableOf(points)
    const located = points.filter((point) => !('longitude' in point)).length
    for (const scale of SCALES) {
      const marks = marksOf(table, { scale })
      const shown = marks.drawn + clustered(marks)
      expect(shown).toBe(scale === 'district' ? 0 : located)
    }
  })
})
