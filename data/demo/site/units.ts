import type { Tenant } from '../createEnterprises.ts'
import type { Building } from '../layOutPark.ts'
import type { Rectangle } from '../plane.ts'

/** The part of one floor of one building that one tenant uses. */
export type SiteUnit = { tenant: number; building: number; floor: number; rectangle: Rectangle }

export type SiteUnits = {
  units: SiteUnit[]
  /** @throws RangeError where the tenant uses nothing of the floor */
  unitOf: (tenant: number, building: number, floor: number) => Rectangle
  /** Stairs, lifts and switch rooms: the same strip on every floor of a building. */
  commonOf: (building: number) => Rectangle
}

/** Outer wall, and half a wall between two units, in metres. */
const WALL = 0.3
const PARTITION = 0.1
/** Stairs, lift and switch room at one end of the building. */
const COMMON_LENGTH = 6
/** However few people it has, a unit takes this share of what an equal one would. */
const LEAST_SHARE = 0.5

/** Slices across the longer side of each floor, as wide as the tenants have people. */
export function createUnits(buildings: readonly Building[], tenants: readonly Tenant[]): SiteUnits {
  const byKey = new Map<string, SiteUnit>()
  buildings.forEach((_, building) => {
    for (let floor = 1; floor <= buildings[building]!.floors; floor++) {
      const here = tenants.flatMap(({ leases }, tenant) =>
        leases.some((lease) => isAt(lease, building, floor)) ? [tenant] : [],
      )
      const rectangles = slices(
        lettable(buildings[building]!),
        here.map((tenant) => tenants[tenant]!.headcount),
      )
      here.forEach((tenant, index) => {
        const unit = { tenant, building, floor, rectangle: rectangles[index]! }
        byKey.set(keyOf(tenant, building, floor), unit)
      })
    }
  })
  return {
    units: [...byKey.values()],
    unitOf: (tenant, building, floor) => {
      const unit = byKey.get(keyOf(tenant, building, floor))
      if (!unit) throw new RangeError(`tenant ${tenant} has no unit on floor ${floor}`)
      return unit.rectangle
    },
    commonOf: (building) => commonIn(buildings[building]!),
  }
}

type Lease = Tenant['leases'][number]
const isAt = (lease: Lease, building: number, floor: number): boolean =>
  lease.building === building && lease.lowest <= floor && floor <= lease.highest

const keyOf = (tenant: number, building: number, floor: number) => `${tenant}|${building}|${floor}`

const within = ({ u, v, width, depth }: Rectangle, by: number): Rectangle => ({
  u: u + by,
  v: v + by,
  width: width - 2 * by,
  depth: depth - 2 * by,
})

/** A strip across the longer side, at its beginning. */
function commonIn(building: Rectangle): Rectangle {
  const inner = within(building, WALL)
  const isWide = inner.width >= inner.depth
  const length = COMMON_LENGTH - PARTITION
  return isWide ? { ...inner, width: length } : { ...inner, depth: length }
}

function lettable(building: Rectangle): Rectangle {
  const inner = within(building, WALL)
  const { u, v, width, depth } = inner
  const from = COMMON_LENGTH + PARTITION
  return width >= depth
    ? { ...inner, u: u + from, width: width - from }
    : { ...inner, v: v + from, depth: depth - from }
}

function slices(floor: Rectangle, people: readonly number[]): Rectangle[] {
  const mean = people.reduce((sum, count) => sum + count, 0) / people.length
  const weights = people.map((count) => Math.max(LEAST_SHARE, Math.sqrt(count / mean)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const isWide = floor.width >= floor.depth
  const length = (isWide ? floor.width : floor.depth) / total
  let before = 0
  return weights.map((weight, index) => {
    const from = before * length + (index > 0 ? PARTITION : 0)
    before += weight
    const to = before * length - (index < weights.length - 1 ? PARTITION : 0)
    return isWide
      ? { ...floor, u: floor.u + from, width: to - from }
      : { ...floor, v: floor.v + from, depth: to - from }
  })
}
