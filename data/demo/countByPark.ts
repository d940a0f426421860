import { sum } from './apportion.ts'
import { largerRate } from './assignParkTypes.ts'
import { COMMUNITY_ROWS } from './communityTable.ts'
import { PARK_TYPE_TABLE, type ParkTypeRow } from './parkTypeTable.ts'
import type { ParkPlan } from './planParks.ts'
import type { Random } from './random.ts'
import { STREET_TABLE, type StreetRow } from './streetTable.ts'
import { fillTwoWayTable, type Totals } from './twoWayTable.ts'

/** z of the 10th and the 90th percentile of a normal distribution. */
const Z90 = 1.2816
/** No park is more than this many standard deviations from the usual one of its type. */
const Z_LIMIT = 2
const LEAST_ENTERPRISES = 3
/** At least this share of a park's points stays 低 or 一般. */
const LARGER_SHARE_LIMIT = 0.4

const totalsOf = <Row>(table: Record<string, Row>, value: (row: Row) => number): Totals =>
  Object.fromEntries(Object.entries(table).map(([key, row]) => [key, value(row)]))
const byStreet = (value: (row: StreetRow) => number) => totalsOf<StreetRow>(STREET_TABLE, value)
const byType = (value: (row: ParkTypeRow) => number) =>
  totalsOf<ParkTypeRow>(PARK_TYPE_TABLE, value)

/** Log-normal sizes with the percentiles of CONTENT.md 4.3, one stratum a park of the type. */
export function countRiskPoints(plans: readonly ParkPlan[], random: Random): void {
  const weights = new Map<ParkPlan, number>()
  for (const [parkType, { p10, p90 }] of Object.entries(PARK_TYPE_TABLE)) {
    const ofType = random.shuffled(plans.filter((plan) => plan.parkType === parkType))
    const sigma = Math.log(p90 / p10) / (2 * Z90)
    ofType.forEach((plan, index) => {
      const z = normalQuantile((index + 0.5) / ofType.length)
      const limited = Math.max(-Z_LIMIT, Math.min(Z_LIMIT, z))
      weights.set(plan, Math.sqrt(p10 * p90) * Math.exp(sigma * limited))
    })
  }
  const counts = fillTwoWayTable(
    plans.map((plan) => streetCell(plan, weights.get(plan)!, Infinity)),
    byStreet((row) => row.riskPoints),
    byType((row) => row.riskPoints),
  )
  plans.forEach((plan, index) => (plan.riskPoints = counts[index]!))
}

/** The 25 重大 points at the places the community table names, in the largest park of the type. */
export function placeMajorPoints(plans: readonly ParkPlan[]): void {
  for (const { code, major = [] } of COMMUNITY_ROWS) {
    for (const parkType of major) {
      const [park] = plans
        .filter((plan) => plan.areaCode === code && plan.parkType === parkType)
        .sort((a, b) => a.levels.major - b.levels.major || b.riskPoints - a.riskPoints)
      park!.levels.major++
    }
  }
}

/** 较大 by community and type, 一般 by street and type; 低 is what remains. */
export function countLevels(plans: readonly ParkPlan[], random: Random): void {
  const larger = fillTwoWayTable(
    plans.map((plan) => ({
      row: plan.areaCode,
      column: plan.parkType,
      weight: largerWeight(plan, random.normal()),
      most: Math.floor(plan.riskPoints * LARGER_SHARE_LIMIT),
    })),
    Object.fromEntries(COMMUNITY_ROWS.map((row) => [row.code, row.larger])),
    byType((row) => row.larger),
  )
  plans.forEach((plan, index) => (plan.levels.larger = larger[index]!))
  const left = plans.map((plan) => plan.riskPoints - plan.levels.major - plan.levels.larger)
  const general = fillTwoWayTable(
    plans.map((plan, index) => {
      const { general: points, parks } = PARK_TYPE_TABLE[plan.parkType]
      const rate = (points / parks) * Math.exp(0.15 * random.normal())
      return streetCell(plan, rate * left[index]!, left[index]!)
    }),
    byStreet((row) => row.levels.general),
    byType((row) => row.general),
  )
  plans.forEach((plan, index) => {
    plan.levels.general = general[index]!
    plan.levels.low = left[index]! - general[index]!
  })
}

export function countEnterprises(plans: readonly ParkPlan[], random: Random): void {
  const extra = fillTwoWayTable(
    plans.map((plan) => {
      const { enterprises, parks } = PARK_TYPE_TABLE[plan.parkType]
      const size = (plan.riskPoints / meanRiskPoints(plan)) ** 0.6
      const weight = (enterprises / parks - LEAST_ENTERPRISES) * size
      return streetCell(plan, weight * Math.exp(0.2 * random.normal()), Infinity)
    }),
    byStreet((row) => row.enterprises - LEAST_ENTERPRISES * row.parks),
    byType((row) => row.enterprises - LEAST_ENTERPRISES * row.parks),
  )
  plans.forEach((plan, index) => (plan.enterprises = LEAST_ENTERPRISES + extra[index]!))
}

function largerWeight(plan: ParkPlan, normal: number): number {
  if (plan.isArticlePark) return 0
  const size = (plan.riskPoints / meanRiskPoints(plan)) ** 0.8
  return largerRate(plan.parkType) * size * Math.exp(0.4 * normal) * (plan.demonstration ? 0.6 : 1)
}

function meanRiskPoints({ parkType }: ParkPlan): number {
  return PARK_TYPE_TABLE[parkType].riskPoints / PARK_TYPE_TABLE[parkType].parks
}

function streetCell({ streetCode, parkType }: ParkPlan, weight: number, most: number) {
  return { row: streetCode, column: parkType, weight, most }
}

/** Inverse of the normal distribution by bisection of the logistic-like error function. */
function normalQuantile(probability: number): number {
  let low = -6
  let high = 6
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    if (normalShare(middle) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Φ(z) after Zelen & Severo (Abramowitz & Stegun 26.2.17), error below 7.5e-8. */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const coefficients = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429]
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    sum(coefficients.map((coefficient, index) => coefficient * t ** (index + 1)))
  return z >= 0 ? 1 - tail : tail
}
