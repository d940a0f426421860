import type { BuildingStructure, BuildingUse } from '../domain/parkFeatures.ts'
import type { ParkType } from '../domain/parks.ts'
import { chooseLots, varied } from './lots.ts'
import type { ParkPlan } from './planParks.ts'
import type { ParkSite } from './placeParks.ts'
import type { Rectangle, Vector } from './plane.ts'
import { createRandom, type Random } from './random.ts'
import { STORED_GOODS, structureOf, usesOf } from './site/buildingFacts.ts'
import { layOutSite } from './site/layOutSite.ts'
import type { SitePlan } from './site/sitePlan.ts'

export type Building = Rectangle & {
  floors: number
  heightMetres: number
  use: BuildingUse
  structure: BuildingStructure
}

export type ParkLayout = {
  buildings: Building[]
  gate: Vector
  microFireStation: Vector | null
  assemblyPoint: Vector
  /** What else stands on the site of a demonstration park; null for the others. */
  site: SitePlan | null
}

/** A setback of 7 m is a fire lane of 4 m and its verges; GB 50016-2014 3.4.1 asks 10 m and more
 * between factories of the second class. */
const SPACING = { setback: 7, gap: 13, most: 14 }

/** Least and most floors, and metres a floor. */
const HEIGHTS = {
  oldMixed: [2, 5, 4.5],
  electronics: [3, 6, 4.5],
  furniture: [1, 4, 5],
  lithiumEnergy: [2, 4, 5.5],
  coldChain: [1, 3, 7],
  printing: [2, 5, 4.8],
  foodOpticsJewellery: [2, 6, 4.2],
  research: [4, 8, 3.9],
} as const satisfies Record<ParkType, readonly [number, number, number]>

/** Rows of buildings parallel to the park's sides, a gate, and what stands beside it. */
export function layOutPark(plan: ParkPlan, site: ParkSite, seed: number): ParkLayout {
  const random = createRandom(seed, 'layout', plan.code)
  const hectares = (site.bounds.width * site.bounds.depth) / 10_000
  const wanted = Math.min(12, Math.max(4, Math.round(3 + hectares * random.between(0.6, 0.9))))
  const heights = heightsOf(plan.parkType, random)
  if (plan.demonstration) return layOutDemonstration(plan, site, { wanted, heights, random })
  const lots = varied(chooseLots(site, wanted, SPACING).lots, random)
  const uses = usesOf(plan.parkType, lots.length)
  const buildings = lots.map((lot, index) => raised(lot, uses[index]!, plan.parkType, heights))
  const entrance = entranceOf(site.ring)
  return {
    buildings,
    gate: entrance(0, 1.5),
    microFireStation: plan.microFireStation ? entrance(14, 3) : null,
    assemblyPoint: entrance(-14, 3),
    site: null,
  }
}

type Wanted = { wanted: number; heights: () => Heights; random: Random }

function layOutDemonstration(plan: ParkPlan, site: ParkSite, wanted: Wanted): ParkLayout {
  const { parkType, isArticlePark } = plan
  // Nothing harmful stands under the one real name.
  const hasStore = STORED_GOODS[parkType] !== undefined && !isArticlePark
  const wish = { parkType, wanted: wanted.wanted, hasStore }
  const { lots, ...rest } = layOutSite(site, wish, wanted.random)
  const buildings = lots.map(({ use, ...lot }) => raised(lot, use, parkType, wanted.heights))
  return {
    buildings,
    gate: rest.gates[0]!.vector,
    microFireStation: plan.microFireStation ? rest.station : null,
    assemblyPoint: rest.assemblyPoints[0]!.vector,
    site: rest,
  }
}

type Heights = { floors: number; heightMetres: number }

/** Floors and metres of one building after another; those of a park are alike. */
export function heightsOf(parkType: ParkType, random: Random): () => Heights {
  const [least, most, storey] = HEIGHTS[parkType]
  const usual = least + random.integer(most - least + 1)
  return () => {
    const floors = Math.max(1, Math.min(8, usual + random.pick([-1, 0, 0, 0, 1])))
    return { floors, heightMetres: Math.round((floors * storey + 1.2) * 10) / 10 }
  }
}

export function raised(
  lot: Rectangle,
  use: BuildingUse,
  parkType: ParkType,
  heights: () => Heights,
): Building {
  const { floors, heightMetres } = heights()
  return { ...lot, floors, heightMetres, use, structure: structureOf(parkType, floors) }
}

/** Points at the middle of the longest side: so many metres along it and into the park. */
function entranceOf(ring: readonly Vector[]): (along: number, inwards: number) => Vector {
  const sides = ring.map((from, index) => {
    const to = ring[(index + 1) % ring.length]!
    return { from, to, length: Math.hypot(to[0] - from[0], to[1] - from[1]) }
  })
  const { from, to, length } = sides.reduce((a, b) => (b.length > a.length ? b : a))
  const [du, dv] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  return (along, inwards) => [
    (from[0] + to[0]) / 2 + du * along - dv * inwards,
    (from[1] + to[1]) / 2 + dv * along + du * inwards,
  ]
}
