import { area, booleanPointInPolygon, buffer, kinks } from '@turf/turf'
import { describe, expect, it, vi } from 'vitest'
import { POINT_WEIGHTS } from '#data/domain/analysis'
import type { Surface, SurfaceRequest } from '../../../../../client/analysis/analysisProtocol.ts'
import { projectDistrict } from '../../../../../client/analysis/density/districtMask.ts'
import { createSurfaceMaker } from '../../../../../client/analysis/density/surfaceMaker.ts'
import { EMPTY_FILTER } from '../../../../../client/analysis/pointFilter.ts'
import { fromPlane, toPlane } from '../../../../../client/analysis/plane.ts'
import type { RiskPointTable } from '../../../../../client/analysis/riskPointTable.ts'
import { syntheticRiskPoints } from '../../../../../scripts/bench/syntheticRiskPoints.ts'
import { readAreas } from '../../../geography/readCollection.ts'
import { rectangle } from '../hexagons/pointsAt.ts'
import { tableOf } from '../tableArbitrary.ts'
import { weightedPoints, exactDensity } from './pointsArbitrary.ts'

/** Clipping the whole district takes its time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 })

const outline = readAreas('district')[0]!.geometry
const district = projectDistrict(outline)
const many = syntheticRiskPoints(4_000)
const REQUEST: SurfaceRequest = {
  filter: EMPTY_FILTER,
  weight: 'count',
  day: null,
  bandwidthMetres: 800,
  breakRule: 'quantile',
  pace: 'rest',
}
const surfaceOf = (table: RiskPointTable, request: Partial<SurfaceRequest> = {}) =>
  createSurfaceMaker()(table, district, { ...REQUEST, ...request })
/** In the middle of the district. */
const here = { longitude: 114.2, latitude: 22.7 }

const positionsOf = ({ bands }: Surface) =>
  bands.features.flatMap(({ geometry }) => geometry.coordinates.flat(2))
const isInside = (position: GeoJSON.Position, within: GeoJSON.Polygon | GeoJSON.MultiPolygon) =>
  booleanPointInPolygon(position, within)

describe('the bands of a surface', () => {
  const rest = surfaceOf(many)
  const drag = surfaceOf(many, { pace: 'drag' })

  it('lie in the district, to a metre at rest and to a cell of the mask while dragging', () => {
    const metre = buffer(outline, 1, { units: 'meters' })!.geometry
    const cell = buffer(outline, 450, { units: 'meters' })!.geometry
    expect(rest.clipped).toBe(true)
    expect(positionsOf(rest).filter((position) => !isInside(position, metre))).toEqual([])
    expect(drag.clipped).toBe(false)
    expect(positionsOf(drag).filter((position) => !isInside(position, cell))).toEqual([])
  })

  it('are rings closed, wound and nested as GeoJSON has them', () => {
    for (const { geometry } of rest.bands.features) {
      for (const [outer, ...holes] of geometry.coordinates) {
        expect(outer!.at(0)).toEqual(outer!.at(-1))
        for (const hole of holes) {
          const within = { type: 'Polygon' as const, coordinates: [outer!] }
          expect(hole.every((position) => isInside(position, within))).toBe(true)
        }
      }
    }
    expect(rest.bands.features.some(({ geometry }) => geometry.coordinates.flat().length > 1)).toBe(
      true,
    )
    expect(kinks(drag.bands.features.at(-1)!).features).toEqual([])
  })

  it('have what the exact surface has at a place, within a class of the contour', () => {
    const locatedRows = [...many.longitude.keys()].filter((row) => many.longitude[row]! > 0)
    const exact = weightedPoints(
      locatedRows.map((row) => {
        const [x, y] = toPlane(many.longitude[row]!, many.latitude[row]!)
        return { x, y, weight: 1 }
      }),
    )
    let right = 0
    let asked = 0
    for (let x = 8_000; x < 35_000; x += 1_500) {
      for (let y = 10_000; y < 32_000; y += 1_500) {
        const position = fromPlane(x, y)
        if (!isInside(position, outline)) continue
        const band = rest.breaks.filter((from) => exactDensity(exact, 800, x, y) >= from).length - 1
        const drawn = rest.bands.features.filter(({ geometry }) => isInside(position, geometry))
        expect(drawn.length).toBeLessThanOrEqual(1)
        asked += 1
        const difference = (drawn[0]?.properties.band ?? -1) - band
        if (difference === 0) right += 1
        else expect(Math.abs(difference)).toBe(1)
      }
    }
    expect(asked).toBeGreaterThan(60)
    expect(right / asked).toBeGreaterThan(0.9)
  })

  it('cover together what the lowest class covers alone', () => {
    const whole = surfaceOf(many, { breakRule: 'equal' })
    const sum = whole.bands.features.reduce((total, feature) => total + area(feature), 0)
    expect(sum).toBeLessThanOrEqual(area(outline) * 1.0001)
    expect(whole.bands.features.map(({ properties }) => properties.from)).toEqual(whole.breaks)
    expect(whole.bands.features.at(-1)!.properties.to).toBeNull()
  })
})

describe('degenerate selections', () => {
  it.each(['drag', 'rest'] as const)('draw nothing where nothing is: %s', (pace) => {
    for (const table of [tableOf([]), tableOf([{ longitude: NaN }])]) {
      const surface = surfaceOf(table, { pace })
      expect(surface).toMatchObject({ located: 0, totalWeight: 0, breaks: [], peak: null })
      expect(surface.bands.features).toEqual([])
    }
    const none = surfaceOf(tableOf([here]), { pace, filter: { ...EMPTY_FILTER, levels: [] } })
    expect(none.bands.features).toEqual([])
  })

  it.each(['quantile', 'equal', 'fixed'] as const)('draw one point as a hill: %s', (breakRule) => {
    const { peak, bands, breaks, located } = surfaceOf(tableOf([here]), {
      breakRule,
      bandwidthMetres: 200,
    })
    expect(located).toBe(1)
    expect(peak!.perSquareKilometre).toBeCloseTo(1e6 / (2 * Math.PI * 200 ** 2), -0.5)
    expect(peak!.longitude).toBeCloseTo(here.longitude, 2)
    expect(peak!.latitude).toBeCloseTo(here.latitude, 2)
    if (breakRule === 'fixed') return expect(breaks).toEqual(POINT_WEIGHTS.count.fixedBreaks)
    expect(bands.features).not.toEqual([])
    expect(isInside([here.longitude, here.latitude], bands.features.at(-1)!.geometry)).toBe(true)
  })

  it('draw all points in one place as one hill, so many times as high', () => {
    const one = surfaceOf(tableOf([here]))
    const thousand = surfaceOf(tableOf(Array.from({ length: 1_000 }, () => here)))
    const ratio = thousand.peak!.perSquareKilometre / one.peak!.perSquareKilometre
    expect(ratio).toBeCloseTo(1_000, 6)
    expect(thousand.bands.features).toHaveLength(thousand.breaks.length)
  })
})

describe('the error of what is drawn', () => {
  // As wide as the district, with no boundary among the lines.
  const [west, south, east, north] = district.bounds
  const square = projectDistrict(rectangle(west, south, east, north))
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2]

  /** Greatest difference of the exact surface from what the lines of one point say, by its peak. */
  function lineError(bandwidthMetres: number, pace: 'drag' | 'rest', x: number, y: number) {
    const [longitude, latitude] = fromPlane(x, y)
    const table = tableOf([{ longitude, latitude }])
    const request = { ...REQUEST, bandwidthMetres, pace, breakRule: 'equal' } as const
    const { bands, breaks, drawnError } = createSurfaceMaker()(table, square, request)
    const point = weightedPoints([{ x, y, weight: 1 }])
    const peak = exactDensity(point, bandwidthMetres, x, y)
    const positions = bands.features.flatMap(({ properties: { from, to }, geometry }) =>
      geometry.coordinates.flat(2).map((position) => {
        const [lineX, lineY] = toPlane(position[0]!, position[1]!)
        const exact = exactDensity(point, bandwidthMetres, lineX, lineY)
        // A line is the lower bound of its band or the upper one, where it is a hole.
        return Math.min(...[from, to ?? Infinity].map((level) => Math.abs(exact - level)))
      }),
    )
    // A class that is not drawn at all was missed by what the peak stands above it.
    const drawn = new Set(bands.features.map(({ properties }) => properties.from))
    const missed = breaks.filter((from) => !drawn.has(from)).map((from) => peak - from)
    const error = Math.max(...positions, ...missed) / peak
    expect(error, `${bandwidthMetres} m, ${pace}`).toBeLessThanOrEqual(drawnError)
    return { error, share: error / drawnError }
  }

  it.each([200, 300, 400, 500, 650, 800, 1_400])(
    'is as it is stated or less at %i m',
    (bandwidth) => {
      const shares = (['drag', 'rest'] as const).map((pace) => {
        const all = [0, 0.13, 0.25, 0.37, 0.5].flatMap((share) => [
          lineError(bandwidth, pace, middleX + share * bandwidth, middleY),
          lineError(bandwidth, pace, middleX + share * bandwidth, middleY + share * bandwidth),
        ])
        for (const { error } of all) {
          if (pace === 'rest' && bandwidth >= 800) expect(error).toBeLessThan(0.01)
        }
        return Math.max(...all.map(({ share }) => share))
      })
      // Nor is it exaggerated.
      for (const share of shares) expect(share).toBeGreaterThan(0.15)
    },
  )
})

describe('createSurfaceMaker', () => {
  it('keeps the density of the same selection: only the bands are drawn anew', () => {
    const make = createSurfaceMaker()
    const first = make(many, district, REQUEST)
    const again = make(many, district, { ...REQUEST, breakRule: 'fixed', pace: 'drag' })
    expect(again.peak).toBe(first.peak)
    const wider = make(many, district, { ...REQUEST, bandwidthMetres: 1_600 })
    expect(wider.peak).not.toEqual(first.peak)
    const filter = { ...EMPTY_FILTER, levels: ['major' as const] }
    expect(make(many, district, { ...REQUEST, filter }).located).toBeLessThan(first.located)
  })

  it('keeps the fixed classes from one month to the next', () => {
    const fixed = (table: RiskPointTable) => surfaceOf(table, { breakRule: 'fixed' }).breaks
    expect(fixed(many)).toEqual(fixed(syntheticRiskPoints(1_000, 7)))
  })
})
