import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countHexagons } from '../../../../../client/analysis/hexagons/countHexagons.ts'
import { quantileBreaks } from '../../../../../client/analysis/hexagons/quantileBreaks.ts'
import { pointsAt } from './pointsAt.ts'

const placed = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 40_000 }),
    y: fc.integer({ min: 0, max: 40_000 }),
    weight: fc.integer({ min: 0, max: 9 }),
    level: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 80 },
)

describe('countHexagons', () => {
  it('loses and invents no point, weight or level', () => {
    fc.assert(
      fc.property(placed, fc.constantFrom(200, 800), (points, edgeMetres) => {
        const input = pointsAt(points)
        const found = countHexagons(input, { edgeMetres }).hexagons.features
        const all = found.map(({ properties }) => properties)
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
        expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(points.length)
        expect(all.reduce((sum, { weight }) => sum + weight, 0)).toBe(input.facts.totalWeight)
        expect(Math.min(...all.map(({ highestRank }) => highestRank))).toBe(
          Math.min(...points.map(({ level }) => level)),
        )
        expect(all.every(({ count }) => count > 0)).toBe(true)
      }),
    )
  })

  it('tells count, weight, highest level and density of a hexagon', () => {
    const input = pointsAt([
      { x: 20_000, y: 20_000, level: 4, weight: 1 },
      { x: 20_001, y: 20_000, level: 2, weight: 2 },
      { x: 20_000, y: 20_001, level: 3, weight: 0 },
    ])
    const [hexagon] = countHexagons(input, { edgeMetres: 200 }).hexagons.features
    expect(hexagon?.properties).toMatchObject({ count: 3, weight: 3, highestRank: 2 })
    // 1.5·√3·200² m² = 0.10392 km²
    expect(hexagon?.properties.perSquareKilometre).toBeCloseTo(3 / 0.103923, 3)
  })

  it('has nothing to draw of an empty selection', () => {
    const nothing = countHexagons(pointsAt([]), { edgeMetres: 200 })
    expect(nothing.hexagons.features).toEqual([])
    expect(nothing.breaks).toEqual([])
  })

  it('takes a point far out of the district without a table of the way there', () => {
    const { hexagons } = countHexagons(
      pointsAt([
        { x: 20_000, y: 20_000 },
        { x: 20_000, y: 20_000 },
        { x: 1_500_000, y: 1_800_000 },
      ]),
      { edgeMetres: 50 },
    )
    expect(hexagons.features.map(({ properties }) => properties.count)).toEqual([2, 1])
  })
})

describe('quantileBreaks', () => {
  it('divides what is above zero into five classes', () => {
    const breaks = quantileBreaks([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(breaks).toEqual([1, 3, 5, 7, 9])
  })

  it('makes fewer classes of values that are alike', () => {
    expect(quantileBreaks([2, 2, 2, 2, 2, 2, 9])).toEqual([2, 9])
    expect(quantileBreaks([0, 0])).toEqual([])
  })
})
