import type { FiguresAnswer } from '#data/contract/responses'
import type { AreaFigures } from '#data/domain/figures'
import type { MeasureKey } from '#data/domain/measures'
import { NO_COUNTS } from '#data/domain/riskLevels'
import type { PastFigures } from '../analysis/pointsProtocol.ts'

/** Measures whose past is known: the others leave the areas plain. */
export const PAST_MEASURES: readonly MeasureKey[] = [
  'riskValue',
  'highestLevel',
  'perHundredEnterprises',
  'overdueHiddenDangers',
]

/** A place without any record on that day. */
const NOTHING: PastFigures = {
  riskPoints: NO_COUNTS,
  riskValue: 0,
  openHiddenDangers: 0,
  overdueHiddenDangers: 0,
}

/** What is not known of the past: too few cases for any rate, so that no area gets a colour by it. */
const UNKNOWN = {
  overdueReviews: 0,
  dueHiddenDangers: 0,
  closedInTime: 0,
  campaignTargets: 0,
  campaignAccepted: 0,
} as const satisfies Partial<AreaFigures>

/**
 * The figures of now with the values of a past day in their place. Parks and enterprises stay those
 * of now; a rate whose past is unknown has no cases.
 */
export function figuresOfPast(
  now: FiguresAnswer,
  past: ReadonlyMap<string, PastFigures>,
): FiguresAnswer {
  const revise = <Place extends { code: string }>(place: Place): Place => ({
    ...place,
    ...UNKNOWN,
    ...(past.get(place.code) ?? NOTHING),
  })
  return { ...now, areas: now.areas.map(revise), parks: now.parks.map(revise) }
}
