import type { Position } from '../domain/areas.ts'
import type { Facility, FacilityKind } from '../domain/facilities.ts'
import { COMMUNITY_ROWS } from './communityTable.ts'
import type { ParkLayout } from './layOutPark.ts'
import type { ParkSite } from './placeParks.ts'
import type { ParkPlan } from './planParks.ts'
import { areaOf, centreOf, createFrame, type Vector } from './plane.ts'
import { createRandom } from './random.ts'
import { STREET_CODES } from './streetTable.ts'
import type { DemoCommunity } from './types.ts'

type StreetKind = Exclude<FacilityKind, 'microFireStation'>

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

/** Micro fire stations of the parks that have one, then the facilities of the streets. */
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
  return [...stations, ...streetFacilities(communities, seed)].map((facility, index) => ({
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
        const [longitude, latitude] = placeNearCentre(community, random.next() * 2 * Math.PI)
        return {
          kind: kind as StreetKind,
          name: `${HEADS[streetIndex]}${TAILS[kind as StreetKind]}${suffix}`,
          parkCode: null,
          areaCode: community.code,
          longitude,
          latitude,
          staff: staff && Math.round(random.between(...staff)),
          reachMinutes: minutes && Math.round(random.between(...minutes) * 10) / 10,
          fictitious: true,
        }
      },
    )
  })
}

/** Eighty metres from the centre of the outline, so that two in one community lie apart. */
function placeNearCentre({ geometry }: DemoCommunity, direction: number): Position {
  const frame = createFrame(geometry.coordinates[0]![0]![0]!, 0)
  const rings = geometry.coordinates.map((polygon) => polygon[0]!.slice(1).map(frame.toVector))
  const ring = rings.reduce((a, b) => (Math.abs(areaOf(b)) > Math.abs(areaOf(a)) ? b : a))
  const [u, v]: Vector = centreOf(ring)
  return frame.toPosition([u + 80 * Math.cos(direction), v + 80 * Math.sin(direction)])
}
