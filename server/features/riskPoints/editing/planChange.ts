import type { RiskPointChange } from '#data/contract/bodies'
import type { ChangeKind } from '#data/domain/changes'
import { needsApproval } from '#data/domain/downgrades'
import { reviewDueAfter } from '#data/domain/reviews'
import type { Grading, GradingThresholds } from '#data/grading/grade'
import type { Queryable } from '../../../db/Db.ts'
import { refused } from '../../../http/problems.ts'
import { changedFields } from '../../versions/history.ts'
import type { RiskPointRow } from '../riskPointRecord.queries.ts'
import type { RiskPointFacts } from '../riskPointWrites.queries.ts'
import { assess, type Assessment } from './assess.ts'
import { resolveAccidentTypes } from './resolveAccidentTypes.ts'
import { resolveCoordinates } from './resolveCoordinates.ts'
import { resolvePlace } from './resolvePlace.ts'

export type ChangePlan = {
  /** The next version; the same facts as now where nothing changes at once. */
  facts: RiskPointFacts
  /** Null where nothing changes at once. */
  kind: Extract<ChangeKind, 'edit' | 'move' | 'regrade'> | null
  /** An assessment that lowers a 重大 or 较大 point: the district decides, the level stays. */
  lowering: Assessment | null
}

/** The rules by which a level is worked out, and the civil day. */
export type EditingContext = { thresholds: GradingThresholds; today: string }

/** Fields that tell of a position alone. */
const POSITION_FIELDS = [
  'longitude',
  'latitude',
  'coordinateOrigin',
  'coordinateErrorMetres',
  'coordinateInput',
]

/**
 * What a change makes of a risk point. Nothing is written yet.
 * @throws HttpProblem 422, or GradingError, for values that cannot be
 */
export async function planChange(
  transaction: Queryable,
  current: RiskPointRow,
  change: RiskPointChange,
  context: EditingContext,
): Promise<ChangePlan> {
  const assessment = reassess(current, change, context)
  const { atOnce, lowering } = splitLowering(assessment, current)
  const facts: RiskPointFacts = {
    ...current,
    ...plainFields(change, current),
    ...(await placeFields(transaction, current, change)),
    ...(change.coordinates !== undefined &&
      (await resolveCoordinates(transaction, change.coordinates))),
    ...resolveAccidentTypes(change),
    ...atOnce,
  }
  const fields = changedFields(current, facts).map(({ field }) => field)
  const isMove = fields.every((field) => POSITION_FIELDS.includes(field))
  const kind = fields.length === 0 ? null : isMove ? 'move' : atOnce ? 'regrade' : 'edit'
  return { facts, kind, lowering }
}

/**
 * What of an assessment takes effect at once, and what waits for the district: a level below the
 * present 重大 or 较大 one waits whole; an override below a 重大 or 较大 level that the inputs give
 * waits alone, and the level of the inputs counts meanwhile.
 * @param current the present assessment; null for a new risk point
 */
export function splitLowering(
  assessment: Assessment | null,
  current: Pick<Assessment, 'level' | 'gradedLevel' | 'levelOverride'> | null,
): { atOnce: Assessment | null; lowering: Assessment | null } {
  if (!assessment) return { atOnce: null, lowering: null }
  const { level, gradedLevel, levelOverride } = assessment
  if (current && needsApproval(current.level, level)) {
    return { atOnce: null, lowering: assessment }
  }
  // An override that the district has approved outlives a review that finds the same again.
  const isKept =
    current?.gradedLevel === gradedLevel &&
    JSON.stringify(current.levelOverride) === JSON.stringify(levelOverride)
  if (isKept || !needsApproval(gradedLevel, level)) {
    return { atOnce: assessment, lowering: null }
  }
  const reviewDue = reviewDueAfter(assessment.assessedOn, gradedLevel)
  return {
    atOnce: { ...assessment, levelOverride: null, level: gradedLevel, reviewDue },
    lowering: assessment,
  }
}

function plainFields(change: RiskPointChange, current: RiskPointRow): Partial<RiskPointFacts> {
  return {
    name: change.name ?? current.name,
    location: change.location ?? current.location,
    floor: given(change.floor, current.floor),
    controlLevel: change.controlLevel ?? current.controlLevel,
    measures: change.measures ?? current.measures,
    responsibleDepartment: given(change.responsibleDepartment, current.responsibleDepartment),
    responsiblePerson: given(change.responsiblePerson, current.responsiblePerson),
    guarantor: given(change.guarantor, current.guarantor),
  }
}

/** A field that null empties and that stays when it is left out. */
function given<T>(value: T | undefined, otherwise: T): T {
  return value === undefined ? otherwise : value
}

async function placeFields(
  transaction: Queryable,
  current: RiskPointRow,
  change: RiskPointChange,
): Promise<Partial<RiskPointFacts>> {
  if (change.parkCode === undefined && change.enterpriseCode === undefined) return {}
  const parkCode = change.parkCode ?? current.parkCode
  const enterpriseCode = given(change.enterpriseCode, current.enterpriseCode)
  const { areaCode } = await resolvePlace(transaction, parkCode, enterpriseCode)
  return { parkCode, enterpriseCode, areaCode }
}

/** A new assessment, or null where the change does not ask for one. */
function reassess(
  current: RiskPointRow,
  { grading, levelOverride, level, assessedOn, trigger }: RiskPointChange,
  context: EditingContext,
): Assessment | null {
  if (assessedOn !== undefined && assessedOn < current.assessedOn) {
    throw refused('assessedOn', {
      'zh-CN': `评估日期 ${assessedOn} 早于现有评估日期 ${current.assessedOn}。请填写本次评估的日期。`,
      en: `assessedOn ${assessedOn} lies before the present assessment of ${current.assessedOn}: give the day of the new one.`,
    })
  }
  const isAsked = Boolean(grading ?? assessedOn ?? trigger) || levelOverride !== undefined
  if (!isAsked && level === undefined) return null
  const stored = {
    method: current.gradingMethod,
    inputs: current.gradingInputs,
  } as Grading
  // New inputs take an override with them: its reason was given for the old ones.
  const kept = grading ? null : current.levelOverride
  const assessment = assess(
    {
      grading: grading ?? stored,
      levelOverride: given(levelOverride, kept),
      level,
      assessedOn: assessedOn ?? (isAsked ? context.today : current.assessedOn),
    },
    context,
  )
  return isAsked ? assessment : null
}
