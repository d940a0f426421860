import type { datedSchema } from '#data/contract/analysis/analysisSchemas'
import type { NEAREST_KINDS } from '#data/contract/analysis/aroundResponses'
import type { Around, FacilityAway } from '#data/contract/analysis/aroundResponses'
import { FACILITY_KIND_ORDER, FACILITY_KINDS } from '#data/domain/facilities'
import { travelMinutes, type Travel } from '#data/domain/travel'
import type { Inside } from './around.queries.ts'
import type { FacilitiesAround } from './facilitiesAround.queries.ts'

type Found = { inside: Inside; facilities: FacilitiesAround; travel: Travel }

/** A list that its query cut off, with what is left out. */
export function bounded<T>(
  items: T[],
  total: number,
): { total: number; more: boolean; items: T[] } {
  return { total, more: total > items.length, items }
}

/** The answer but for the area and its date: times are added here, at the speed that was asked. */
export function describeAround({
  inside,
  facilities,
  travel,
}: Found): Omit<Around, 'area' | 'travel' | keyof typeof datedSchema> {
  const timed = <T extends { distanceMetres: number }>(item: T) => ({
    ...item,
    minutes: travelMinutes(item.distanceMetres, travel),
  })
  const { riskPoints, gravePoints, parks, parkTotal } = inside
  const counts = FACILITY_KIND_ORDER.map((kind) => {
    const { sensitive } = FACILITY_KINDS[kind]
    const found = facilities.counts.find((count) => count.kind === kind)
    return { kind, sensitive, total: found?.total ?? 0, people: found?.people ?? 0 }
  })
  return {
    riskPoints,
    unlocatedRiskPoints: inside.unlocatedRiskPoints,
    gravePoints: bounded(gravePoints.map(timed), riskPoints.major + riskPoints.larger),
    enterprises: inside.enterprises,
    parks: bounded(parks, parkTotal),
    communities: inside.communities,
    hazardSources: {
      total: inside.hazardSourceTotal,
      majorHazards: bounded(inside.majorHazards, inside.majorHazardTotal),
    },
    hiddenDangers: inside.hiddenDangers,
    facilities: {
      counts,
      list: bounded(facilities.items.map(timed), sum(counts.map(({ total }) => total))),
    },
    sensitivePeople: sum(counts.map(({ sensitive, people }) => (sensitive ? people : 0))),
    nearest: nearestOf(facilities.nearest.map(timed)),
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

function nearestOf(found: readonly (FacilityAway & { inside: boolean })[]): Around['nearest'] {
  const of = (kind: (typeof NEAREST_KINDS)[number]) =>
    found.find((facility) => facility.kind === kind) ?? null
  return {
    microFireStation: of('microFireStation'),
    fireBrigade: of('fireBrigade'),
    hospital: of('hospital'),
  }
}
