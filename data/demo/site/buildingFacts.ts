import type { BuildingStructure, BuildingUse } from '../../domain/parkFeatures.ts'
import type { ParkType } from '../../domain/parks.ts'

/** What the buildings of a park of the type are for, in turn: most first. */
const USES = {
  oldMixed: ['workshop', 'workshop', 'workshop', 'warehouse'],
  electronics: ['workshop', 'workshop', 'workshop', 'laboratory'],
  furniture: ['workshop', 'workshop', 'warehouse'],
  lithiumEnergy: ['workshop', 'workshop', 'warehouse', 'laboratory'],
  coldChain: ['coldStore', 'coldStore', 'warehouse'],
  printing: ['workshop', 'workshop', 'warehouse'],
  foodOpticsJewellery: ['workshop', 'workshop', 'workshop', 'warehouse'],
  research: ['laboratory', 'office', 'office'],
} as const satisfies Record<ParkType, readonly BuildingUse[]>

/** What industries that keep dangerous goods in a store of their own have in it. */
export const STORED_GOODS: Partial<Record<ParkType, string>> = {
  oldMixed: '油漆、稀释剂',
  electronics: '清洗剂、助焊剂稀释剂',
  lithiumEnergy: '电解液、清洗溶剂',
  foodOpticsJewellery: '镜片清洗剂、镀膜用溶剂',
}

/** People live in it: nobody rents there, and dangerous goods stay away. */
export const HOME_USES: readonly BuildingUse[] = ['dormitory', 'canteen']

export function usesOf(parkType: ParkType, buildings: number): BuildingUse[] {
  const uses = USES[parkType]
  return Array.from({ length: buildings }, (_, index) => uses[index % uses.length]!)
}

/** One floor is a hall of steel; old estates have brick up to three floors. */
export function structureOf(parkType: ParkType, floors: number): BuildingStructure {
  if (floors === 1) return 'steelFrame'
  return parkType === 'oldMixed' && floors <= 3 ? 'masonry' : 'concreteFrame'
}

/** Buildings that can be let, by their number from 0. */
export function rentable(buildings: readonly { use: BuildingUse }[]): number[] {
  return buildings.flatMap(({ use }, index) => (HOME_USES.includes(use) ? [] : [index]))
}
