import { beforeAll, describe, expect, it, vi } from 'vitest'
import { EMPTY_FILTER, filterRows } from '../../../../client/analysis/pointFilter.ts'
import { selectMarks } from '../../../../client/analysis/selectMarks.ts'
import {
  buildRiskPointLayers,
  type RiskPointLayersState,
} from '../../../../client/map/layers/riskPointLayers.ts'
import { tableOf } from '../analysis/tableArbitrary.ts'

const table = tableOf([
  { level: 1, majorHazardGrade: 3, hazardSources: 1 },
  { level: 2, hazardSources: 1 },
  { level: 3 },
  { level: 4 },
])
const rows = filterRows(table, EMPTY_FILTER)
const bbox = [114, 22, 115, 23] as const
const marks = selectMarks({ table, rows, scale: 'park', bbox, zoom: 14, showAll: false })
const street = selectMarks({ table, rows, scale: 'street', bbox, zoom: 14, showAll: false })

const state: RiskPointLayersState = {
  marks,
  theme: 'dark',
  scale: 'park',
  visible: { riskPoints: true, hazardSources: true },
  selectedPosition: null,
  hoveredPosition: null,
  beforeId: 'first-label',
  pixelRatio: 2,
  textScale: 1,
}
const idsOf = (change: Partial<RiskPointLayersState> = {}) =>
  buildRiskPointLayers({ ...state, ...change }).map(({ id }) => id)

beforeAll(() => {
  vi.stubGlobal(
    'ImageData',
    class {
      constructor(
        readonly data: Uint8ClampedArray,
        readonly width: number,
        readonly height: number,
      ) {}
    },
  )
})

describe('buildRiskPointLayers', () => {
  it('draws thin rings below, low first and 重大 last, bold rings and halos on top', () => {
    expect(idsOf({ selectedPosition: [114.2, 22.7], hoveredPosition: [114.2, 22.7] })).toEqual([
      'hazard-sources-park',
      'risk-points-low-park',
      'risk-points-general-park',
      'risk-points-larger-park',
      'risk-points-major-park',
      'major-hazard-sources-inner-park',
      'major-hazard-sources-outer-park',
      'risk-point-hovered',
      'risk-point-selected-ground',
      'risk-point-selected',
    ])
  })

  it('leaves clusters to the symbols, and rings to the closer scales', () => {
    expect(street.clusters.length).toBeGreaterThan(0)
    const ids = idsOf({ marks: street, scale: 'street' })
    expect(ids.filter((id) => id.includes('cluster'))).toEqual([])
    expect(ids).not.toContain('hazard-sources-street')
  })

  it('leaves out what is switched off or empty', () => {
    expect(idsOf({ visible: { riskPoints: false, hazardSources: false } })).toEqual([])
    expect(idsOf({ visible: { riskPoints: false, hazardSources: true } })).toHaveLength(3)
    const none = selectMarks({
      table,
      rows: rows.subarray(0, 0),
      scale: 'park',
      bbox,
      zoom: 14,
      showAll: false,
    })
    expect(idsOf({ marks: none })).toEqual([])
  })

  it('keeps every layer below the labels and out of GPU picking', () => {
    for (const { props } of buildRiskPointLayers({ ...state, selectedPosition: [114, 22] })) {
      expect(props).toMatchObject({ beforeId: 'first-label', pickable: false })
    }
  })

  it('hands deck.gl the same data again, so that only new marks are uploaded', () => {
    const dataOf = (change: Partial<RiskPointLayersState>) =>
      buildRiskPointLayers({ ...state, ...change }).map(({ props }) => props.data as unknown)
    dataOf({}).forEach((data, index) => {
      expect(dataOf({ theme: 'light', opacity: 0.5 })[index]).toBe(data)
    })
  })
})
