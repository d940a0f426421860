import type { ParkType } from '../domain/parks.ts'
import type { ParkPlan } from './planParks.ts'
import type { ParkSite } from './placeParks.ts'
import { containsRectangle, expanded, type Rectangle, type Vector } from './plane.ts'
import { createRandom, type Random } from './random.ts'

type Building = Rectangle & { floors: number; heightMetres: number }

export type ParkLayout = {
  buildings: Building[]
  gate: Vector
  microFireStation: Vector | null
  assemblyPoint: Vector
}

const LEAST_BUILDINGS = 3
const MOST_BUILDINGS = 14
/** Between a building and the park's edge: a fire lane of 4 m and its verges. */
const SETBACK = 7
/** GB 50016-2014 3.4.1 asks 10 m and more between factories of the second class. */
const FIRE_GAP = 13
/** Grids tried before giving up, each for one building more. */
const ATTEMPTS = 12
const LONGEST = 130
const DEEPEST = 58

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
  const wanted = Math.round(3 + hectares * random.between(0.6, 0.9))
  const [least, most, storey] = HEIGHTS[plan.parkType]
  const usual = least + random.integer(most - least + 1)
  const buildings = placeBuildings(site, Math.min(12, Math.max(4, wanted)), random).map(
    (building) => {
      const floors = Math.max(1, Math.min(8, usual + random.pick([-1, 0, 0, 0, 1])))
      return { ...building, floors, heightMetres: Math.round((floors * storey + 1.2) * 10) / 10 }
    },
  )
  const entrance = entranceOf(site.ring)
  return {
    buildings,
    gate: entrance(0, 1.5),
    microFireStation: plan.microFireStation ? entrance(14, 3) : null,
    assemblyPoint: entrance(-14, 3),
  }
}

/** The grid nearest to the wanted number that leaves between 3 and 14 buildings in the outline. */
function placeBuildings({ bounds, ring }: ParkSite, wanted: number, random: Random): Rectangle[] {
  const fits = (building: Rectangle) => containsRectangle(ring, expanded(building, SETBACK))
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const target = wanted + attempt
    const columns = Math.max(1, Math.round(Math.sqrt((target * bounds.width) / (2 * bounds.depth))))
    const rows = Math.max(2, Math.round(target / columns))
    const kept = gridOf(expanded(bounds, -SETBACK - 1), columns, rows)
      .flatMap((lot) => shortened(lot).find(fits) ?? [])
      .slice(0, MOST_BUILDINGS)
    if (kept.length >= LEAST_BUILDINGS) return varied(kept, random)
  }
  throw new RangeError(`no three buildings fit a park of ${bounds.width} by ${bounds.depth} m`)
}

/** The lot itself, then what is left of it where a corner of the park is cut or slants. */
function shortened({ u, v, width, depth }: Rectangle): Rectangle[] {
  return [1, 0.75, 0.5].flatMap((share) => [
    { u, v, width: width * share, depth },
    { u: u + width * (1 - share), v, width: width * share, depth },
    { u, v, width, depth: depth * share },
    { u, v: v + depth * (1 - share), width, depth: depth * share },
  ])
}

/** Buildings of one estate are alike, not the same: each a little shorter than its lot. */
function varied(lots: readonly Rectangle[], random: Random): Rectangle[] {
  const depthShare = random.between(0.85, 1)
  return lots.map(({ u, v, width, depth }) => ({
    u,
    v,
    width: width * random.pick([1, 1, 0.9, 0.78]),
    depth: depth * depthShare,
  }))
}

function gridOf(inner: Rectangle, columns: number, rows: number): Rectangle[] {
  const pitchU = (inner.width + FIRE_GAP) / columns
  const pitchV = (inner.depth + FIRE_GAP) / rows
  const width = Math.min(LONGEST, pitchU - FIRE_GAP)
  const depth = Math.min(DEEPEST, pitchV - FIRE_GAP)
  return Array.from({ length: columns * rows }, (_, index) => ({
    u: inner.u + (index % columns) * pitchU + (pitchU - FIRE_GAP - width) / 2,
    v: inner.v + Math.floor(index / columns) * pitchV + (pitchV - FIRE_GAP - depth) / 2,
    width,
    depth,
  }))
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
