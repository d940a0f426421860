import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_FILTER, filterRows } from '../../../../client/analysis/pointFilter.ts'
import { createPointIndex } from '../../../../client/analysis/pointIndex.ts'
import { hasCoordinates, type RiskPointTable } from '../../../../client/analysis/riskPointTable.ts'
import { selectMarks } from '../../../../client/analysis/selectMarks.ts'
import { degreesPerPixel } from '../../../../client/analysis/webMercator.ts'
import { syntheticRiskPoints } from '../../../../scripts/bench/syntheticRiskPoints.ts'
import { tableArbitrary, tableOf } from './tableArbitrary.ts'

const NEAR_TIE_PIXELS = 3

function indexOf(table: RiskPointTable) {
  const rows = filterRows(table, EMPTY_FILTER)
  const bbox = [113, 21, 116, 24] as const
  return createPointIndex(
    selectMarks({ table, rows, scale: 'park', bbox, zoom: 12, showAll: false }),
  )
}

/** Looks at every point: the highest level among those within three pixels of the nearest. */
function nearestPlainly(table: RiskPointTable, x: number, y: number, radius: number, zoom: number) {
  const pixel = degreesPerPixel(zoom, y)
  const near = [...filterRows(table, EMPTY_FILTER)]
    .filter((row) => hasCoordinates(table, row))
    .map((row) => ({
      row,
      level: table.level[row]!,
      distance: Math.hypot(
        (table.longitude[row]! - x) / pixel.longitude,
        (table.latitude[row]! - y) / pixel.latitude,
      ),
    }))
    .filter(({ distance }) => distance <= radius)
  const least = Math.min(...near.map(({ distance }) => distance))
  const [best] = near
    .filter(({ distance }) => distance <= least + NEAR_TIE_PIXELS)
    .sort((a, b) => a.level - b.level || a.distance - b.distance || a.row - b.row)
  return best?.row ?? null
}

describe('createPointIndex', () => {
  it('finds what looking at every point finds', () => {
    fc.assert(
      fc.property(
        tableArbitrary,
        fc.double({ min: 113.9, max: 115.1, noNaN: true }),
        fc.double({ min: 21.9, max: 23.1, noNaN: true }),
        fc.double({ min: 1, max: 400, noNaN: true }),
        fc.integer({ min: 8, max: 16 }),
        (table, longitude, latitude, radius, zoom) => {
          const found = indexOf(table).nearest(longitude, latitude, radius, zoom)
          expect(found?.row ?? null).toBe(nearestPlainly(table, longitude, latitude, radius, zoom))
        },
      ),
    )
  })

  it('finds every mark at its own place, or a higher one beside it', () => {
    const table = syntheticRiskPoints(3000)
    const index = indexOf(table)
    for (let row = 0; row < table.length; row += 1) {
      if (!hasCoordinates(table, row)) continue
      const found = index.nearest(table.longitude[row]!, table.latitude[row]!, 10, 19)
      expect(table.level[found!.row]!).toBeLessThanOrEqual(table.level[row]!)
    }
  })

  it('prefers the higher level among marks on one place', () => {
    const table = tableOf([{ level: 4 }, { level: 1 }, { level: 3 }])
    expect(indexOf(table).nearest(114.2, 22.7, 8, 15)).toMatchObject({ row: 1, level: 'major' })
  })

  it.each([
    ['no marks', []],
    ['one mark too far away', [{}]],
    ['marks without coordinates', [{ longitude: NaN, latitude: NaN }]],
  ])('finds nothing among %s', (_, points) => {
    expect(indexOf(tableOf(points)).nearest(114.5, 22.5, 10, 14)).toBeNull()
  })
})
