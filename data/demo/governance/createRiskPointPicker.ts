import type { Random } from '../random.ts'
import type { Description } from './describe.ts'
import type { DemoBasePoint } from '../types.ts'
import { groupBy } from '../groupBy.ts'
import type { Finding } from './visit.ts'

/** Of those whose place is a risk point, so many name it: about a third of all. */
const NAMED = 0.8
/** Overdue ones at a 重大 or 较大 point double its weight (CONTENT.md 3.2): only so many. */
const OVERDUE_AT_GRAVE_POINTS = 10
/** Only where the class of the community is the highest anyway, so that its colour stays. */
const LEAST_VALUE = 16

/** Chooses the risk point that a hidden danger is a failing of, among those of the story's own set. */
export function createRiskPointPicker(
  points: readonly DemoBasePoint[],
  valueOf: ReadonlyMap<string, number>,
  random: Random,
): (finding: Finding, description: Description) => string | null {
  const byHolder = groupBy(points, ({ enterpriseCode, parkCode }) => enterpriseCode ?? parkCode)
  let gravePointsLeft = OVERDUE_AT_GRAVE_POINTS
  return ({ tenant, park, track }, { text }) => {
    const own = byHolder.get(tenant?.code ?? park.code) ?? []
    const common = byHolder.get(park.code) ?? []
    const isOverdue = track !== null && track.closed === null && track.isLate
    const fitting = [...own, ...common].filter(({ template }) => text.points.includes(template))
    const possible = fitting.filter(({ level }) => {
      const isGrave = level === 'major' || level === 'larger'
      if (!isOverdue || !isGrave) return true
      return gravePointsLeft > 0 && (valueOf.get(park.areaCode) ?? 0) >= LEAST_VALUE
    })
    if (possible.length === 0 || random.next() >= NAMED) return null
    const point = random.pick(possible)
    if (isOverdue && (point.level === 'major' || point.level === 'larger')) gravePointsLeft--
    return point.code
  }
}
