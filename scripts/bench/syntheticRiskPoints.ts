import { RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import type { RiskPointTable } from '../../client/analysis/riskPointTable.ts'

const STREETS = 11
const COMMUNITIES = 111
const PARKS = 276
const ENTERPRISES_A_PARK = 12
/** Shares of the demo district: 25, 499, 3,245 and 8,711 of 12,480. */
const CUMULATIVE_SHARES = [0.002, 0.042, 0.302, 1]
const ONE_IN_A_HUNDRED = 0.01
/** Roughly the district, so that views of the benchmark hold what a real view holds. */
export const SYNTHETIC_BOUNDS = [114.1, 22.55, 114.53, 22.86] as const

/** Mulberry32: the same numbers on every machine. */
function randomNumbers(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function communityCodes(): string[] {
  const digits = (number: number) => String(number + 1).padStart(3, '0')
  return Array.from(
    { length: COMMUNITIES },
    (_, index) => `440307${digits(index % STREETS)}${digits(Math.floor(index / STREETS))}`,
  )
}

type Park = { community: number; longitude: number; latitude: number }

function makeParks(random: () => number): Park[] {
  const [west, south, east, north] = SYNTHETIC_BOUNDS
  return Array.from({ length: PARKS }, (_, index) => ({
    community: index % COMMUNITIES,
    longitude: west + (east - west) * random(),
    latitude: south + (north - south) * random(),
  }))
}

/** A district of so many points in parks, deterministic; 1 % of them without coordinates. */
export function syntheticRiskPoints(length: number, seed = 1): RiskPointTable {
  const random = randomNumbers(seed)
  const parks = makeParks(random)
  const values = communityCodes()
  const table = {
    length,
    dataVersion: '1',
    asOf: '2026-11-23T01:00:00Z',
    withoutPoint: { open: 100, overdue: 10 },
    id: Uint32Array.from({ length }, (_, row) => row + 1),
    longitude: new Float32Array(length),
    latitude: new Float32Array(length),
    level: new Uint8Array(length),
    accidentType: new Uint8Array(length),
    areaCode: { indices: new Uint16Array(length), values },
    parkCode: { indices: new Uint16Array(length), values: parks.map((_, index) => `P${index}`) },
    score: new Float32Array(length),
    reviewDueDay: new Uint16Array(length),
    hazardSources: new Uint8Array(length),
    majorHazardGrade: new Uint8Array(length),
    highRiskClass: new Uint8Array(length),
    openHiddenDangers: new Uint16Array(length),
    overdueHiddenDangers: new Uint16Array(length),
    enterprise: new Uint32Array(length),
    headcount: new Uint32Array(length),
    enterpriseHiddenDangers: new Uint16Array(length),
    validFromDay: new Uint16Array(length).fill(20_380),
  }
  for (let row = 0; row < length; row += 1) {
    const parkIndex = Math.floor(random() * PARKS)
    const { community, longitude, latitude } = parks[parkIndex]!
    const located = random() >= ONE_IN_A_HUNDRED
    table.longitude[row] = located ? longitude + (random() - 0.5) * 0.004 : NaN
    table.latitude[row] = located ? latitude + (random() - 0.5) * 0.004 : NaN
    const draw = random()
    table.level[row] = CUMULATIVE_SHARES.findIndex((share) => draw < share) + 1
    table.accidentType[row] = Math.floor(random() * 27)
    table.areaCode.indices[row] = community
    table.parkCode.indices[row] = parkIndex
    table.score[row] = 20 + (RISK_LEVEL_ORDER.length - table.level[row]!) * 100 * random()
    table.reviewDueDay[row] = 20_700 + Math.floor(random() * 365)
    table.hazardSources[row] = random() < 0.125 ? 1 : 0
    table.majorHazardGrade[row] = random() < 0.0004 ? 4 : 0
    table.highRiskClass[row] = random() < 0.2 ? 1 + Math.floor(random() * 3) : 0
    table.openHiddenDangers[row] = row % 37 === 0 ? 1 : 0
    table.overdueHiddenDangers[row] = row % 481 === 0 ? 1 : 0
    table.enterprise[row] = 1 + parkIndex * ENTERPRISES_A_PARK + (row % ENTERPRISES_A_PARK)
    table.headcount[row] = 20 + ((table.enterprise[row]! * 37) % 400)
    table.enterpriseHiddenDangers[row] = table.enterprise[row]! % 11 === 0 ? 1 : 0
  }
  return table
}
