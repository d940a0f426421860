import type { ParkLayout } from './layOutPark.ts'
import type { Vector } from './plane.ts'
import type { Random } from './random.ts'

export type Spot = { vector: Vector; building: number | null }

/** Metres from a wall, outside (the setback of a building is 7 m). */
const YARD = [1.5, 5] as const
/** Share of a tenant's points in the tenant's second building. */
const SECOND_BUILDING_SHARE = 0.25

/**
 * Where a point of the holder (a tenant's index, null for the park) lies: inside the holder's
 * building, or in the yard along one of its walls; with the number of the building it is in.
 */
export function spotAt(
  { buildings }: ParkLayout,
  holder: number | null,
  isOutdoor: boolean,
  random: Random,
): Spot {
  const anywhere = random.integer(buildings.length)
  const second = random.next() < SECOND_BUILDING_SHARE ? 1 : 0
  const index = holder === null ? anywhere : (holder + second) % buildings.length
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
