import { addDays } from '../domain/clock.ts'
import type { RiskLevel } from '../domain/riskLevels.ts'
import type { LecInputs } from '../domain/riskPoints.ts'
import { gradeLec } from '../grading/lec.ts'
import type { DraftPoint, ParkContext } from './createRiskPoints.ts'
import { inputsOfLevel } from './lecVariants.ts'
import type { DemoDowngrade, DemoReport } from './types.ts'

type Wanted = { level: RiskLevel; stride: number; daysAgo: number }

/** Requests to lower a level that the district has not decided: from, and how they are spread. */
const DOWNGRADES: readonly (Wanted & { to: RiskLevel; reason: string })[] = [
  {
    level: 'major',
    to: 'larger',
    stride: 6,
    daysAgo: 4,
    reason: '已改湿式除尘,现场人数减半(演示)',
  },
  { level: 'larger', to: 'general', stride: 90, daysAgo: 6, reason: '已加装报警联锁(演示)' },
  { level: 'larger', to: 'general', stride: 70, daysAgo: 3, reason: '作业改为委托专业单位(演示)' },
]

const REPORTS: readonly (Wanted & { text: string })[] = [
  { level: 'general', stride: 400, daysAgo: 9, text: '位置标在隔壁楼,应为本楼一层(演示)' },
  { level: 'low', stride: 900, daysAgo: 5, text: '责任人已离职,请更新(演示)' },
  { level: 'general', stride: 500, daysAgo: 1, text: '设备上月已拆除(演示)' },
]

/** Takes every so manyth point of the level that is looked at, one for each that is wanted, in turn. */
function createPicker<T extends Wanted>(wanted: readonly T[]): (level: RiskLevel) => T | null {
  let [next, seen] = [0, 0]
  return (level) => {
    const item = wanted[next]
    if (!item || item.level !== level) return null
    seen += 1
    if (seen < item.stride) return null
    ;[next, seen] = [next + 1, 0]
    return item
  }
}

/**
 * What waits for somebody on the day that the data is true for: a few requests and reports. Called
 * with every point in order; points with a history of their own are left alone.
 */
export function createPending(asOfDay: string) {
  const pickDowngrade = createPicker(DOWNGRADES)
  const pickReport = createPicker(REPORTS)
  const instant = (daysAgo: number) => `${addDays(asOfDay, -daysAgo)}T10:20:00+08:00`

  return {
    downgradeOf: (
      { riskPoint, pin, isBase }: DraftPoint,
      { park }: ParkContext,
    ): DemoDowngrade | null => {
      if (!isBase || pin !== null || park.isArticlePark) return null
      const wanted = pickDowngrade(riskPoint.level)
      const inputs = wanted && inputsOfLevel(riskPoint.gradingInputs as LecInputs, wanted.to)
      if (!wanted || !inputs) return null
      return {
        riskPointCode: riskPoint.code,
        level: wanted.to,
        gradingInputs: inputs,
        score: gradeLec(inputs).score,
        assessedOn: addDays(asOfDay, -wanted.daysAgo),
        requestedAt: instant(wanted.daysAgo),
        reason: wanted.reason,
      }
    },
    reportOf: ({ riskPoint, isBase }: DraftPoint): DemoReport | null => {
      const wanted = isBase ? pickReport(riskPoint.level) : null
      if (!wanted) return null
      const { text, daysAgo } = wanted
      return { riskPointCode: riskPoint.code, text, reportedAt: instant(daysAgo) }
    },
  }
}
