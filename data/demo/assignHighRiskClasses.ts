import { HIGH_RISK_CLASS_ORDER, type HighRiskClass } from '../domain/enterprises.ts'
import type { ParkType } from '../domain/parks.ts'
import { apportion } from './apportion.ts'
import type { ParkPlan } from './planParks.ts'
import { STREET_CODES, STREET_TABLE } from './streetTable.ts'

type Affinity = {
  /** How readily an enterprise in a park of the type belongs to the class. */
  parkTypes: Partial<Record<ParkType, number>>
  /** At most this share of a park's enterprises. */
  mostShare: number
  /** Types whose 重大 points need an enterprise of the class. */
  majorNeeds: readonly ParkType[]
}

const AFFINITY = {
  dust: {
    parkTypes: { furniture: 3, oldMixed: 1, foodOpticsJewellery: 0.5, electronics: 0.15 },
    mostShare: 0.75,
    majorNeeds: ['furniture', 'oldMixed', 'electronics'],
  },
  ammonia: {
    parkTypes: { coldChain: 1, foodOpticsJewellery: 0.15 },
    mostShare: 0.25,
    majorNeeds: ['coldChain', 'foodOpticsJewellery'],
  },
  lithiumBattery: {
    parkTypes: { lithiumEnergy: 1, electronics: 0.08 },
    mostShare: 0.9,
    majorNeeds: ['lithiumEnergy'],
  },
} as const satisfies Record<HighRiskClass, Affinity>

/** The dust, ammonia and lithium enterprises of each street (CONTENT.md 4.2) among its parks. */
export function assignHighRiskClasses(plans: readonly ParkPlan[]): void {
  for (const streetCode of STREET_CODES) {
    const parks = plans.filter((plan) => plan.streetCode === streetCode)
    for (const highRiskClass of HIGH_RISK_CLASS_ORDER) {
      const total = STREET_TABLE[streetCode].highRisk[highRiskClass]
      const counts = apportion(
        total,
        parks.map((plan) => shareOf(plan, highRiskClass, total)),
      )
      parks.forEach((plan, index) => (plan.highRisk[highRiskClass] = counts[index]!))
    }
  }
}

function shareOf(plan: ParkPlan, highRiskClass: HighRiskClass, total: number) {
  const { parkTypes, mostShare, majorNeeds }: Affinity = AFFINITY[highRiskClass]
  const weight = plan.isArticlePark ? 0 : (parkTypes[plan.parkType] ?? 0) * plan.enterprises
  const isNeeded = plan.levels.major > 0 && majorNeeds.includes(plan.parkType) && total > 0
  const other = plan.highRisk.dust + plan.highRisk.ammonia + plan.highRisk.lithiumBattery
  const most = Math.max(1, Math.floor(plan.enterprises * mostShare)) - other
  return { weight, least: isNeeded ? 1 : 0, most: Math.max(0, most) }
}
