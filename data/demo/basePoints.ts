import { RISK_LEVEL_ORDER } from '../domain/riskLevels.ts'
import type { ParkOfBatches } from './batches.ts'
import { createRiskPoints } from './createRiskPoints.ts'
import { riskPointCodeOf } from './riskPointCode.ts'
import type { DemoBasePoint } from './types.ts'

/**
 * The points of the story's own set with the codes that they have in a set of any size: in a park
 * and level the story's points come first, so that only these are drawn again.
 */
export function basePointsOf(parks: readonly ParkOfBatches[]): DemoBasePoint[] {
  const points: DemoBasePoint[] = []
  let before = 0
  for (const { context, counts } of parks) {
    const drafts = createRiskPoints(context, context.park.levels)
    for (const level of RISK_LEVEL_ORDER) {
      drafts
        .filter(({ riskPoint }) => riskPoint.level === level)
        .forEach(({ riskPoint: { parkCode, enterpriseCode }, template }, index) => {
          const code = riskPointCodeOf(before + index + 1)
          points.push({ code, template, level, parkCode, enterpriseCode })
        })
      before += counts[level]
    }
  }
  return points
}
