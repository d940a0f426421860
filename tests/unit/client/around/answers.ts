import type { Around } from '#data/contract/analysis/aroundResponses'
import type { Coverage } from '#data/contract/analysis/coverageResponses'
import type { Domino } from '#data/contract/analysis/dominoResponses'
import type { RiskLevel } from '#data/domain/riskLevels'

const DATED = {
  asOf: '2026-11-23T01:00:00Z',
  fictitious: true,
  source: '演示数据',
  seesOnly: null,
} as const
const TRAVEL = { speedMetresPerMinute: 300, detourFactor: 1.3, proposed: true } as const
const counts = (major: number, larger: number, general: number, low: number) => ({
  total: major + larger + general + low,
  major,
  larger,
  general,
  low,
})
const square = (west: number, south: number, east: number, north: number) => ({
  type: 'MultiPolygon' as const,
  coordinates: [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ] as [number, number][][][],
})
const point = (code: string, level: RiskLevel) => ({
  code,
  name: `风险点${code}`,
  longitude: 114.201,
  latitude: 22.701,
  level,
  parkCode: 'P1',
  parkName: '甲园区',
  areaCode: '440307003001',
})
const STATION = {
  code: 'S1',
  name: '甲站',
  longitude: 114.22,
  latitude: 22.7,
  kind: 'microFireStation',
  parkCode: 'P1',
  people: null,
  distanceMetres: 2055,
  minutes: 8.9,
} as const
const SCHOOL = {
  ...STATION,
  code: 'F1',
  name: '乙校',
  longitude: 114.202,
  kind: 'school',
  parkCode: null,
  people: 900,
  distanceMetres: 205,
} as const

export const AROUND: Around = {
  area: {
    kind: 'point',
    park: null,
    centre: [114.2, 22.7],
    radiusMetres: 1000,
    geometry: square(114.19, 22.69, 114.21, 22.71),
    measuredKm2: 3.14,
    outsideDistrict: 'none',
  },
  travel: TRAVEL,
  riskPoints: counts(1, 2, 3, 1234),
  unlocatedRiskPoints: 0,
  gravePoints: {
    total: 3,
    more: true,
    items: [{ ...point('R1', 'major'), enterpriseName: '甲厂', distanceMetres: 150, minutes: 0.7 }],
  },
  enterprises: { total: 12, headcount: 3400, highRisk: {} as Around['enterprises']['highRisk'] },
  parks: { total: 0, more: false, items: [] },
  communities: [],
  hazardSources: { total: 5, majorHazards: { total: 0, more: false, items: [] } },
  hiddenDangers: { open: 7, overdue: 2, openMajor: 1 },
  facilities: {
    counts: [
      { kind: 'microFireStation', sensitive: false, total: 0, people: 0 },
      { kind: 'school', sensitive: true, total: 1, people: 900 },
    ],
    list: { total: 1, more: false, items: [SCHOOL] },
  },
  sensitivePeople: 900,
  nearest: {
    microFireStation: { ...STATION, inside: false },
    fireBrigade: null,
    hospital: null,
  },
  ...DATED,
}

const AREA = { code: '440307', name: '龙岗区', level: 'district' } as const

export const COVERAGE: Coverage = {
  area: AREA,
  reach: { metres: 692.3, minutes: 3 },
  travel: TRAVEL,
  geometry: square(114.19, 22.69, 114.21, 22.71),
  stations: {
    total: 1,
    more: false,
    items: [{ ...STATION, staff: null, measured: null }],
  },
  measured: {
    stations: 0,
    drills: 0,
    withinLimit: 0,
    limitSeconds: 180,
    medianSeconds: null,
    since: null,
    until: null,
  },
  riskPoints: {
    covered: counts(4, 5, 6, 7),
    uncovered: counts(1, 0, 8, 9),
    unlocated: counts(0, 0, 0, 0),
  },
  uncoveredPoints: {
    total: 1,
    more: false,
    items: [{ ...point('R9', 'major'), station: STATION }],
  },
  parks: { total: 3, withStation: 3, withoutStation: { total: 0, more: false, items: [] } },
  enterprises: { total: 0, covered: 0, coveredPercent: null },
  ...DATED,
}

const member = (code: string, longitude: number, radiusMetres: number) => ({
  ...point(code, 'larger'),
  longitude,
  riskPointCode: `R-${code}`,
  majorHazardGrade: null,
  radiusMetres,
  burningTonnes: 12,
})

export const DOMINO: Domino = {
  area: AREA,
  groups: {
    total: 1,
    more: false,
    items: [
      {
        number: 1,
        crossesArea: false,
        members: [
          member('H1', 114.2, 300),
          member('H2', 114.202, 100),
          member('H3', 114.1985, 200),
        ],
        links: {
          total: 2,
          more: false,
          items: [
            { from: 'H1', to: 'H2', distanceMetres: 205, bearingDegrees: 90, mutual: false },
            { from: 'H1', to: 'H3', distanceMetres: 154, bearingDegrees: 270, mutual: true },
          ],
        },
        parks: [{ code: 'P1', name: '甲园区' }],
        enterprises: 2,
        headcount: 80,
        geometry: square(114.19, 22.69, 114.21, 22.71),
      },
    ],
  },
  atOnePlace: { groups: 0, hazardSources: 0 },
  assumptions: { model: 'vce', yield: 0.04, quantity: 'designedMaximum' },
  hazardSources: { total: 9, counted: 3, withoutValue: 4, withoutSubstances: 2, unlocated: 0 },
  leftOut: [],
  ...DATED,
}
