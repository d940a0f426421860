import type { Position } from '../domain/areas.ts'
import type { Facility, SensitiveKind } from '../domain/facilities.ts'
import { nameStems } from './parkNames.ts'
import type { ParkSite } from './placeParks.ts'
import type { ParkPlan } from './planParks.ts'
import {
  containsRectangle,
  createFrame,
  expanded,
  largestRing,
  type Frame,
  type Rectangle,
  type Vector,
} from './plane.ts'
import { createRandom, type Random } from './random.ts'
import { STREET_CODES } from './streetTable.ts'
import type { DemoCommunity } from './types.ts'

type Kind = { count: number; suffixes: readonly string[]; people: readonly [number, number] }

/** How many there are in the district, what they are called, the least and the most people. */
export const SENSITIVE_PLACES = {
  school: { count: 64, suffixes: ['小学', '学校', '实验学校', '中学'], people: [480, 1800] },
  nursery: { count: 78, suffixes: ['幼儿园', '托育园'], people: [60, 360] },
  /** Beside a park, whose people live there. */
  dormitory: { count: 52, suffixes: ['集体宿舍'], people: [80, 900] },
  /** Two a street. */
  oldPeoplesHome: { count: 22, suffixes: ['养老院', '颐养中心'], people: [40, 220] },
} as const satisfies Record<SensitiveKind, Kind>

/** Share of the places that stand beside a park, where their community has one. */
const BESIDE_SHARE = 0.4
/** Metres from the edge of that park. */
const BESIDE_METRES = [70, 420] as const
const DORMITORY_METRES = [20, 90] as const
/** Metres around a place that stay within its community and clear of parks. */
const YARD = 18
const TRIES = 600

type Place = Omit<Facility, 'code'>
/** Where something may stand: the outline of a community and its parks, in one frame. */
type Ground = { code: string; frame: Frame; ring: Vector[]; parks: Rectangle[] }

/** Schools, nurseries, dormitories and old people's homes, 216 in all. */
export function createSensitivePlaces(
  plans: readonly ParkPlan[],
  sites: readonly ParkSite[],
  communities: readonly DemoCommunity[],
  seed: number,
): Place[] {
  const grounds = new Map(
    communities.map((community) => [community.code, groundOf(community, plans, sites)]),
  )
  const stems = nameStems(communities.map(({ name }) => name))
  const inCommunities = (kind: SensitiveKind, codes: readonly string[]): Place[] => {
    const names = createRandom(seed, 'sensitive names', kind).shuffled(stems)
    return codes.map((code, index) => {
      const random = createRandom(seed, 'sensitive', kind, index)
      const suffix = random.pick<string>(SENSITIVE_PLACES[kind].suffixes)
      const position = placeOn(grounds.get(code)!, random)
      return placeOf(kind, `${names[index]!}${suffix}`, code, position, random)
    })
  }
  const anyCommunities = (kind: SensitiveKind): string[] =>
    createRandom(seed, 'sensitive communities', kind)
      .shuffled(communities.map(({ code }) => code))
      .slice(0, SENSITIVE_PLACES[kind].count)
  return [
    ...inCommunities('school', anyCommunities('school')),
    ...inCommunities('nursery', anyCommunities('nursery')),
    ...dormitories(plans, sites, grounds, seed),
    ...inCommunities('oldPeoplesHome', twoAStreet(communities, seed)),
  ]
}

function groundOf(
  { code, geometry }: DemoCommunity,
  plans: readonly ParkPlan[],
  sites: readonly ParkSite[],
): Ground {
  const here = plans.filter(({ areaCode }) => areaCode === code).map(({ index }) => sites[index]!)
  // The parks of a community share their frame.
  const frame = here[0]?.frame ?? createFrame(geometry.coordinates[0]![0]![0]!, 0)
  const ring = largestRing(geometry.coordinates, frame)
  return { code, frame, ring, parks: here.map(({ bounds }) => bounds) }
}

function twoAStreet(communities: readonly DemoCommunity[], seed: number): string[] {
  return STREET_CODES.flatMap((street) =>
    createRandom(seed, 'sensitive communities', street)
      .shuffled(communities.map(({ code }) => code).filter((code) => code.startsWith(street)))
      .slice(0, 2),
  )
}

/** None at the park that carries a real name. */
function dormitories(
  plans: readonly ParkPlan[],
  sites: readonly ParkSite[],
  grounds: ReadonlyMap<string, Ground>,
  seed: number,
): Place[] {
  const random = createRandom(seed, 'dormitories')
  const withRoom = random
    .shuffled(plans.filter(({ isArticlePark }) => !isArticlePark))
    .flatMap((plan) => {
      const own = createRandom(seed, 'dormitory', plan.code)
      const ground = grounds.get(plan.areaCode)!
      const position = besidePark(ground, sites[plan.index]!.bounds, DORMITORY_METRES, own)
      return position ? [{ plan, position, own }] : []
    })
  return withRoom
    .slice(0, SENSITIVE_PLACES.dormitory.count)
    .sort((a, b) => a.plan.index - b.plan.index)
    .map(({ plan, position, own }) => ({
      ...placeOf('dormitory', `${plan.name}集体宿舍`, plan.areaCode, position, own),
      parkCode: plan.code,
    }))
}

function placeOf(
  kind: SensitiveKind,
  name: string,
  areaCode: string,
  [longitude, latitude]: Position,
  random: Random,
): Place {
  const [least, most] = SENSITIVE_PLACES[kind].people
  return {
    kind,
    name,
    parkCode: null,
    areaCode,
    longitude,
    latitude,
    staff: null,
    reachMinutes: null,
    people: Math.round(random.between(least, most) / 10) * 10,
    fictitious: true,
  }
}

function placeOn(ground: Ground, random: Random): Position {
  const { parks, ring, frame, code } = ground
  if (parks.length > 0 && random.next() < BESIDE_SHARE) {
    const beside = besidePark(ground, random.pick(parks), BESIDE_METRES, random)
    if (beside) return beside
  }
  const us = ring.map(([u]) => u)
  const vs = ring.map(([, v]) => v)
  for (let tried = 0; tried < TRIES; tried++) {
    const u = random.between(Math.min(...us), Math.max(...us))
    const v = random.between(Math.min(...vs), Math.max(...vs))
    if (isFree(ground, [u, v])) return frame.toPosition([u, v])
  }
  throw new RangeError(`no room for a sensitive place in community ${code}`)
}

/** So many metres off one side of the park, or null where that side has no room. */
function besidePark(
  ground: Ground,
  park: Rectangle,
  metres: readonly [number, number],
  random: Random,
): Position | null {
  for (let tried = 0; tried < TRIES / 10; tried++) {
    const away = random.between(...metres)
    const u = park.u + random.next() * park.width
    const v = park.v + random.next() * park.depth
    const spot = random.pick<Vector>([
      [u, park.v - away],
      [u, park.v + park.depth + away],
      [park.u - away, v],
      [park.u + park.width + away, v],
    ])
    if (isFree(ground, spot)) return ground.frame.toPosition(spot)
  }
  return null
}

function isFree({ ring, parks }: Ground, [u, v]: Vector): boolean {
  const yard = { u: u - YARD, v: v - YARD, width: 2 * YARD, depth: 2 * YARD }
  const isInPark = parks.some((park) => {
    const { u: left, v: low, width, depth } = expanded(park, YARD)
    return u > left && u < left + width && v > low && v < low + depth
  })
  return !isInPark && containsRectangle(ring, yard)
}
