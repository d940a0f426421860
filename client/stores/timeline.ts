import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

/** First day whose end is known, and today: days from 1970-01-01 in Asia/Shanghai. */
export type HistorySpan = { first: number; last: number }

/** A day that no history reaches: at the right of a comparison it stands for now. */
export const FAR_DAY = 0xffff

/** Of a place over the span of the history: one value a day, at its end; the last one is now. */
export type DailyCurve = {
  /** Days from 1970-01-01 in Asia/Shanghai. */
  first: number
  last: number
  /** 重大 and 较大 risk points. */
  major: Uint32Array
  larger: Uint32Array
  /** 未销号, and of these past their original deadline. */
  open: Uint32Array
  overdue: Uint32Array
}

/** How fast playing goes: 1 is a month in about two seconds. */
export const PLAY_SPEEDS = [0.5, 1, 2] as const
export type PlaySpeed = (typeof PLAY_SPEEDS)[number]

/**
 * The day that the map is looked at for. A day stands for its end, 24:00 in Asia/Shanghai; the last
 * day of the history is today, which has not ended: now, told as null.
 */
export const useTimelineStore = defineStore('timeline', () => {
  /** Days from 1970-01-01 of a past day whose end is shown; null for now. */
  const day = ref<number | null>(null)
  /** While two dates are compared the later one, at the right; today stands for now. */
  const compareDay = ref<number | null>(null)
  const playing = ref(false)
  const speed = ref<PlaySpeed>(1)
  /** Null until the history has been asked for. */
  const span = shallowRef<HistorySpan | null>(null)
  /** Area or park whose curve is wanted; null while nobody looks. */
  const curveOf = ref<string | null>(null)
  const curve = shallowRef<DailyCurve | null>(null)
  /** Area or park of that curve. */
  const curvePlace = ref<string | null>(null)
  /** How many look at the curve. */
  let readers = 0
  /** The history could not be had. */
  const curveFailed = ref(false)

  /** A day within the span; today is now. */
  function within(wanted: number | null): number | null {
    if (wanted === null || !span.value) return wanted
    const { first, last } = span.value
    return wanted >= last ? null : Math.max(first, wanted)
  }

  return {
    day,
    compareDay,
    playing,
    speed,
    span,
    curveOf,
    curve,
    curvePlace,
    curveFailed,
    /** Two dates are compared. */
    comparing: computed(() => compareDay.value !== null),
    /** The day at the right of a comparison as requests have it: null for now. */
    right: computed(() => within(compareDay.value)),
    show: (next: number | null) => {
      day.value = within(next)
    },
    compare: (next: number | null) => {
      compareDay.value = next
      if (next !== null) playing.value = false
    },
    play: (next: boolean) => {
      playing.value = next
      if (next) compareDay.value = null
    },
    choose: (next: PlaySpeed) => {
      speed.value = next
    },
    /** What is known of the past; a day chosen before, by a link say, moves into it. */
    know: (known: HistorySpan) => {
      span.value = known
      day.value = within(day.value)
    },
    /** Asks for the curve of a place for as long as somebody reads it: each who joins must part. */
    join: () => {
      readers += 1
    },
    ask: (code: string) => {
      curveOf.value = code
      curveFailed.value = false
    },
    part: () => {
      readers -= 1
      if (readers === 0) curveOf.value = null
    },
    draw: (drawn: DailyCurve, of: string) => {
      curve.value = drawn
      curvePlace.value = of
    },
    failCurve: () => {
      curveFailed.value = true
    },
    /** Back to now: nothing of the past stays on the map. */
    leave: () => {
      day.value = null
      compareDay.value = null
      playing.value = false
    },
  }
})
