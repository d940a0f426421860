import { gradeOfTotal, totalOf, type ItemScore, type Party } from '../../domain/acceptance.ts'
import { addDays } from '../../domain/clock.ts'
import {
  computedOutcome,
  type GradingAction,
  type GradingOutcome,
  type GradingPurpose,
  type GradingState,
} from '../../domain/gradingMachine.ts'
import type { ParkGrade } from '../../domain/parks.ts'
import { createRandom, DEMO_SEED } from '../random.ts'
import type { DemoDistrict, DemoPark } from '../types.ts'
import { stationsOf } from './createOrganisations.ts'
import { formerTagsOf } from '../site/formerTags.ts'
import { ARTICLE_PARK } from '../namedParks.ts'
import { RECTIFICATION_BEGAN } from './createStages.ts'
import { choosePending, type PendingPlan } from './pendingGradings.ts'
import { deduct, giveBack, scoresOf } from './scoreItems.ts'

export type DemoGradingEvent = {
  action: GradingAction
  fromState: GradingState | null
  toState: GradingState
  at: string
  by: string
  note: string | null
  party: Party | null
  evaluator: string | null
  scores: ItemScore[] | null
  total: number | null
  computedOutcome: GradingOutcome | null
  outcome: GradingOutcome | null
}
export type DemoGrading = {
  parkCode: string
  purpose: GradingPurpose
  state: GradingState
  gradeBefore: ParkGrade
  total: number | null
  outcome: GradingOutcome | null
  openedAt: string
  openedBy: string
  decidedAt: string | null
  events: DemoGradingEvent[]
}

/** Totals of each grade, from the least to the most. */
const TOTALS: Record<ParkGrade, readonly [number, number]> = {
  A: [90, 97],
  B: [75, 89],
  C: [60, 74],
  D: [42, 59],
}
/** A park without a station of its own loses eight points at least. */
const MOST_WITHOUT_STATION = 92

const BY = {
  open: '演示街道安监员',
  submit: '演示园区经办',
  passStreet: '演示街道安监员',
  approve: '演示区级复核员',
} as const
const STEPS = [
  { action: 'submit', from: 'selfAssessment', to: 'streetReview', party: 'park' },
  { action: 'passStreet', from: 'streetReview', to: 'districtReview', party: 'government' },
  { action: 'approve', from: 'districtReview', to: 'effective', party: 'association' },
] as const
const EVALUATORS = {
  submit: '演示安全主任',
  passStreet: '演示街道安监员',
  approve: '演示验收组(协会专家)',
} as const

type Procedure = {
  park: DemoPark
  hasStation: boolean
  purpose: GradingPurpose
  /** The total that the last of the steps gives. */
  total: number
  /** How many of the three steps were taken. */
  steps: number
  openedDaysAgo: number
  /** The grade until then, where it is not the park's present one. */
  gradeBefore?: ParkGrade
}

/** The grading in force of every park, acceptances as far as its stage, and what is under way. */
export function createGradings(district: DemoDistrict): DemoGrading[] {
  const stations = stationsOf(district)
  const pending = choosePending(district)
  return district.parks.flatMap((park) => {
    const random = createRandom(DEMO_SEED, 'grading', park.code)
    const hasStation = stations.has(park.code)
    const build = (rest: Omit<Procedure, 'park' | 'hasStation'>) =>
      createProcedure(district.asOfDay, { park, hasStation, ...rest })
    const total = totalWithin(TOTALS[park.grade], hasStation, random.next())
    const openedDaysAgo = 90 + random.integer(110)
    const before = park.demonstration ? beforeOf(park) : null
    const inForce = build({
      ...{ purpose: 'grading', total, steps: 3, openedDaysAgo },
      ...(before ? { gradeBefore: gradeOfTotal(before.total) } : {}),
    })
    const asked = pending.get(park.code)
    return [
      ...(before ? [createProcedure(district.asOfDay, before)] : []),
      inForce,
      ...acceptancesOf(park, total, random.next()).map(build),
      ...(asked ? [build({ purpose: 'grading', ...asked })] : []),
    ]
  })
}

/** 摸底: what a demonstration park was like when its rectification was planned. */
function beforeOf(park: DemoPark): Procedure {
  const random = createRandom(DEMO_SEED, 'before', park.code)
  // The one real name keeps close to what passes. The self-assessment, up to 7 kinder, is C or D too.
  const least = park.name === ARTICLE_PARK.name ? 62 : 52
  const total = least + random.integer(67 - least)
  return {
    park: { ...park, problemTags: formerTagsOf(park.code) },
    ...{ hasStation: false, purpose: 'grading', total, steps: 3 },
    ...{ openedDaysAgo: RECTIFICATION_BEGAN - 4, gradeBefore: gradeOfTotal(total) },
  }
}

function totalWithin(
  [least, most]: readonly [number, number],
  hasStation: boolean,
  share: number,
): number {
  const highest = hasStation ? most : Math.min(most, MOST_WITHOUT_STATION)
  return least + Math.floor(share * (highest - least + 1))
}

/** Acceptances that go with the stage: passed before 现场交流, under way at 验收. */
function acceptancesOf(
  { stage }: DemoPark,
  total: number,
  share: number,
): (PendingPlan & { purpose: GradingPurpose })[] {
  const acceptance = (steps: number, openedDaysAgo: number, points = total) => [
    { purpose: 'acceptance' as const, steps, openedDaysAgo, total: points },
  ]
  if (stage === 'exchange' || stage === 'lasting')
    return acceptance(3, 100 + Math.floor(share * 15))
  if (stage !== 'acceptance') return []
  if (share < PASSED_SHARE) return acceptance(3, 30 + Math.floor(share * 60), Math.max(total, 76))
  const steps = Math.floor(((share - PASSED_SHARE) / (1 - PASSED_SHARE)) * 3)
  return acceptance(steps, 6 + Math.floor(share * 20))
}
/** Of the parks at 验收, those that have passed and wait for the exchange on site. */
const PASSED_SHARE = 0.4

const UNSCORED = {
  ...{ note: null, party: null, evaluator: null, scores: null, total: null },
  ...{ computedOutcome: null, outcome: null },
}

/** Days between the steps of a procedure. */
const STEP_DAYS = 5

function createProcedure(asOfDay: string, procedure: Procedure): DemoGrading {
  const { park, purpose, total, steps, hasStation, openedDaysAgo } = procedure
  const random = createRandom(DEMO_SEED, 'scores', park.code, purpose, openedDaysAgo)
  const final = deduct(total, { ...park, hasStation }, random)
  const street = giveBack(final, random.integer(3), random)
  const self = giveBack(street, 2 + random.integer(4), random)
  // Where the street is the last that scored, its total is the one that was planned.
  const stages = steps === 2 ? [giveBack(final, 3, random), final] : [self, street, final]
  const at = (step: number, hour: number) =>
    `${addDays(asOfDay, -openedDaysAgo + step * STEP_DAYS)}T${String(hour).padStart(2, '0')}:30:00+08:00`
  const events = STEPS.slice(0, steps).map(({ action, from, to, party }, index) => {
    const scores = scoresOf(stages[index]!)
    const points = totalOf(scores)
    const outcome = computedOutcome(purpose, points)
    return {
      ...{ action, fromState: from, toState: to, at: at(index + 1, 10 + 2 * index) },
      ...{ by: BY[action], note: null, party, evaluator: EVALUATORS[action] },
      ...{ scores, total: points, computedOutcome: outcome, outcome },
    }
  })
  const last = events.at(-1)
  const isDecided = steps === STEPS.length
  return {
    ...{ parkCode: park.code, purpose, gradeBefore: procedure.gradeBefore ?? park.grade },
    state: last?.toState ?? 'selfAssessment',
    total: last?.total ?? null,
    outcome: last?.outcome ?? null,
    openedAt: at(0, 9),
    openedBy: BY.open,
    decidedAt: isDecided ? last!.at : null,
    events: [{ ...OPENED, at: at(0, 9) }, ...events],
  }
}

const OPENED: Omit<DemoGradingEvent, 'at'> = {
  ...UNSCORED,
  action: 'open',
  fromState: null,
  toState: 'selfAssessment',
  by: BY.open,
}
