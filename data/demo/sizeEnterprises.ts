import type { ParkType } from '../domain/parks.ts'
import type { Tenant } from './createEnterprises.ts'
import { createRandom, hash } from './random.ts'

const MEDIAN_HEADCOUNTS = {
  oldMixed: 34,
  electronics: 85,
  furniture: 45,
  lithiumEnergy: 140,
  coldChain: 30,
  printing: 48,
  foodOpticsJewellery: 55,
  research: 32,
} as const satisfies Record<ParkType, number>

/** CONTENT.md 4.2: of 204 dust enterprises 20 have ≥ 30 workers in dust, 57 have 10–29, 127 < 10. */
const DUST_TIERS = [
  { enterprises: 20, least: 30, most: 88 },
  { enterprises: 57, least: 10, most: 29 },
  { enterprises: 127, least: 2, most: 9 },
]
/** At most this share of the people works in dust. */
const DUST_SHARE = 0.6

export function sizeEnterprises(tenants: readonly Tenant[], seed: number): void {
  for (const tenant of tenants) {
    const random = createRandom(seed, 'size', tenant.code)
    const size = MEDIAN_HEADCOUNTS[tenant.park.parkType] * Math.exp(0.75 * random.normal())
    tenant.headcount = Math.round(Math.max(4, Math.min(1200, size)))
  }
  const dusty = tenants
    .filter(({ highRiskClass }) => highRiskClass === 'dust')
    .sort((a, b) => b.headcount - a.headcount || hash(a.code) - hash(b.code))
  let from = 0
  for (const { enterprises, least, most } of DUST_TIERS) {
    for (const tenant of dusty.slice(from, from + enterprises)) {
      const random = createRandom(seed, 'dust', tenant.code)
      const workers = Math.floor(tenant.headcount * random.between(0.15, DUST_SHARE))
      tenant.dustWorkers = Math.max(least, Math.min(most, workers))
      tenant.headcount = Math.max(tenant.headcount, Math.ceil(tenant.dustWorkers / DUST_SHARE))
    }
    from += enterprises
  }
}
