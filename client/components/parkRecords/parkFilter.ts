import type { ParkRecordItem } from '#data/contract/parkRecordResponses'
import type { ParkGrade, ParkStage, ProblemTag } from '#data/domain/parks'

/** What the list is narrowed to; empty: nothing. */
export type ParkFilter = {
  text: string
  grade: ParkGrade | ''
  stage: ParkStage | ''
  tag: ProblemTag | ''
  only: '' | 'openMajor' | 'pending' | 'noStation'
}
export const NO_FILTER: ParkFilter = { text: '', grade: '', stage: '', tag: '', only: '' }

const ONLY: Record<ParkFilter['only'], (park: ParkRecordItem) => boolean> = {
  '': () => true,
  openMajor: ({ openMajor }) => openMajor > 0,
  pending: ({ pendingState }) => pendingState !== null,
  noStation: ({ hasStation }) => !hasStation,
}

export type ParkOrder = 'place' | 'total' | 'open' | 'grade'
const COMPARE: Record<ParkOrder, (a: ParkRecordItem, b: ParkRecordItem) => number> = {
  place: (a, b) => (a.code < b.code ? -1 : 1),
  total: (a, b) => (a.total ?? 0) - (b.total ?? 0),
  open: (a, b) => b.openMajor - a.openMajor || b.overdueHiddenDangers - a.overdueHiddenDangers,
  grade: (a, b) => (a.grade === b.grade ? 0 : a.grade > b.grade ? -1 : 1),
}

/** The parks that a filter leaves, in an order; parks that are alike stay by their codes. */
export function filterParks(
  parks: readonly ParkRecordItem[],
  filter: ParkFilter,
  order: ParkOrder,
): ParkRecordItem[] {
  const text = filter.text.trim().toLowerCase()
  const matches = (park: ParkRecordItem) =>
    (text === '' ||
      [park.name, park.code, park.operator ?? ''].some((each) =>
        each.toLowerCase().includes(text),
      )) &&
    (filter.grade === '' || park.grade === filter.grade) &&
    (filter.stage === '' || park.stage === filter.stage) &&
    (filter.tag === '' || park.problemTags.includes(filter.tag)) &&
    ONLY[filter.only](park)
  return parks.filter(matches).sort((a, b) => COMPARE[order](a, b) || COMPARE.place(a, b))
}
