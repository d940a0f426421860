import { NO_HIDDEN_DANGERS } from '../../helpers/noHiddenDangers.ts'
import type { QualityItem } from '#data/domain/quality'
import { HEALTH, PARK, PLACE } from './records.ts'

/** What the quality page reads, and what every card and page does. */
const AS_OF = PLACE.asOf

export const FINDING: QualityItem = {
  entity: 'riskPoint',
  code: 'DEMO-R-0000001',
  name: '氨机房储氨器',
  areaCode: PLACE.areaCode,
  community: PLACE.community,
  street: PLACE.street,
  parkCode: PLACE.parkCode,
  parkName: PLACE.parkName,
  riskPointCode: 'DEMO-R-0000001',
  level: 'major',
  measure: 12,
  text: null,
  reportId: null,
}

export const QUALITY = {
  counts: {
    overdueReviews: 120,
    reviewsSoon: 30,
    errorReports: 1,
    recentRetirements: 2,
    missingCoordinates: 125,
    missingPersons: 250,
    outsidePark: 0,
    duplicatePoints: 4,
    duplicateEnterprises: 6,
    enterpriseGaps: 40,
  },
  pendingDowngrades: 1,
  asOf: AS_OF,
  source: '测试',
}

const FIGURES = {
  riskPoints: PARK.riskPoints,
  riskValue: 3,
  overdueReviews: 0,
  missingCoordinates: 0,
  hazardSources: 1,
  majorHazardSources: 1,
  parks: 1,
  demonstrationParks: 0,
  enterprises: 1,
  ...NO_HIDDEN_DANGERS,
}
const summary = (
  code: string,
  name: string,
  level: string,
  children: [string, string, string][],
) => ({
  ...FIGURES,
  area: { code, name, level, officialAreaKm2: null },
  children: children.map(([childCode, childName, kind]) => ({
    ...FIGURES,
    code: childCode,
    name: childName,
    kind,
  })),
  asOf: AS_OF,
  fictitious: true,
  source: '测试',
})
const SUMMARIES = new Map(
  [
    summary('440307', '龙岗区', 'district', [['440307013', '坂田街道', 'street']]),
    summary('440307013', '坂田街道', 'street', [['440307013002', '岗头社区', 'community']]),
    summary('440307013002', '岗头社区', 'community', []),
  ].map((each) => [each.area.code, each] as const),
)

/** The reads that every card and page makes. */
export const READS = {
  'GET /api/health': HEALTH,
  'GET /api/summary': ({ query }: { query: URLSearchParams }) =>
    SUMMARIES.get(query.get('area') ?? '440307'),
}
