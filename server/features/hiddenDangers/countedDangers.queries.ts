import {
  OPEN_STATES,
  UNASSESSED_STATES,
  UNCOUNTED_STATES,
  type HiddenDangerState,
} from '#data/domain/hiddenDangers'

const listOf = (states: readonly HiddenDangerState[]): string =>
  states.map((state) => `'${state}'`).join(', ')

/** What counts as registered: 合并 and 不予认定 never did, 当场整改 is told apart. */
export const isCounted = (danger: string): string =>
  `(NOT ${danger}.on_the_spot AND ${danger}.state NOT IN (${listOf(UNCOUNTED_STATES)}))`

/** 未销号 now: spelled so that the partial index of open ones serves it. */
export const isOpenNow = (danger: string): string =>
  `(${danger}.closed_at IS NULL AND ${danger}.state IN (${listOf(OPEN_STATES)}))`

/** 未销号 at a time, of what is counted. */
export const isOpenAt = (danger: string, time: string): string =>
  `(${danger}.closed_at IS NULL OR ${danger}.closed_at > ${time})`

/** Nobody has assessed it yet. */
export const isNotAssessed = (danger: string): string =>
  `${danger}.state IN (${listOf(UNASSESSED_STATES)})`
