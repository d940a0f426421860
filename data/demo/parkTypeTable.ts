import type { ParkType } from '../domain/parks.ts'

export type ParkTypeRow = {
  parks: number
  enterprises: number
  riskPoints: number
  /** Risk points of a park at the 10th and the 90th percentile. */
  p10: number
  p90: number
  major: number
  larger: number
  general: number
  hazardSources: number
}

/** CONTENT.md 4.3; 低 is what remains of the risk points. */
export const PARK_TYPE_TABLE = {
  oldMixed: {
    parks: 112,
    enterprises: 1568,
    riskPoints: 5666,
    p10: 22,
    p90: 92,
    major: 3,
    larger: 190,
    general: 1473,
    hazardSources: 560,
  },
  electronics: {
    parks: 48,
    enterprises: 480,
    riskPoints: 1968,
    p10: 20,
    p90: 68,
    major: 1,
    larger: 52,
    general: 472,
    hazardSources: 260,
  },
  furniture: {
    parks: 20,
    enterprises: 160,
    riskPoints: 900,
    p10: 24,
    p90: 70,
    major: 4,
    larger: 60,
    general: 261,
    hazardSources: 110,
  },
  lithiumEnergy: {
    parks: 18,
    enterprises: 126,
    riskPoints: 1188,
    p10: 35,
    p90: 110,
    major: 8,
    larger: 92,
    general: 368,
    hazardSources: 250,
  },
  coldChain: {
    parks: 24,
    enterprises: 216,
    riskPoints: 840,
    p10: 14,
    p90: 60,
    major: 5,
    larger: 44,
    general: 218,
    hazardSources: 96,
  },
  printing: {
    parks: 22,
    enterprises: 264,
    riskPoints: 990,
    p10: 21,
    p90: 74,
    major: 2,
    larger: 38,
    general: 267,
    hazardSources: 180,
  },
  foodOpticsJewellery: {
    parks: 16,
    enterprises: 192,
    riskPoints: 608,
    p10: 18,
    p90: 60,
    major: 2,
    larger: 21,
    general: 146,
    hazardSources: 92,
  },
  research: {
    parks: 16,
    enterprises: 234,
    riskPoints: 320,
    p10: 8,
    p90: 34,
    major: 0,
    larger: 2,
    general: 40,
    hazardSources: 12,
  },
} as const satisfies Record<ParkType, ParkTypeRow>

export const PARK_TYPE_KEYS = Object.keys(PARK_TYPE_TABLE) as ParkType[]
