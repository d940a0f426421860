import type { BuildingUse } from '../domain/parkFeatures.ts'
import type { Lease } from './createEnterprises.ts'
import type { ParkLayout } from './layOutPark.ts'
import type { Rectangle, Vector } from './plane.ts'
import type { Random } from './random.ts'
import { rentable } from './site/buildingFacts.ts'

/** Where a point may lie: a building (its number from 0) and the shares of its sides. */
export type Spot = {
  building: number
  along: number
  across: number
  /** Metres from one of the four walls, outside; null inside. */
  yard: { side: number; away: number } | null
}

/** Who has the point. */
export type Holding = {
  /** Which of the tenants; null for the park itself. */
  index: number | null
  tenants: number
  /** Where the park knows exactly who rents what. */
  leases: readonly Lease[] | null
  /** What the building of a point of the park is used for, where there is such a one. */
  use: BuildingUse | null
}

/** Metres from a wall, outside (the setback of a building is 7 m). */
const YARD = [1.5, 5] as const

/**
 * Where a point of the holder (a tenant's index, null for the park) lies: inside one of the holder's
 * buildings, or in the yard along one of its walls.
 */
export function spotAt(
  layout: ParkLayout,
  holder: Holding,
  isOutdoor: boolean,
  random: Random,
): Spot {
  const rented = rentable(layout.buildings)
  const anywhere = random.integer(layout.buildings.length)
  const round = random.integer(Math.max(1, Math.ceil(rented.length / holder.tenants)))
  const building = buildingOf(layout, holder, { rented, anywhere, round })
  const along = random.between(0.05, 0.95)
  const across = random.between(0.08, 0.92)
  const away = isOutdoor ? random.between(...YARD) : 0
  return {
    building,
    along,
    across,
    yard: isOutdoor ? { away, side: random.integer(4) } : null,
  }
}

type Drawn = { rented: readonly number[]; anywhere: number; round: number }

/** Where buildings outnumber tenants, each has several. */
function buildingOf({ buildings }: ParkLayout, holder: Holding, drawn: Drawn): number {
  const { index, tenants, leases, use } = holder
  if (index === null) {
    const own = buildings.findIndex((each) => each.use === use)
    return own >= 0 ? own : drawn.anywhere
  }
  if (leases) return leases[drawn.round % leases.length]!.building
  return drawn.rented[(index + drawn.round * tenants) % drawn.rented.length]!
}

/** The place of a spot on the plan. @param room the building, or the part of it that is meant */
export function vectorOf({ along, across, yard }: Spot, room: Rectangle): Vector {
  const { u, v, width, depth } = room
  if (!yard) return [u + along * width, v + across * depth]
  const yards: Vector[] = [
    [u + along * width, v - yard.away],
    [u + along * width, v + depth + yard.away],
    [u - yard.away, v + across * depth],
    [u + width + yard.away, v + across * depth],
  ]
  return yards[yard.side]!
}
