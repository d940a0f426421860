import { groupBy } from '../groupBy.ts'
import type { Random } from '../random.ts'
import type { DemoBasePoint } from '../types.ts'
import type { Description } from './describe.ts'
import type { Finding } from './visit.ts'

/** Of those whose place is a risk point, so many name it: about a third of all. */
const NAMED = 0.8
/** Overdue ones at a 重大 or 较大 point double its weight (CONTENT.md 3.2): about so many. */
const OVERDUE_AT_GRAVE_POINTS = 10
/** Only where the class of the community is the highest anyway, so that its colour stays. */
const LEAST_VALUE = 16

/** Chooses the risk point that a hidden danger is a failing of, among those of the story's own set. */
export function createRiskPointPicker(
  points: readonly DemoBasePoint[],
  valueOf: ReadonlyMap<string, number>,
  random: Random,
): (finding: Finding, description: Description) => string | null {
  const byHolder = new Map(
    [...groupBy(points, ({ enterpriseCode, parkCode }) => enterpriseCode ?? parkCode)].map(
      ([holder, own]) => [holder, groupBy(own, ({ template }) => template)],
    ),
  )
  let left = OVERDUE_AT_GRAVE_POINTS
  return ({ tenant, park, track }, { text }) => {
    const places = [byHolder.get(park.code), tenant && byHolder.get(tenant.code)]
    const isOverdue = track !== null && track.closed === null && track.isLate
    const isAmongGravest = left > 0 && (valueOf.get(park.areaCode) ?? 0) >= LEAST_VALUE
    if (isOverdue && isAmongGravest) {
      const around = places.flatMap((place) => [...(place?.values() ?? [])].flat())
      const grave = around.filter(isGrave)
      if (grave.length > 0) {
        left--
        return random.pick(grave).code
      }
    }
    const fitting = text.points
      .flatMap((template) => places.flatMap((place) => place?.get(template) ?? []))
      .filter((point) => !(isOverdue && isGrave(point)))
    return fitting.length > 0 && random.next() < NAMED ? random.pick(fitting).code : null
  }
}

const isGrave = ({ level }: DemoBasePoint): boolean => level === 'major' || level === 'larger'
