import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HIGH_RISK_CLASS_ORDER } from '#data/domain/enterprises'
import { LAYER_ORDER } from '#data/domain/layers'
import { MEASURE_ORDER } from '#data/domain/measures'
import { RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import { HOME } from '../../../client/stores/place.ts'
import {
  readCamera,
  readFilters,
  readLayers,
  readMeasure,
  readPlace,
  writeView,
  type View,
} from '../../../client/url.ts'

/** What the browser makes of an address: text for every name. */
function queryOf(view: View): Record<string, string> {
  return Object.fromEntries(
    Object.entries(writeView(view)).map(([name, value]) => [name, String(value)]),
  )
}

const subset = <T>(list: readonly T[]) => fc.subarray([...list])

const views: fc.Arbitrary<View> = fc.record({
  place: fc.record({
    areaCode: fc.constantFrom('440307', '440307013', '440307013002'),
    parkCode: fc.option(fc.constant('DEMO-P-001')),
    riskPointCode: fc.option(fc.constant('DEMO-R-0000001')),
  }),
  filters: fc.record({
    levels: subset(RISK_LEVEL_ORDER),
    highRiskClasses: subset(HIGH_RISK_CLASS_ORDER),
    hazardSourcesOnly: fc.boolean(),
    majorHazardsOnly: fc.boolean(),
    reviewOverdueOnly: fc.boolean(),
  }),
  visibility: fc
    .tuple(...LAYER_ORDER.map(() => fc.boolean()))
    .map(
      (shown) =>
        Object.fromEntries(
          LAYER_ORDER.map((key, index) => [key, shown[index]]),
        ) as View['visibility'],
    ),
  measure: fc.constantFrom(...MEASURE_ORDER),
  camera: fc.option(
    fc.record({
      longitude: fc.integer({ min: 11_390_000, max: 11_440_000 }).map((value) => value / 1e5),
      latitude: fc.integer({ min: 2_250_000, max: 2_290_000 }).map((value) => value / 1e5),
      zoom: fc.integer({ min: 800, max: 2000 }).map((value) => value / 100),
      bearing: fc.integer({ min: -179, max: 180 }),
      pitch: fc.integer({ min: 0, max: 60 }),
    }),
  ),
})

test('a link carries the whole view and gives it back', () => {
  fc.assert(
    fc.property(views, (view) => {
      const query = queryOf(view)
      expect(readPlace(query)).toEqual(view.place)
      expect(readFilters(query)).toEqual(view.filters)
      expect(readLayers(query)).toEqual(view.visibility)
      expect(readMeasure(query)).toBe(view.measure)
      expect(readCamera(query)).toEqual(view.camera)
    }),
  )
})

test('the view at first needs no query but the camera', () => {
  const [first] = fc.sample(views, 1)
  const view = {
    ...first!,
    place: HOME,
    filters: readFilters({}),
    visibility: readLayers({}),
    measure: readMeasure({}),
    camera: null,
  }
  expect(writeView(view)).toEqual({})
})

test.each([
  [{ area: '440306' }, HOME],
  [{ area: '44030701' }, HOME],
  [{ area: ['440307013', '440307014'] }, HOME],
  [{ park: "'; drop table parks" }, HOME],
  [{ asOf: '2026-11-23' }, HOME],
  [
    { point: 'DEMO-R-0000001', asOf: 'yesterday' },
    { ...HOME, riskPointCode: 'DEMO-R-0000001' },
  ],
])('a mistyped place is left out: %o', (query, place) => {
  expect(readPlace(query)).toEqual(place)
})

test.each(['', '114', '114,22', '114,x,11', '114,22,99', '999,22,11', 'Infinity,22,11'])(
  'a mistyped camera is left out: %s',
  (map) => {
    expect(readCamera({ map })).toBeNull()
  },
)

test.each(['2026-11-23', '2026-11-23T09:00:00.123+08:00'])(
  'a link to a past version keeps its date: %s',
  (asOf) => {
    const place = { areaCode: '440307', parkCode: null, riskPointCode: 'DEMO-R-0000001', asOf }
    const [view] = fc.sample(views, 1)
    expect(readPlace(queryOf({ ...view!, place }))).toEqual(place)
  },
)

test('unknown levels, layers and measures are left out', () => {
  expect(readFilters({ levels: 'major,purple' }).levels).toEqual(['major'])
  expect(readLayers({ layers: 'moon' })).toEqual(readLayers({}))
  expect(readMeasure({ measure: 'averageOfLevels' })).toBe('riskValue')
})
