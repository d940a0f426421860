import type { HighRiskClass } from '../domain/enterprises.ts'
import type { ParkType } from '../domain/parks.ts'
import type { RiskLevel } from '../domain/riskLevels.ts'

export type StreetRow = {
  name: string
  parks: number
  enterprises: number
  riskPoints: number
  levels: Record<RiskLevel, number>
  highRisk: Record<HighRiskClass, number>
  microFireStations: number
  parkTypes: Record<ParkType, number>
  /** Share of the 一般 and 低 points whose review is overdue. */
  overdueShare: number
  /** Moves the grades of the street's parks: above 0 it lags, below 0 it controls its risk. */
  lag: number
}

const levels = (major: number, larger: number, general: number, low: number) => ({
  major,
  larger,
  general,
  low,
})
const highRisk = (dust: number, ammonia: number, lithiumBattery: number) => ({
  dust,
  ammonia,
  lithiumBattery,
})
/** In the order of CONTENT.md 4.3; rows sum to the street's parks, columns to the type's. */
const parkTypes = (
  ...counts: [number, number, number, number, number, number, number, number]
) => ({
  oldMixed: counts[0],
  electronics: counts[1],
  furniture: counts[2],
  lithiumEnergy: counts[3],
  coldChain: counts[4],
  printing: counts[5],
  foodOpticsJewellery: counts[6],
  research: counts[7],
})

/**
 * CONTENT.md 4.2, with the parks by type that meet 4.3 as well: batteries in 宝龙 and 坪地, cold
 * stores in 平湖, furniture and optics in 横岗 and 园山, research in 坂田 and 龙城. `overdueShare`
 * and `lag` carry the story: 宝龙 controls its risk, 横岗 and 坪地 lag.
 */
export const STREET_TABLE = {
  '440307003': {
    name: '平湖',
    parks: 40,
    enterprises: 488,
    riskPoints: 1891,
    levels: levels(5, 81, 502, 1303),
    highRisk: highRisk(34, 6, 20),
    microFireStations: 28,
    parkTypes: parkTypes(16, 4, 1, 3, 10, 4, 2, 0),
    overdueShare: 0.02,
    lag: 0.2,
  },
  '440307006': {
    name: '坪地',
    parks: 29,
    enterprises: 276,
    riskPoints: 1316,
    levels: levels(4, 71, 370, 871),
    highRisk: highRisk(24, 2, 26),
    microFireStations: 20,
    parkTypes: parkTypes(13, 2, 3, 4, 3, 3, 1, 0),
    overdueShare: 0.055,
    lag: 0.9,
  },
  '440307012': {
    name: '南湾',
    parks: 33,
    enterprises: 412,
    riskPoints: 1474,
    levels: levels(2, 54, 376, 1042),
    highRisk: highRisk(18, 2, 8),
    microFireStations: 24,
    parkTypes: parkTypes(16, 5, 1, 1, 4, 5, 1, 0),
    overdueShare: 0.02,
    lag: 0.2,
  },
  '440307013': {
    name: '坂田',
    parks: 34,
    enterprises: 476,
    riskPoints: 1514,
    levels: levels(1, 42, 366, 1105),
    highRisk: highRisk(10, 0, 8),
    microFireStations: 29,
    parkTypes: parkTypes(11, 13, 0, 1, 1, 2, 1, 5),
    overdueShare: 0.01,
    lag: -0.4,
  },
  '440307014': {
    name: '布吉',
    parks: 5,
    enterprises: 62,
    riskPoints: 179,
    levels: levels(0, 3, 37, 139),
    highRisk: highRisk(1, 0, 0),
    microFireStations: 4,
    parkTypes: parkTypes(1, 1, 0, 0, 0, 0, 0, 3),
    overdueShare: 0.01,
    lag: 0,
  },
  '440307015': {
    name: '龙城',
    parks: 14,
    enterprises: 208,
    riskPoints: 579,
    levels: levels(0, 10, 105, 464),
    highRisk: highRisk(3, 0, 2),
    microFireStations: 12,
    parkTypes: parkTypes(3, 4, 0, 0, 1, 0, 1, 5),
    overdueShare: 0.01,
    lag: -0.2,
  },
  '440307016': {
    name: '龙岗',
    parks: 21,
    enterprises: 250,
    riskPoints: 969,
    levels: levels(1, 35, 252, 681),
    highRisk: highRisk(14, 1, 9),
    microFireStations: 15,
    parkTypes: parkTypes(10, 3, 2, 2, 1, 2, 1, 0),
    overdueShare: 0.025,
    lag: 0.2,
  },
  '440307017': {
    name: '横岗',
    parks: 30,
    enterprises: 340,
    riskPoints: 1351,
    levels: levels(3, 54, 372, 922),
    highRisk: highRisk(40, 1, 8),
    microFireStations: 21,
    parkTypes: parkTypes(14, 2, 5, 1, 1, 2, 5, 0),
    overdueShare: 0.06,
    lag: 0.9,
  },
  '440307018': {
    name: '吉华',
    parks: 13,
    enterprises: 171,
    riskPoints: 612,
    levels: levels(1, 15, 146, 450),
    highRisk: highRisk(8, 0, 2),
    microFireStations: 10,
    parkTypes: parkTypes(5, 2, 1, 0, 0, 1, 1, 3),
    overdueShare: 0.015,
    lag: 0,
  },
  '440307019': {
    name: '宝龙',
    parks: 30,
    enterprises: 272,
    riskPoints: 1406,
    levels: levels(5, 83, 391, 927),
    highRisk: highRisk(22, 1, 28),
    microFireStations: 25,
    parkTypes: parkTypes(10, 10, 1, 5, 2, 1, 1, 0),
    overdueShare: 0.002,
    lag: -0.9,
  },
  '440307020': {
    name: '园山',
    parks: 27,
    enterprises: 285,
    riskPoints: 1189,
    levels: levels(3, 51, 328, 807),
    highRisk: highRisk(30, 1, 7),
    microFireStations: 19,
    parkTypes: parkTypes(13, 2, 6, 1, 1, 2, 2, 0),
    overdueShare: 0.02,
    lag: 0.3,
  },
} as const satisfies Record<string, StreetRow>

export type StreetCode = keyof typeof STREET_TABLE
export const STREET_CODES = Object.keys(STREET_TABLE) as StreetCode[]
