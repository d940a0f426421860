import type { ChangeKind } from '../domain/changes.ts'
import { addDays, dayNumber } from '../domain/clock.ts'
import type { RiskLevel } from '../domain/riskLevels.ts'
import type { LecInputs } from '../domain/riskPoints.ts'
import { gradeLec } from '../grading/lec.ts'
import type { DraftPoint, ParkContext } from './createRiskPoints.ts'
import { CURVE_DAY, LEVEL_CURVE } from './levelCurve.ts'
import { inputsOfLevel } from './lecVariants.ts'
import type { DemoPastVersion } from './types.ts'

/** One change of a level that the year needs: from which level, in which month, how many. */
type Quota = {
  month: string
  level: RiskLevel
  earlier: RiskLevel
  kind: Extract<ChangeKind, 'downgrade' | 'regrade'>
  reason: string
  left: number
  /** Every so manyth point that fits is taken, so that they lie in many parks. */
  stride: number
  seen: number
}

/** A working hour; who assesses in the morning signs in the afternoon. */
const HOUR = 'T15:30:00+08:00'
const LOWERED = '整改验收合格,措施到位(演示)'
const RAISED = '锂电集中复评,危险程度上调(演示)'

function createQuotas(): Quota[] {
  const quota = (rest: Omit<Quota, 'seen'>): Quota[] =>
    rest.left > 0 ? [{ ...rest, seen: 0 }] : []
  return LEVEL_CURVE.flatMap(({ month, lowered, majorLowered, raised }) => [
    ...quota({
      month,
      level: 'general',
      earlier: 'larger',
      kind: 'downgrade',
      reason: LOWERED,
      left: lowered,
      stride: 9,
    }),
    ...quota({
      month,
      level: 'larger',
      earlier: 'major',
      kind: 'downgrade',
      reason: LOWERED,
      left: majorLowered,
      stride: 40,
    }),
    ...quota({
      month,
      level: 'larger',
      earlier: 'general',
      kind: 'regrade',
      reason: RAISED,
      left: raised,
      stride: 3,
    }),
  ])
}

/**
 * The year behind the present: which points had another level before, so that every month ends with
 * the 重大 and 较大 points of the curve. Called with every point in order; gives the version before
 * the present one where the point is among them.
 * @throws RangeError from `finish` when the points did not suffice
 */
export function createHistory(asOfDay: string) {
  const quotas = createQuotas()
  const shift = dayNumber(asOfDay) - dayNumber(CURVE_DAY)
  /** A working day in the middle of the month, not the same for all. */
  const dayOf = ({ month, kind, left }: Quota): string => {
    const day = kind === 'regrade' ? 11 + (left % 4) : 8 + ((left * 5) % 13)
    return addDays(`${month}-${String(day).padStart(2, '0')}`, shift)
  }

  function pastOf({ riskPoint, pin, isBase }: DraftPoint, { park }: ParkContext) {
    if (!isBase || pin !== null || park.isArticlePark) return null
    const isLithium = park.parkType === 'lithiumEnergy'
    const quota = quotas.find(
      ({ left, level, kind }) =>
        left > 0 &&
        level === riskPoint.level &&
        (kind === 'regrade') === (isLithium && level === 'larger'),
    )
    const inputs = quota && inputsOfLevel(riskPoint.gradingInputs as LecInputs, quota.earlier)
    if (!quota || !inputs) return null
    quota.seen += 1
    if (quota.seen % quota.stride !== 0) return null
    const past = toPast(riskPoint.code, quota, inputs, dayOf(quota))
    quota.left -= 1
    return past
  }

  return {
    pastOf,
    finish: () => {
      const missing = quotas.find(({ left }) => left > 0)
      if (missing)
        throw new RangeError(`the history lacks ${missing.left} points of ${missing.month}`)
    },
  }
}

function toPast(
  riskPointCode: string,
  { earlier, kind, reason }: Quota,
  gradingInputs: LecInputs,
  day: string,
): DemoPastVersion {
  return {
    riskPointCode,
    level: earlier,
    gradingInputs,
    score: gradeLec(gradingInputs).score,
    changedAt: `${day}${HOUR}`,
    kind,
    reason,
  }
}
