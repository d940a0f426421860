import type { BreakRule } from '#data/domain/analysis'
import { expect, test } from 'vitest'
import { EMPTY_FILTER } from '../../../../client/analysis/pointFilter.ts'
import {
  densityFigure,
  detailFacts,
  emptyReason,
  methodFacts,
  pointFacts,
} from '../../../../client/components/analysis/legendFacts.ts'
import { DEFAULT_ANALYSIS, type AnalysisResult } from '../../../../client/stores/analysis.ts'
import { HEXAGONS, HOTSPOTS, SURFACE } from '../map/overlays/analysisAnswers.ts'

const TERMS = {
  words: (labels: Record<'zh-CN' | 'en', string>) => labels['zh-CN'],
  figure: (value: number) => value.toLocaleString('en-US'),
  placeOf: ({ areaCode }: { areaCode: string | null }) => areaCode ?? '龙岗区',
}
const heat = (
  part: Partial<typeof SURFACE>,
  asked: { bandwidthByRule?: boolean; breakRule?: BreakRule } = {},
): AnalysisResult => ({
  mode: 'heat',
  weight: 'riskValue',
  day: null,
  filter: EMPTY_FILTER,
  bandwidthByRule: true,
  breakRule: 'fixed',
  ...asked,
  answer: { ...SURFACE, ...part },
})
const NOTHING = { type: 'FeatureCollection' as const, features: [] }
const factOf = (facts: readonly { key: string }[], key: string) =>
  facts.find((fact) => fact.key === key)

test.each([
  [{ located: 0, withoutCoordinates: 0, totalWeight: 0, bands: NOTHING }, 'noPoints'],
  [{ located: 0, withoutCoordinates: 3, totalWeight: 0, bands: NOTHING }, 'noPosition'],
  [{ located: 9, totalWeight: 0, bands: NOTHING }, 'noWeight'],
  [{ located: 9, totalWeight: 2, bands: NOTHING }, 'belowClasses'],
  [{ located: 1, totalWeight: 2 }, 'onePoint'],
  [{}, undefined],
])('%j tells %s', (part, key) => {
  expect(emptyReason(heat(part), TERMS)?.key).toBe(key)
})

test('a surface tells its kernel, whether the rule chose it, and its error below 800 m and while dragging', () => {
  const byRule = methodFacts(heat({}), DEFAULT_ANALYSIS, TERMS)
  expect(factOf(byRule, 'kernelByRule')).toEqual({ key: 'kernelByRule', values: { n: '850' } })
  expect(factOf(detailFacts(heat({}), TERMS), 'peak')).toMatchObject({ values: { n: '12.3' } })
  expect(factOf(byRule, 'error')).toBeUndefined()
  const chosen = { bandwidthByRule: false, breakRule: 'equal' } as const
  const surface = heat({ bandwidthMetres: 250, drawnError: 0.0345 }, chosen)
  const facts = methodFacts(surface, DEFAULT_ANALYSIS, TERMS)
  expect(factOf(facts, 'rule')).toEqual({ key: 'rule', values: { rule: '等距' } })
  expect(factOf(facts, 'kernel')).toEqual({ key: 'kernel', values: { n: '250' } })
  expect(factOf(facts, 'error')).toEqual({ key: 'error', values: { n: '3.5' } })
  // Below 800 m it is said however small, and whatever is drawn while dragging is said to be rough.
  const near = heat({ bandwidthMetres: 750, drawnError: 0.006 })
  const small = methodFacts(near, DEFAULT_ANALYSIS, TERMS)
  expect(factOf(small, 'error')).toEqual({ key: 'error', values: { n: '0.60' } })
  const dragged = heat({ pace: 'drag', drawnError: 0.31 })
  const rough = methodFacts(dragged, DEFAULT_ANALYSIS, TERMS)
  expect(factOf(rough, 'roughError')).toEqual({ key: 'roughError', values: { n: '31' } })
})

test('columns tell their vertical scale, flat hexagons have none', () => {
  const result: AnalysisResult = {
    mode: 'hexagons',
    weight: 'riskValue',
    day: null,
    filter: EMPTY_FILTER,
    answer: HEXAGONS,
  }
  const upright = methodFacts(result, { ...DEFAULT_ANALYSIS, extruded: true }, TERMS)
  expect(factOf(upright, 'height')).toMatchObject({ values: { n: '83.3', unit: '折合个' } })
  expect(factOf(methodFacts(result, DEFAULT_ANALYSIS, TERMS), 'height')).toBeUndefined()
})

test('hotspots tell neighbours and correction; all tell what was left out', () => {
  const result: AnalysisResult = {
    mode: 'hotspots',
    weight: 'count',
    day: null,
    filter: EMPTY_FILTER,
    answer: HOTSPOTS,
  }
  expect(methodFacts(result, DEFAULT_ANALYSIS, TERMS)).toEqual([])
  const details = detailFacts(result, TERMS)
  expect(details.map(({ key }) => key)).toEqual([
    'hexagons',
    'neighbours',
    'permutation',
    'corrected',
  ])
  expect(pointFacts(result, TERMS)).toEqual([
    { key: 'points', values: { located: '520', place: '龙岗区' } },
    { key: 'withoutCoordinates', values: { n: '4' } },
  ])
})

test('hidden dangers tell how many of them are off the map', () => {
  const { answer } = heat({ hiddenDangersOffMap: 12 })
  const result: AnalysisResult = { ...heat({}), weight: 'openHiddenDangers', answer } as never
  expect(factOf(pointFacts(result, TERMS), 'offMap')).toEqual({
    key: 'offMap',
    values: { n: '12' },
  })
})

test('densities have as many digits as they are good for', () => {
  expect([0.5, 12.34, 999.6, 12_345.6].map(densityFigure)).toEqual([
    '0.5',
    '12.3',
    '1,000',
    '12,346',
  ])
})

test('points of one place alone are told with its name', () => {
  const filter = { ...EMPTY_FILTER, areaCode: '440307003' }
  expect(pointFacts({ ...heat({}), filter }, TERMS)[0]).toEqual({
    key: 'pointsOf',
    values: { located: '520', place: '440307003' },
  })
})

test('fixed classes say what they compare by, and when peaks rise far above them', () => {
  const keys = (result: AnalysisResult) =>
    methodFacts(result, DEFAULT_ANALYSIS, TERMS).map(({ key }) => key)
  expect(keys(heat({}))).toEqual(['kernelByRule', 'ruleFixed'])
  const high = { peak: { perSquareKilometre: 64, longitude: 114, latitude: 22.6 } }
  const above = methodFacts(heat(high), DEFAULT_ANALYSIS, TERMS)
  expect(factOf(above, 'above')).toEqual({ key: 'above', values: { n: '4' } })
  expect(keys(heat(high, { breakRule: 'quantile' }))).toEqual(['kernelByRule', 'rule'])
})

test('hexagons say what one point in them comes to', () => {
  const result: AnalysisResult = {
    mode: 'hexagons',
    weight: 'count',
    day: null,
    filter: EMPTY_FILTER,
    answer: HEXAGONS,
  }
  expect(factOf(methodFacts(result, DEFAULT_ANALYSIS, TERMS), 'one')).toEqual({
    key: 'one',
    values: { area: '0.42', n: '2.41', unit: '个' },
  })
})
