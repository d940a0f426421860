import {
  ANALYSIS_MODE_ORDER,
  BREAK_RULE_ORDER,
  POINT_WEIGHT_ORDER,
  type AnalysisMode,
} from '#data/domain/analysis'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnalysis, writeAnalysis } from '../../../../client/components/analysis/analysisLink.ts'
import {
  DEFAULT_ANALYSIS,
  HEXAGON_EDGES,
  NEIGHBOUR_RINGS,
  type AnalysisSettings,
} from '../../../../client/stores/analysis.ts'

const settings: fc.Arbitrary<AnalysisSettings> = fc.record({
  mode: fc.constantFrom(...ANALYSIS_MODE_ORDER),
  weight: fc.constantFrom(...POINT_WEIGHT_ORDER),
  bandwidthMetres: fc.option(fc.integer({ min: 4, max: 60 }).map((steps) => steps * 50)),
  breakRule: fc.constantFrom(...BREAK_RULE_ORDER),
  edgeMetres: fc.constantFrom(...HEXAGON_EDGES),
  extruded: fc.boolean(),
  neighbourRings: fc.constantFrom(...NEIGHBOUR_RINGS),
  correction: fc.constantFrom('falseDiscoveryRate' as const, 'none' as const),
  opacity: fc.integer({ min: 6, max: 20 }).map((steps) => (steps * 5) / 100),
  confined: fc.boolean(),
})
const given = (query: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))

/** What the map of a mode does not depend on. */
const UNUSED: Record<AnalysisMode, readonly (keyof AnalysisSettings)[]> = {
  heat: ['edgeMetres', 'extruded', 'neighbourRings', 'correction'],
  hexagons: ['bandwidthMetres', 'breakRule', 'neighbourRings', 'correction'],
  hotspots: ['bandwidthMetres', 'breakRule', 'extruded', 'confined'],
  clusters: [
    'bandwidthMetres',
    'breakRule',
    'edgeMetres',
    'extruded',
    'neighbourRings',
    'correction',
    'opacity',
  ],
}

test('a link carries what the mode depends on and gives it back, and nothing else', () => {
  fc.assert(
    fc.property(settings, fc.constantFrom(...ANALYSIS_MODE_ORDER), (chosen, mode) => {
      const unused = Object.fromEntries(UNUSED[mode].map((key) => [key, DEFAULT_ANALYSIS[key]]))
      expect(readAnalysis(given(writeAnalysis({ ...chosen, mode })))).toEqual({
        ...chosen,
        mode,
        ...unused,
      })
    }),
  )
})

test('classes of heat and upright hexagons are named in their own mode only', () => {
  const chosen = { ...DEFAULT_ANALYSIS, breakRule: 'quantile', extruded: true } as const
  expect(given(writeAnalysis({ ...chosen, mode: 'hotspots' }))).toEqual({ analysis: 'hotspots' })
  expect(given(writeAnalysis({ ...chosen, mode: 'heat' }))).toEqual({
    analysis: 'heat',
    breaks: 'quantile',
  })
})

test('only what differs from the default is named, and nothing without an analysis', () => {
  expect(given(writeAnalysis({ ...DEFAULT_ANALYSIS, mode: 'heat' }))).toEqual({ analysis: 'heat' })
  expect(given(writeAnalysis({ ...DEFAULT_ANALYSIS, weight: 'count' }))).toEqual({})
})

test('what does not parse is as by default', () => {
  const query = { analysis: 'heat', bandwidth: '99', weight: 'gold', edge: '401', opacity: 'x' }
  expect(readAnalysis(query)).toEqual({ ...DEFAULT_ANALYSIS, mode: 'heat' })
  expect(readAnalysis({ analysis: 'fire', weight: 'count' })).toEqual(DEFAULT_ANALYSIS)
})
