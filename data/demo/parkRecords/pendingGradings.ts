import type { ParkGrade } from '../../domain/parks.ts'
import { createRandom, DEMO_SEED } from '../random.ts'
import type { DemoDistrict, DemoPark } from '../types.ts'

/** A grading under way: so many steps were taken, the last of them gave the total. */
export type PendingPlan = { total: number; steps: number; openedDaysAgo: number }

/** Where a change of grade waits: from which grade, in which streets, to how many points. */
type Wanted = {
  from: ParkGrade
  streets: readonly string[]
  total: number
  number: number
  steps: number
}

/** 坂田、布吉、龙城 have no open 重大事故隐患, 横岗、坪地 lag (CONTENT.md 4.2). */
const CALM = ['440307013', '440307014', '440307015']
const LAGGING = ['440307017', '440307006']

/** Four wait for the district (拟 A 2、拟 D 1、拟 B 1), others for the street or the park. */
const WANTED: readonly Wanted[] = [
  { from: 'B', streets: CALM, total: 91, number: 2, steps: 2 },
  { from: 'C', streets: LAGGING, total: 55, number: 1, steps: 2 },
  { from: 'C', streets: CALM, total: 77, number: 1, steps: 2 },
  { from: 'B', streets: [], total: 84, number: 5, steps: 1 },
  { from: 'C', streets: [], total: 72, number: 4, steps: 1 },
  { from: 'C', streets: [], total: 70, number: 3, steps: 0 },
]

/** Which parks have a grading under way, by code. */
export function choosePending({ parks }: DemoDistrict): Map<string, PendingPlan> {
  const random = createRandom(DEMO_SEED, 'pending gradings')
  const chosen = new Map<string, PendingPlan>()
  for (const { from, streets, total, number, steps } of WANTED) {
    const fits = ({ code, grade, demonstration, areaCode, problemTags }: DemoPark) =>
      !chosen.has(code) &&
      grade === from &&
      !demonstration &&
      // Nobody proposes a better grade for a park with a problem of the plan.
      (total < 75 || from !== 'B' || problemTags.length === 0) &&
      (streets.length === 0 || streets.some((street) => areaCode.startsWith(street)))
    for (const park of random.shuffled(parks.filter(fits)).slice(0, number)) {
      chosen.set(park.code, { total, steps, openedDaysAgo: 12 + random.integer(9) })
    }
  }
  return chosen
}
