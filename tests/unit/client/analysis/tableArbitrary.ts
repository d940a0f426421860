import fc from 'fast-check'
import { HIGH_RISK_CLASS_ORDER } from '#data/domain/enterprises'
import { RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import type { PointFilter } from '../../../../client/analysis/pointFilter.ts'
import type { RiskPointTable } from '../../../../client/analysis/riskPointTable.ts'

export const AREA_CODES = ['440307001001', '440307001002', '440307013002', '440307002001']
export const PARK_CODES = ['LG-001', 'LG-002', 'LG-003']

const pointArbitrary = fc.record({
  longitude: fc.option(fc.double({ min: 114, max: 115, noNaN: true }), { nil: NaN }),
  latitude: fc.option(fc.double({ min: 22, max: 23, noNaN: true }), { nil: NaN }),
  level: fc.integer({ min: 1, max: 4 }),
  area: fc.nat(AREA_CODES.length - 1),
  park: fc.nat(PARK_CODES.length - 1),
  reviewDueDay: fc.integer({ min: 20_000, max: 20_010 }),
  hazardSources: fc.nat(2),
  majorHazardGrade: fc.nat(4),
  highRiskClass: fc.nat(HIGH_RISK_CLASS_ORDER.length),
  openHiddenDangers: fc.nat(3),
  overdueHiddenDangers: fc.nat(2),
  enterprise: fc.nat(3),
  headcount: fc.nat(500),
  enterpriseHiddenDangers: fc.nat(4),
  validFromDay: fc.integer({ min: 19_990, max: 20_010 }),
})
export type TestPoint = typeof pointArbitrary extends fc.Arbitrary<infer Point> ? Point : never

const PLAIN_POINT: TestPoint = {
  longitude: 114.2,
  latitude: 22.7,
  level: 4,
  area: 0,
  park: 0,
  reviewDueDay: 20_005,
  hazardSources: 0,
  majorHazardGrade: 0,
  highRiskClass: 0,
  openHiddenDangers: 0,
  overdueHiddenDangers: 0,
  enterprise: 0,
  headcount: 0,
  enterpriseHiddenDangers: 0,
  validFromDay: 19_990,
}

/** A table of the given points; what a point does not say is plain. */
export function tableOf(partial: readonly Partial<TestPoint>[]): RiskPointTable {
  const points = partial.map((point) => ({ ...PLAIN_POINT, ...point }))
  return {
    length: points.length,
    dataVersion: '7',
    asOf: '2026-11-23T01:00:00Z',
    withoutPoint: { open: 5, overdue: 1 },
    id: Uint32Array.from(points, (_, row) => 1000 + row),
    longitude: Float32Array.from(points, ({ longitude }) => longitude),
    latitude: Float32Array.from(points, ({ latitude }) => latitude),
    level: Uint8Array.from(points, ({ level }) => level),
    accidentType: new Uint8Array(points.length),
    areaCode: { indices: Uint16Array.from(points, ({ area }) => area), values: AREA_CODES },
    parkCode: { indices: Uint16Array.from(points, ({ park }) => park), values: PARK_CODES },
    score: new Float32Array(points.length).fill(70),
    reviewDueDay: Uint16Array.from(points, ({ reviewDueDay }) => reviewDueDay),
    hazardSources: Uint8Array.from(points, ({ hazardSources }) => hazardSources),
    majorHazardGrade: Uint8Array.from(points, ({ majorHazardGrade }) => majorHazardGrade),
    highRiskClass: Uint8Array.from(points, ({ highRiskClass }) => highRiskClass),
    openHiddenDangers: Uint16Array.from(points, (point) => point.openHiddenDangers),
    overdueHiddenDangers: Uint16Array.from(points, (point) => point.overdueHiddenDangers),
    enterprise: Uint32Array.from(points, ({ enterprise }) => enterprise),
    headcount: Uint32Array.from(points, ({ headcount }) => headcount),
    enterpriseHiddenDangers: Uint16Array.from(points, (point) => point.enterpriseHiddenDangers),
    validFromDay: Uint16Array.from(points, ({ validFromDay }) => validFromDay),
  }
}

export const tableArbitrary = fc.array(pointArbitrary, { maxLength: 200 }).map(tableOf)

export const filterArbitrary: fc.Arbitrary<PointFilter> = fc.record({
  areaCode: fc.constantFrom(null, '440307', '440307001', '440307013', '440307999', ...AREA_CODES),
  parkCode: fc.constantFrom(null, 'LG-999', ...PARK_CODES),
  levels: fc.subarray([...RISK_LEVEL_ORDER]),
  highRiskClasses: fc.subarray([...HIGH_RISK_CLASS_ORDER]),
  hazardSourcesOnly: fc.boolean(),
  majorHazardsOnly: fc.boolean(),
  reviewOverdueOnly: fc.boolean(),
  today: fc.integer({ min: 19_999, max: 20_012 }),
})
