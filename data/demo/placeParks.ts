import type { ParkPlan } from './planParks.ts'
import {
  areaOf,
  containsRectangle,
  createFrame,
  expanded,
  largestRing,
  overlaps,
  type Frame,
  type Rectangle,
  type Vector,
} from './plane.ts'
import { shapePark } from './shapePark.ts'
import { createRandom, type Random } from './random.ts'
import type { DemoCommunity } from './types.ts'

export type ParkSite = {
  frame: Frame
  bounds: Rectangle
  /** Against the clock, not closed. */
  ring: Vector[]
}

const HECTARE = 10_000
const LEAST_HECTARES = 2.3
const MOST_HECTARES = 36
/** Hectares a risk point: 45 points stand on about 8 ha. */
const HECTARES_PER_POINT = 0.17
/** Clear of the community's schematic boundary, in metres. */
const BOUNDARY_GAP = 18
const TRIES = 300
/** Share of the tries for a site beside a park that stands already. */
const BESIDE_SHARE = 0.5

/** A site for every park within the outline of its own community, none touching another. */
export function placeParks(
  plans: readonly ParkPlan[],
  communities: readonly DemoCommunity[],
  seed: number,
): ParkSite[] {
  const outlines = new Map(communities.map(({ code, geometry }) => [code, geometry.coordinates]))
  const sites: ParkSite[] = []
  for (const areaCode of new Set(plans.map((plan) => plan.areaCode))) {
    const outline = outlines.get(areaCode)
    if (!outline) throw new RangeError(`the outline of community ${areaCode} is missing`)
    const random = createRandom(seed, 'site', areaCode)
    const bearing = random.between(-Math.PI / 4, Math.PI / 4)
    const frame = createFrame(outline[0]![0]![0]!, bearing)
    const ring = largestRing(outline, frame)
    const here = plans.filter((plan) => plan.areaCode === areaCode)
    const placed = placeInCommunity(here, ring, random)
    here.forEach((plan, index) => {
      const bounds = placed[index]!
      sites[plan.index] = { frame, bounds, ring: shapePark(bounds, random) }
    })
  }
  return sites
}

/** Largest first; a park that finds no room shrinks. */
function placeInCommunity(
  plans: readonly ParkPlan[],
  ring: readonly Vector[],
  random: Random,
): Rectangle[] {
  const placed: Rectangle[] = []
  const result = new Map<ParkPlan, Rectangle>()
  const area = Math.abs(areaOf(ring)) / HECTARE
  for (const plan of [...plans].sort((a, b) => b.riskPoints - a.riskPoints)) {
    const wanted = HECTARES_PER_POINT * plan.riskPoints * Math.exp(0.25 * random.normal())
    let hectares = Math.min(MOST_HECTARES, Math.max(LEAST_HECTARES, wanted), area / 4)
    let site = findSite(hectares, placed, ring, random)
    while (!site && hectares > LEAST_HECTARES) {
      hectares = Math.max(LEAST_HECTARES, hectares * 0.8)
      site = findSite(hectares, placed, ring, random)
    }
    if (!site) throw new RangeError(`no room for a park in community ${plan.areaCode}`)
    placed.push(site)
    result.set(plan, site)
  }
  return plans.map((plan) => result.get(plan)!)
}

/** Beside a park that stands already (estates grow in blocks), or somewhere new. */
function findSite(
  hectares: number,
  placed: readonly Rectangle[],
  ring: readonly Vector[],
  random: Random,
): Rectangle | null {
  for (let tried = 0; tried < TRIES; tried++) {
    const aspect = random.between(0.65, 1.9)
    const width = Math.sqrt(hectares * HECTARE * aspect)
    const size = { width, depth: width / aspect }
    const site =
      placed.length > 0 && random.next() < BESIDE_SHARE
        ? beside(random.pick(placed), size, random)
        : anywhere(ring, size, random)
    const road = random.between(16, 32)
    if (placed.some((other) => overlaps(expanded(site, road), other))) continue
    if (containsRectangle(ring, expanded(site, BOUNDARY_GAP))) return site
  }
  return null
}

type Size = { width: number; depth: number }

function beside(other: Rectangle, { width, depth }: Size, random: Random): Rectangle {
  const road = random.between(32.1, 44)
  const flushU = random.pick([other.u, other.u + other.width - width])
  const flushV = random.pick([other.v, other.v + other.depth - depth])
  return random.pick([
    { u: other.u + other.width + road, v: flushV, width, depth },
    { u: other.u - road - width, v: flushV, width, depth },
    { u: flushU, v: other.v + other.depth + road, width, depth },
    { u: flushU, v: other.v - road - depth, width, depth },
  ])
}

function anywhere(ring: readonly Vector[], { width, depth }: Size, random: Random): Rectangle {
  const us = ring.map(([u]) => u)
  const vs = ring.map(([, v]) => v)
  return {
    u: random.between(Math.min(...us), Math.max(...us)) - width / 2,
    v: random.between(Math.min(...vs), Math.max(...vs)) - depth / 2,
    width,
    depth,
  }
}
