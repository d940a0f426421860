import type { Tenant } from './createEnterprises.ts'
import type { ParkLayout } from './layOutPark.ts'
import { hash } from './random.ts'
import type { Spot } from './spots.ts'

const NUMERALS = [...'一二三四五六七八九']
const FLOOR_WORD = /[一二三四五六七八九](?=[楼层])/
/** What lies on top of a building belongs to its highest floor. */
const ROOF_WORD = '屋面'

/**
 * The floor of a spot: one of those that its tenant uses, another for each key; what the park has
 * stands on the ground floor where that is measured. Null outside, and where nobody wrote down
 * where the tenant rents.
 */
export function floorOf(
  { buildings }: ParkLayout,
  tenant: Tenant | null,
  { building, yard }: Spot,
  location: string,
  isMeasured: boolean,
  key: readonly (string | number)[],
): number | null {
  if (yard) return null
  if (!tenant) return isMeasured ? 1 : null
  const lease = tenant.leases.find((each) => each.building === building) ?? tenant.leases[0]
  if (!lease) return null
  const top = buildings[building]!.floors
  const lowest = Math.min(lease.lowest, top)
  const highest = Math.min(lease.highest, top)
  if (location.includes(ROOF_WORD)) return highest
  const wanted = NUMERALS.indexOf(FLOOR_WORD.exec(location)?.[0] ?? '') + 1
  if (wanted >= lowest && wanted <= highest) return wanted
  return lowest + (hash('floor', ...key) % (highest - lowest + 1))
}

/** A place in words, "电芯三楼", with the floor that it is at. */
export function locationAt(location: string, floor: number | null): string {
  return floor === null ? location : location.replace(FLOOR_WORD, NUMERALS[floor - 1]!)
}
