import type { Around } from '#data/contract/analysis/aroundResponses'

/** What stands beside the risk points by level, on screen and on paper alike, in its order. */
export function aroundFigures(answer: Around) {
  const { enterprises, parks, hazardSources, hiddenDangers, sensitivePeople } = answer
  return [
    ['enterprises', enterprises.total],
    ['headcount', enterprises.headcount],
    ['parks', parks.total],
    ['sensitivePeople', sensitivePeople],
    ['hazardSources', hazardSources.total],
    ['majorHazards', hazardSources.majorHazards.total],
    ['open', hiddenDangers.open],
    ['overdue', hiddenDangers.overdue],
    ['openMajor', hiddenDangers.openMajor],
  ] as const
}
