import type { ParkType } from '../domain/parks.ts'
import { COMMUNITY_ROWS } from './communityTable.ts'
import { ARTICLE_PARK } from './namedParks.ts'
import { PARK_TYPE_KEYS, PARK_TYPE_TABLE } from './parkTypeTable.ts'
import { STREET_CODES, STREET_TABLE, type StreetCode } from './streetTable.ts'

export type ParkSlot = { streetCode: StreetCode; areaCode: string; parkType: ParkType }

type Open = { areaCode: string; slots: number; larger: number; types: ParkType[] }

/** 较大 points of an average park of the type. */
export function largerRate(parkType: ParkType): number {
  return PARK_TYPE_TABLE[parkType].larger / PARK_TYPE_TABLE[parkType].parks
}

/**
 * The type of every park: each street's types go to its communities so that those with more 较大
 * points receive the types that have more, because a table of 较大 points by community and by type
 * must exist. The same for every seed: it belongs to the story.
 */
export function assignParkTypes(): ParkSlot[] {
  return STREET_CODES.flatMap((streetCode) => {
    const left = { ...STREET_TABLE[streetCode].parkTypes } as Record<ParkType, number>
    const open = COMMUNITY_ROWS.filter((row) => row.streetCode === streetCode).map((row) => ({
      areaCode: row.code,
      slots: row.parks,
      larger: row.larger,
      types: [] as ParkType[],
    }))
    reserve(open, left)
    const riskiestFirst = [...PARK_TYPE_KEYS].sort((a, b) => largerRate(b) - largerRate(a))
    for (const parkType of riskiestFirst) {
      while (left[parkType] > 0) {
        give(neediest(open), parkType, left)
      }
    }
    return open.flatMap(({ areaCode, types }) =>
      types.map((parkType) => ({ streetCode, areaCode, parkType })),
    )
  })
}

/** A community with a 重大 point has a park of the point's type; 大康 has the article's park. */
function reserve(open: Open[], left: Record<ParkType, number>): void {
  for (const community of open) {
    const row = COMMUNITY_ROWS.find(({ code }) => code === community.areaCode)
    for (const parkType of new Set(row?.major ?? [])) give(community, parkType, left)
    if (community.areaCode === ARTICLE_PARK.areaCode) give(community, ARTICLE_PARK.parkType, left)
  }
}

function give(community: Open, parkType: ParkType, left: Record<ParkType, number>): void {
  community.types.push(parkType)
  community.slots--
  community.larger -= largerRate(parkType)
  left[parkType]--
}

function neediest(open: readonly Open[]): Open {
  const need = ({ slots, larger }: Open) => (slots > 0 ? larger / slots : -Infinity)
  return open.reduce((best, community) => (need(community) > need(best) ? community : best))
}
