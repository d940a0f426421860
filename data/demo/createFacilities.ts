import type { Position } from '../domain/areas.ts'
import type { Facility, FacilityKind, SensitiveKind } from '../domain/facilities.ts'
import { COMMUNITY_ROWS } from './communityTable.ts'
import type { ParkLayout } from './layOutPark.ts'
import type { ParkSite } from './placeParks.ts'
import type { ParkPlan } from './planParks.ts'
import { createSensitivePlaces } from './createSensitivePlaces.ts'
import { containsRectangle, createFrame, largestRing } from './plane.ts'
import { createRandom, type Random } from './random.ts'
import { STREET_CODES } from './streetTable.ts'
import type { DemoCommunity } from './types.ts'

type StreetKind = Exclude<FacilityKind, 'microFireStation' | SensitiveKind>

type Range = readonly [least: number, most: number]
type StreetFacility = { suffix: string; staff: Range | null; minutes: Range | null }

/** One of each kind a street; the least and the most people and minutes to reach a park. */
const STREET_FACILITIES = {
  fireBrigade: { suffix: '消防救援站', staff: [26, 48], minutes: [4, 8] },
  hospital: { suffix: '医院', staff: [180, 900], minutes: null },
  shelter: { suffix: '应急避难场所', staff: null, minutes: null },
  supplyStore: { suffix: '应急物资库', staff: [4, 9], minutes: null },
} as const satisfies Record<StreetKind, StreetFacility>
/** Invented, as the parks' (CONTENT.md 5.1): a pair of a kind and a street makes a name. */
const HEADS = [...'砚岚汀澄榕禾樟莲石墩云']
const TAILS = { fireBrigade: '坪', hospital: '澜', shelter: '岗', supplyStore: '谷' } as const

/** Metres around a facility that stay within the community. */
const YARD = 70
const TRIES = 500

/**
 * Micro fire stations of the parks that have one, then the facilities of the streets, then the
 * sensitive places.
 */
export function createFacilities(
  plans: readonly ParkPlan[],
  sites: readonly ParkSite[],
  layouts: readonly ParkLayout[],
  communities: readonly DemoCommunity[],
  seed: number,
): Facility[] {
  const stations = plans.flatMap((plan): Omit<Facility, 'code'>[] => {
    const vector = layouts[plan.index]!.microFireStation
    return vector ? [microFireStation(plan, sites[plan.index]!.frame.toPosition(vector), seed)] : []
  })
  return [
    ...stations,
    ...streetFacilities(communities, seed),
    ...createSensitivePlaces(plans, sites, communities, seed),
  ].map((facility, index) => ({
    code: `DEMO-F-${String(index + 1).padStart(4, '0')}`,
    ...facility,
  }))
}

function microFireStation(
  plan: ParkPlan,
  [longitude, latitude]: Position,
  seed: number,
): Omit<Facility, 'code'> {
  const random = createRandom(seed, 'station', plan.code)
  return {
    kind: 'microFireStation',
    name: `${plan.name}微型消防站`,
    parkCode: plan.code,
    areaCode: plan.areaCode,
    longitude,
    latitude,
    staff: 6 + random.integer(5),
    // 三分钟到场: most arrive in time, some do not.
    reachMinutes: Math.round(random.between(1.5, plan.grade === 'A' ? 3 : 4.5) * 10) / 10,
    people: null,
    fictitious: true,
  }
}

/** In communities without parks where the street has some: there is room, and people live there. */
function streetFacilities(
  communities: readonly DemoCommunity[],
  seed: number,
): Omit<Facility, 'code'>[] {
  const withParks = new Set(COMMUNITY_ROWS.map(({ code }) => code))
  return STREET_CODES.flatMap((streetCode, streetIndex) => {
    const here = communities.filter(({ code }) => code.startsWith(streetCode))
    const withoutParks = here.filter(({ code }) => !withParks.has(code))
    const places = withoutParks.length > 0 ? withoutParks : here
    return Object.entries<StreetFacility>(STREET_FACILITIES).map(
      ([kind, { suffix, staff, minutes }], index) => {
        const random = createRandom(seed, 'facility', streetCode, kind)
        const community = places[index % places.length]!
        const [longitude, latitude] = placeWithin(community, random)
        return {
          kind: kind as StreetKind,
          name: `${HEADS[streetIndex]}${TAILS[kind as StreetKind]}${suffix}`,
          parkCode: null,
          areaCode: community.code,
          longitude,
          latitude,
          staff: staff && Math.round(random.between(...staff)),
          reachMinutes: minutes && Math.round(random.between(...minutes) * 10) / 10,
          people: null,
          fictitious: true,
        }
      },
    )
  })
}

/** Anywhere in the largest part of the outline, clear of its edge. */
function placeWithin({ code, geometry }: DemoCommunity, random: Random): Position {
  const frame = createFrame(geometry.coordinates[0]![0]![0]!, 0)
  const ring = largestRing(geometry.coordinates, frame)
  const us = ring.map(([u]) => u)
  const vs = ring.map(([, v]) => v)
  for (let tried = 0; tried < TRIES; tried++) {
    const u = random.between(Math.min(...us), Math.max(...us))
    const v = random.between(Math.min(...vs), Math.max(...vs))
    const yard = { u: u - YARD, v: v - YARD, width: 2 * YARD, depth: 2 * YARD }
    if (containsRectangle(ring, yard)) return frame.toPosition([u, v])
  }
  throw new RangeError(`no room for a facility in community ${code}`)
}
