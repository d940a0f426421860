import { addDays } from '../../domain/clock.ts'
import { SYSTEM_DOCUMENT_ORDER, type SystemDocument } from '../../domain/parkRecords.ts'
import type { ParkGrade } from '../../domain/parks.ts'
import { createRandom, DEMO_SEED } from '../random.ts'
import type { DemoDistrict } from '../types.ts'

export type DemoOrganisation = {
  parkCode: string
  propertyOwner: string | null
  safetyBody: string | null
  safetyBodyDocument: string | null
  safetyBodySince: string | null
  safetyHead: string | null
  safetyStaffFullTime: number
  safetyStaffPartTime: number
  systemDocuments: SystemDocument[]
  volunteerBrigade: number
}

/** Full-time staff, and papers of the safety system that a park of the grade has. */
const BY_GRADE = {
  A: { staff: [3, 5], documents: 8 },
  B: { staff: [2, 3], documents: 7 },
  C: { staff: [1, 2], documents: 5 },
  D: { staff: [0, 1], documents: 3 },
} as const satisfies Record<ParkGrade, { staff: readonly [number, number]; documents: number }>

/** The safety organisation of each park; one that is 三无 has none. */
export function createOrganisations(district: DemoDistrict): DemoOrganisation[] {
  const owners = mostFrequentOwners(district)
  const stations = stationsOf(district)
  const brigades = new Map(
    district.parkFeatures.flatMap(({ kind, parkCode, capacity }) =>
      kind === 'volunteerBrigade' ? [[parkCode, capacity]] : [],
    ),
  )
  return district.parks.map((park, index) => {
    const random = createRandom(DEMO_SEED, 'organisation', park.code)
    const isNone = park.problemTags.includes('threeNone')
    const { staff, documents } = BY_GRADE[park.grade]
    const since = addDays(district.asOfDay, -260 - random.integer(900))
    const fullTime = staff[0] + random.integer(staff[1] - staff[0] + 1)
    return {
      parkCode: park.code,
      propertyOwner: owners.get(park.code) ?? null,
      safetyBody: isNone ? null : `${park.name}安全管理办公室`,
      safetyBodyDocument: isNone
        ? null
        : `园安演示〔${since.slice(0, 4)}〕${1 + random.integer(20)}号`,
      safetyBodySince: isNone ? null : since,
      safetyHead: isNone ? null : `演示安全主任P${String(index + 1).padStart(3, '0')}`,
      safetyStaffFullTime: isNone ? 0 : fullTime,
      safetyStaffPartTime: isNone ? 0 : 1 + random.integer(4),
      systemDocuments: isNone ? [] : SYSTEM_DOCUMENT_ORDER.slice(0, documents),
      // Where the brigade is on the site's plan, that one tells its members.
      volunteerBrigade:
        brigades.get(park.code) ?? (stations.has(park.code) ? 8 + random.integer(20) : 0),
    }
  })
}

export function stationsOf({ facilities }: DemoDistrict): Map<string, string> {
  return new Map(
    facilities.flatMap(({ kind, parkCode, code }) =>
      kind === 'microFireStation' && parkCode ? [[parkCode, code] as const] : [],
    ),
  )
}

/** Who owns most of what the enterprises of a park rent. */
function mostFrequentOwners({ enterprises }: DemoDistrict): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { parkCode, propertyOwner } of enterprises) {
    if (propertyOwner === null) continue
    const own = counts.get(parkCode) ?? new Map<string, number>()
    own.set(propertyOwner, (own.get(propertyOwner) ?? 0) + 1)
    counts.set(parkCode, own)
  }
  return new Map(
    [...counts].map(([park, own]) => [park, [...own].sort(([, a], [, b]) => b - a)[0]![0]]),
  )
}
