import { reviewDueAfter } from '#data/domain/reviews'
import { RISK_LEVELS, type RiskLevel } from '#data/domain/riskLevels'
import type { LevelOverride } from '#data/domain/riskPoints'
import { grade, type Graded, type Grading, type GradingThresholds } from '#data/grading/grade'
import { refused } from '../../../http/problems.ts'
import type { RiskPointFacts } from '../riskPointWrites.queries.ts'

export type Assessment = Pick<
  RiskPointFacts,
  | 'gradingMethod'
  | 'gradingVersion'
  | 'gradingInputs'
  | 'score'
  | 'gradedLevel'
  | 'levelOverride'
  | 'level'
  | 'assessedOn'
  | 'reviewDue'
  | 'reviewTrigger'
>

type AssessmentInput = {
  grading: Grading
  levelOverride: LevelOverride | null
  /** What the writer believes the level to be. */
  level?: RiskLevel | undefined
  assessedOn: string
}

/**
 * The level that follows from the inputs, or from an override with its reason, and the day of the
 * next review.
 * @throws GradingError for inputs outside the tables, HttpProblem 422 for a level that contradicts
 * them and for a day that has not come yet
 */
export function assess(
  { grading, levelOverride, level, assessedOn }: AssessmentInput,
  { thresholds, today }: { thresholds: GradingThresholds; today: string },
): Assessment {
  if (assessedOn > today) {
    throw refused('assessedOn', {
      'zh-CN': `评估日期 ${assessedOn} 晚于今天 ${today}。请填写实际评估的日期。`,
      en: `assessedOn ${assessedOn} lies after today, ${today}: give the day of the assessment.`,
    })
  }
  const graded = grade(grading, thresholds)
  // An override that says what the grading says anyway overrides nothing.
  const override = levelOverride?.level === graded.level ? null : levelOverride
  const result = override?.level ?? graded.level
  if (level !== undefined && level !== result) throw contradiction(graded, level, result)
  return {
    gradingMethod: graded.method,
    gradingVersion: graded.version,
    gradingInputs: graded.inputs,
    score: graded.score,
    gradedLevel: graded.level,
    levelOverride: override,
    level: result,
    assessedOn,
    reviewDue: reviewDueAfter(assessedOn, result),
    reviewTrigger: null,
  }
}

function contradiction(graded: Graded, level: RiskLevel, result: RiskLevel) {
  const name = (each: RiskLevel) => RISK_LEVELS[each].labels
  return refused('level', {
    'zh-CN': `${graded.method} 得分 ${graded.score} 对应${name(result)['zh-CN']},与填报的${name(level)['zh-CN']}不符。请更正取值,或写明理由修正等级。`,
    en: `The ${graded.method} score ${graded.score} gives ${result}, not ${level}: correct the inputs, leave level out, or give levelOverride with a reason.`,
  })
}
