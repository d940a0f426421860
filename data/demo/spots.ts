import type { ParkLayout } from './layOutPark.ts'
import type { Vector } from './plane.ts'
import type { Random } from './random.ts'

export type Spot = { vector: Vector; building: number | null }

/** Metres from a wall, outside (the setback of a building is 7 m). */
const YARD = [1.5, 5] as const

/**
 * Where a point of the holder (a tenant's index, null for the park) lies: inside one of the holder's
 * buildings, or in the yard along one of its walls; with the number of the building it is in.
 * Where buildings outnumber tenants, each has several.
 */
export function spotAt(
  { buildings }: ParkLayout,
  holder: number | null,
  tenants: number,
  isOutdoor: boolean,
  random: Random,
): Spot {
  const anywhere = random.integer(buildings.length)
  const round = random.integer(Math.max(1, Math.ceil(buildings.length / tenants)))
  const index = holder === null ? anywhere : (holder + round * tenants) % buildings.length
  const { u, v, width, depth } = buildings[index]!
  const along = random.between(0.05, 0.95)
  const across = random.between(0.08, 0.92)
  if (!isOutdoor) {
    return { vector: [u + along * width, v + across * depth], building: index + 1 }
  }
  const away = random.between(...YARD)
  const side = random.integer(4)
  const yards: Vector[] = [
    [u + along * width, v - away],
    [u + along * width, v + depth + away],
    [u - away, v + across * depth],
    [u + width + away, v + across * depth],
  ]
  return { vector: yards[side]!, building: null }
}
