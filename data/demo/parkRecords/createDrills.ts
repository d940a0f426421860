import { addDays } from '../../domain/clock.ts'
import { ARRIVAL_LIMIT_SECONDS } from '../../domain/parkRecords.ts'
import { createRandom, DEMO_SEED } from '../random.ts'
import type { DemoDistrict } from '../types.ts'
import { stationsOf } from './createOrganisations.ts'

export type DemoDrill = {
  parkCode: string
  facilityCode: string
  testedAt: string
  arrivalSeconds: number
  people: number
  testedBy: string
  remark: string | null
}

/** Every station is tested once in so many days, for a year. */
const EVERY_DAYS = 61
const ROUNDS = 6
/** Stations that are late in a round, of a hundred, now and at the beginning of the year. */
const LATE_NOW = 15
const LATE_BEFORE = 24
/** A station that was late is tested again. */
const RETEST_DAYS = 9
const LATE = '超过 3 分钟,已要求加强值守并重测(演示)'

/** Measured arrivals of a year: in the present quarter about 85 % are there in three minutes. */
export function createDrills(district: DemoDistrict): DemoDrill[] {
  const stations = stationsOf(district)
  return [...stations].flatMap(([parkCode, facilityCode], index) => {
    const random = createRandom(DEMO_SEED, 'drills', parkCode)
    const drill = (daysAgo: number, arrivalSeconds: number): DemoDrill => {
      const hour = String(9 + random.integer(8)).padStart(2, '0')
      const minute = String(random.integer(60)).padStart(2, '0')
      return {
        ...{ parkCode, facilityCode, arrivalSeconds, people: 4 + random.integer(5) },
        testedAt: `${addDays(district.asOfDay, -daysAgo)}T${hour}:${minute}:00+08:00`,
        testedBy: '演示街道消安办',
        remark: arrivalSeconds > ARRIVAL_LIMIT_SECONDS ? LATE : null,
      }
    }
    return Array.from({ length: ROUNDS }, (_, round) => {
      const daysAgo = 1 + random.integer(50) + round * EVERY_DAYS
      // Spread over the stations by a stride, so that the share is exact and the parks are not.
      const place = (index * 37 + round * 23) % 100
      const isLate = place < LATE_NOW + ((LATE_BEFORE - LATE_NOW) * round) / (ROUNDS - 1)
      const seconds = isLate ? 181 + random.integer(120) : 88 + random.integer(92)
      const retest =
        isLate && round > 0 ? [drill(daysAgo - RETEST_DAYS, 110 + random.integer(65))] : []
      return [drill(daysAgo, seconds), ...retest]
    }).flat()
  })
}
