import type { Tenant } from './createEnterprises.ts'
import {
  createEnterpriseNamer,
  NAMED_ENTERPRISES,
  CHARACTERS_OF_A_NAME,
} from './enterpriseNames.ts'
import { INDUSTRIES } from './industries.ts'
import type { Random } from './random.ts'

/** CONTENT.md 4.4, stated dirt: three pairs of enterprises have one name. */
const SAME_NAME_WORDS = ['机加工厂', '注塑厂', '电子厂']

/**
 * The names of CONTENT.md 5.3 for enterprises of their trade, codes for those of the article's park
 * ("企业 A01"), invented names for the others.
 */
export function nameEnterprises(tenants: readonly Tenant[], random: Random): void {
  const taken = new Set(NAMED_ENTERPRISES)
  tenants
    .filter(({ park }) => park.isArticlePark)
    .forEach((tenant, index) => (tenant.name = `企业 A${String(index + 1).padStart(2, '0')}`))
  const pinnedFirst = random
    .shuffled(tenants.filter(({ name }) => name === ''))
    .sort((a, b) => pinRank(a) - pinRank(b))
  const parksUsed = new Set<string>()
  for (const name of NAMED_ENTERPRISES) {
    const word = name.slice(CHARACTERS_OF_A_NAME)
    const free = pinnedFirst.filter(
      (candidate) => candidate.name === '' && !parksUsed.has(candidate.parkCode),
    )
    const tenant = free.find(({ trade }) => trade.word === word) ?? retrain(free, word)
    tenant.name = name
    parksUsed.add(tenant.parkCode)
  }
  const nameFor = createEnterpriseNamer(random, taken)
  const unnamed = tenants.filter(({ name }) => name === '')
  for (const tenant of unnamed) tenant.name = nameFor(tenant.trade.word)
  for (const word of SAME_NAME_WORDS) {
    const [first, ...others] = unnamed.filter(({ trade }) => trade.word === word)
    const namesake = random.pick(others.filter(({ parkCode }) => parkCode !== first!.parkCode))
    namesake.name = first!.name
  }
}

/** Where chance gave nobody the trade, somebody of the same class whose park has it takes it up. */
function retrain(free: readonly Tenant[], word: string): Tenant {
  const trade = INDUSTRIES.find((industry) => industry.word === word)!
  const tenant = free.find(
    ({ park, highRiskClass }) =>
      highRiskClass === trade.highRiskClass &&
      trade.parkTypes[park.parkType] !== undefined &&
      park.levels.major === 0,
  )
  if (!tenant) throw new RangeError(`no enterprise can be a ${word}`)
  tenant.trade = trade
  tenant.industry = trade.industry
  return tenant
}

/** Enterprises of parks with a pinned hazard source come first, the gravest first. */
function pinRank({ park }: Tenant): number {
  const tonnes = park.hazardPins.flatMap(({ units }) =>
    units.flatMap(({ quantities }) => Object.values(quantities)),
  )
  return tonnes.length > 0 ? -Math.max(...tonnes) : 0
}
