/**
 * The columns of `/api/risk-points.arrow`, in order: fixed width or dictionary, no text of a point.
 * Both sides read this list, the server to encode and the browser to decode. 43 bytes a point in
 * memory, under 16 on the wire once compressed. `null` where the note says so.
 */
export const RISK_POINT_COLUMNS = {
  id: { type: 'uint32', note: 'identity of the risk point in this database' },
  longitude: { type: 'float32', note: 'degrees WGS84, null without coordinates; error ≤ 0.4 m' },
  latitude: { type: 'float32', note: 'degrees WGS84, null without coordinates; error ≤ 0.1 m' },
  level: { type: 'uint8', note: '1 重大, 2 较大, 3 一般, 4 低' },
  accidentType: { type: 'uint8', note: 'index of the first accident type in ACCIDENT_TYPES' },
  areaCode: { type: 'dictionary', note: 'community, 12 digits' },
  parkCode: { type: 'dictionary', note: 'code of the park' },
  score: { type: 'float32', note: 'D = L·E·C, without unit' },
  reviewDueDay: { type: 'uint16', note: 'days from 1970-01-01 to the day the review is due' },
  hazardSources: { type: 'uint8', note: 'number of hazard sources at the point' },
  majorHazardGrade: { type: 'uint8', note: '1 to 4 of its gravest 重大危险源, 0 for none' },
  highRiskClass: { type: 'uint8', note: 'index in HIGH_RISK_CLASSES of its enterprise, 0 none' },
  openHiddenDangers: { type: 'uint16', note: 'open hidden dangers (未销号) at the point' },
  overdueHiddenDangers: { type: 'uint16', note: 'those of them past their original deadline' },
  enterprise: {
    type: 'uint32',
    note: 'counted from 1, equal for one enterprise within answers of one data version, 0 none',
  },
  headcount: { type: 'uint32', note: 'people of the enterprise as a whole, 0 without one' },
  enterpriseHiddenDangers: {
    type: 'uint16',
    note: 'open hidden dangers of the enterprise as a whole that are at none of the points',
  },
  validFromDay: {
    type: 'uint16',
    note: 'days from 1970-01-01 to the day since which the point is as it is',
  },
} as const satisfies Record<
  string,
  { type: 'uint8' | 'uint16' | 'uint32' | 'float32' | 'dictionary'; note: string }
>

export type RiskPointColumn = keyof typeof RISK_POINT_COLUMNS
