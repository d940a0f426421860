import type { HighRiskClass } from '../domain/enterprises.ts'
import type { ParkGrade, ParkStage, ProblemTag } from '../domain/parks.ts'
import type { RiskLevel } from '../domain/riskLevels.ts'
import { assignHighRiskClasses } from './assignHighRiskClasses.ts'
import { assignParkTypes, type ParkSlot } from './assignParkTypes.ts'
import { countEnterprises, countLevels, countRiskPoints, placeMajorPoints } from './countByPark.ts'
import { countHazardSources } from './countHazardSources.ts'
import { gradeParks } from './gradeParks.ts'
import { placeHazardPins, type HazardPin } from './hazardPins.ts'
import { nameParks } from './nameParks.ts'
import { placeOverdueReviews } from './placeOverdueReviews.ts'
import { createRandom } from './random.ts'

/** Everything about a park that is decided before anything is drawn. */
export type ParkPlan = ParkSlot & {
  index: number
  code: string
  name: string
  demonstration: boolean
  /** 东海科技工业园: a real name, nothing harmful under it. */
  isArticlePark: boolean
  riskPoints: number
  levels: Record<RiskLevel, number>
  overdue: { major: number; larger: number }
  enterprises: number
  hazardSources: number
  hazardPins: HazardPin[]
  highRisk: Record<HighRiskClass, number>
  microFireStation: boolean
  grade: ParkGrade
  stage: ParkStage
  problemTags: ProblemTag[]
}

/** The 276 parks in the order of their codes, with every count of CONTENT.md 4.2 and 4.3 met. */
export function planParks(seed: number, placeNames: readonly string[]): ParkPlan[] {
  const random = (part: string) => createRandom(seed, 'parks', part)
  const plans = assignParkTypes().map(emptyPlan)
  countRiskPoints(plans, random('sizes'))
  placeMajorPoints(plans)
  nameParks(plans, random('names'), placeNames)
  countLevels(plans, random('levels'))
  countEnterprises(plans, random('enterprises'))
  placeOverdueReviews(plans)
  gradeParks(plans, random('grades'))
  assignHighRiskClasses(plans)
  placeHazardPins(plans)
  countHazardSources(plans)
  return plans
}

function emptyPlan(slot: ParkSlot, index: number): ParkPlan {
  return {
    ...slot,
    index,
    code: `DEMO-P-${String(index + 1).padStart(3, '0')}`,
    name: '',
    demonstration: false,
    isArticlePark: false,
    riskPoints: 0,
    levels: { major: 0, larger: 0, general: 0, low: 0 },
    overdue: { major: 0, larger: 0 },
    enterprises: 0,
    hazardSources: 0,
    hazardPins: [],
    highRisk: { dust: 0, ammonia: 0, lithiumBattery: 0 },
    microFireStation: false,
    grade: 'B',
    stage: 'rectification',
    problemTags: [],
  }
}
