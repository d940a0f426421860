import { needsApproval } from '#data/domain/downgrades'
import type { RiskLevel } from '#data/domain/riskLevels'

type Levels<L> = { level: L; gradedLevel: L }
/** Below the level as it stands, or, by an override, below what the inputs give. */
export type Lowering = 'lowering' | 'belowGraded'

/** Why the level of a form needs approval; an override that stands already needs no second one. */
export function loweringOf(
  base: Levels<RiskLevel> | null,
  { level, gradedLevel }: Levels<RiskLevel | null>,
): Lowering | null {
  if (!level) return null
  if (base && needsApproval(base.level, level)) return 'lowering'
  const isAsBefore = base?.level === level && base.gradedLevel === gradedLevel
  return gradedLevel && !isAsBefore && needsApproval(gradedLevel, level) ? 'belowGraded' : null
}
