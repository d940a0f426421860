import type { ParkGrade, ParkStage, ProblemTag } from '../domain/parks.ts'
import { PARK_TYPE_TABLE } from './parkTypeTable.ts'
import { riskValueOf } from './placeOverdueReviews.ts'
import type { ParkPlan } from './planParks.ts'
import type { Random } from './random.ts'
import { STREET_CODES, STREET_TABLE } from './streetTable.ts'

/** CONTENT.md 4.2: A46/B138/C81/D11, from the worst. */
const GRADE_COUNTS = [
  ['D', 11],
  ['C', 81],
  ['B', 138],
  ['A', 46],
] as const satisfies readonly (readonly [ParkGrade, number])[]

const STAGES = {
  A: ['lasting', 'exchange', 'acceptance'],
  B: ['acceptance', 'acceptance', 'rectification'],
  C: ['rectification', 'rectification', 'mobilisation'],
  D: ['mobilisation', 'plan'],
} as const satisfies Record<ParkGrade, readonly ParkStage[]>

/** How many of the problems of the 2017 plan a park of the grade has. */
const TAG_COUNTS = { A: [0], B: [0, 0, 0, 1], C: [1, 1, 2], D: [2, 3] } as const satisfies Record<
  ParkGrade,
  readonly number[]
>
const TAGS: readonly ProblemTag[] = [
  'rentOnly',
  'disorder',
  'threeMissing',
  'contractOnly',
  'threeNone',
]
/** One demonstration park is still at B: a demonstration is of improvement, not of perfection. */
const DEMONSTRATION_AT_B_STREET = '440307016'

/** Grades, stages, problem tags and micro fire stations: all follow how well a park is run. */
export function gradeParks(plans: readonly ParkPlan[], random: Random): void {
  const badness = new Map(plans.map((plan) => [plan, badnessOf(plan, random.normal())]))
  const worstFirst = [...plans].sort((a, b) => badness.get(b)! - badness.get(a)!)
  let from = 0
  for (const [grade, count] of GRADE_COUNTS) {
    for (const plan of worstFirst.slice(from, from + count)) plan.grade = grade
    from += count
  }
  for (const plan of plans) {
    const drawn = random.pick(STAGES[plan.grade])
    plan.stage = plan.demonstration ? 'lasting' : drawn
    const tags = random.pick(TAG_COUNTS[plan.grade])
    plan.problemTags = plan.demonstration ? [] : random.shuffled(TAGS).slice(0, tags)
  }
  for (const streetCode of STREET_CODES) {
    worstFirst
      .filter((plan) => plan.streetCode === streetCode)
      .slice(-STREET_TABLE[streetCode].microFireStations)
      .forEach((plan) => (plan.microFireStation = true))
  }
}

function badnessOf(plan: ParkPlan, normal: number): number {
  if (plan.demonstration) return plan.streetCode === DEMONSTRATION_AT_B_STREET ? 0.6 : -100
  const { riskPoints, parks } = PARK_TYPE_TABLE[plan.parkType]
  const value = riskValueOf(plan) / 4 + plan.riskPoints / (riskPoints / parks) / 4
  const overdue = 0.5 * (plan.overdue.larger + 2 * plan.overdue.major)
  return Math.min(3, value) + overdue + STREET_TABLE[plan.streetCode].lag + 0.8 * normal
}
