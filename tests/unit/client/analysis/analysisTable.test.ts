import { expect, test } from 'vitest'
import type { HexagonFacts, HotspotFacts } from '../../../../client/analysis/analysisProtocol.ts'
import { EMPTY_FILTER } from '../../../../client/analysis/pointFilter.ts'
import {
  ANALYSIS_COLUMNS,
  analysisRows,
} from '../../../../client/components/analysis/analysisTable.ts'
import type { AnalysisResult } from '../../../../client/stores/analysis.ts'

const facts = { located: 3, withoutCoordinates: 0, totalWeight: 5 }
const shared = { weight: 'riskValue', day: null, filter: EMPTY_FILTER } as const
const level = (key: string) => `<${key}>`
const square: GeoJSON.Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [114, 22.7],
      [114.002, 22.7],
      [114.002, 22.702],
      [114, 22.702],
      [114, 22.7],
    ],
  ],
}
const hexagon: HexagonFacts = {
  id: '3,4',
  count: 2,
  weight: 3,
  highestRank: 1,
  perSquareKilometre: 7.217_34,
}
const collection = <P>(properties: P) => ({
  type: 'FeatureCollection' as const,
  features: [{ type: 'Feature' as const, geometry: square, properties }],
})

function check(result: AnalysisResult, row: unknown[]) {
  const rows = analysisRows(result, level, '风险点数')
  const isWeighed = result.mode !== 'clusters'
  expect(rows).toEqual([isWeighed ? ['风险点数', ...row] : row])
  expect(rows[0]).toHaveLength(ANALYSIS_COLUMNS[result.mode].length)
}

test('a hexagon is a row with its centre and the word of its highest level', () => {
  check(
    {
      ...shared,
      mode: 'hexagons',
      answer: {
        ...facts,
        hexagons: collection(hexagon),
        edgeMetres: 400,
        breaks: [1],
        milliseconds: 1,
      },
    },
    ['3,4', 2, 3, 7.217, '<major>', 114.001, 22.701],
  )
})

test('a hexagon without a point has no level, and its test stands beside it', () => {
  const empty: HotspotFacts = {
    ...hexagon,
    count: 0,
    weight: 0,
    highestRank: 0,
    perSquareKilometre: 0,
    z: -1.234_56,
    p: 0.217_000_4,
    significance: 0,
  }
  check(
    {
      ...shared,
      mode: 'hotspots',
      answer: {
        ...facts,
        hexagons: collection(empty),
        edgeMetres: 400,
        neighbourMetres: 700,
        correction: 'none',
        tested: 1,
        occupied: 0,
        hotUncorrected: 0,
        counts: { [-99]: 0, [-95]: 0, [-90]: 0, 0: 1, 90: 0, 95: 0, 99: 0 },
        hotShare: 0,
        hotCommunities: [],
        untestable: null,
        milliseconds: 1,
      },
    },
    ['3,4', 0, 0, 0, null, -1.2346, 0.217, 0, 114.001, 22.701],
  )
})

test('a cluster is a row with its position', () => {
  check(
    {
      ...shared,
      mode: 'clusters',
      answer: {
        ...facts,
        clusters: {
          type: 'FeatureCollection',
          features: [
            {
              type: 'Feature',
              geometry: { type: 'Point', coordinates: [114.123_456_7, 22.7] },
              properties: { count: 9, weight: 5, highest: 'larger' },
            },
          ],
        },
        milliseconds: 1,
      },
    },
    [9, 5, '<larger>', 114.123_457, 22.7],
  )
})
