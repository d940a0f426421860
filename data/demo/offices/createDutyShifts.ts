import { DISTRICT_CODE } from '../../domain/areas.ts'
import { addDays } from '../../domain/clock.ts'
import { createRandom, DEMO_SEED } from '../random.ts'
import { STREET_TABLE } from '../streetTable.ts'

export type DemoDutyShift = {
  areaCode: string
  day: string
  leader: string
  officer: string
  phone: string
}

const DAYS_BEFORE = 7
const DAYS_AFTER = 20

/** Who is on duty in the district and in every street, from the week before a day on. */
export function createDutyShifts(asOfDay: string): DemoDutyShift[] {
  const random = createRandom(DEMO_SEED, 'duty shifts')
  const areas = [DISTRICT_CODE, ...Object.keys(STREET_TABLE)]
  return areas.flatMap((areaCode, area) =>
    Array.from({ length: DAYS_BEFORE + DAYS_AFTER + 1 }, (_, index) => {
      const letter = String.fromCharCode(65 + area)
      return {
        areaCode,
        day: addDays(asOfDay, index - DAYS_BEFORE),
        leader: `演示带班领导${letter}${1 + (index % 5)}`,
        officer: `演示值班员${letter}${String(1 + random.integer(12)).padStart(2, '0')}`,
        phone: '演示号码',
      }
    }),
  )
}
