import { REVIEW_INTERVAL_DAYS } from '#data/domain/reviews'
import { GRADING_METHODS, type GradingThresholds } from '#data/grading/grade'
import { estimateConsequences } from '#data/grading/consequences'
import { gradeLec } from '#data/grading/lec'
import { gradeMajorHazard } from '#data/grading/majorHazard'
import { gradeRiskMatrix } from '#data/grading/riskMatrix'
import { formatThresholds } from '#data/grading/thresholds'
import type { GradingMethod } from '#data/domain/riskPoints'
import type { Handlers } from '../../http/endpoint.ts'

type Keys =
  | 'getGradingSettings'
  | 'gradeLec'
  | 'gradeRiskMatrix'
  | 'gradeMajorHazard'
  | 'estimateConsequences'

/** Calculations by the rules in force: no database, no actor. */
export function gradingHandlers(thresholds: GradingThresholds): Pick<Handlers, Keys> {
  const methods = (Object.keys(GRADING_METHODS) as GradingMethod[]).map((method) => ({
    method,
    version: thresholds[method].version,
    thresholds: formatThresholds(thresholds[method]),
  }))
  const ok = <T>(answer: T) => Promise.resolve({ status: 200, answer })
  return {
    getGradingSettings: () => ok({ methods, reviewIntervalDays: { ...REVIEW_INTERVAL_DAYS } }),
    gradeLec: async ({ query }) => ok(gradeLec(query, thresholds.LEC)),
    gradeRiskMatrix: async ({ query }) => ok(gradeRiskMatrix(query, thresholds.LS)),
    gradeMajorHazard: async ({ body }) => ok(gradeMajorHazard(body)),
    estimateConsequences: async ({ body }) => ok(estimateConsequences(body)),
  }
}
