import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { AroundQuestion, Reach, TravelSettings } from '../around/question.ts'
import { STANDARD_REACH, STANDARD_TRAVEL } from '../around/question.ts'

export const AROUND_TABS = ['around', 'coverage', 'domino'] as const
export type AroundTab = (typeof AROUND_TABS)[number]

/** What a hand sets on the map: a position, the corners of a polygon, centre and edge of a circle. */
export type AroundHand = 'point' | 'polygon' | 'circle'

/**
 * What is asked of around here, coverage and domino, each by itself: what was asked stays on the map
 * when the drawer closes, until it is taken off.
 */
export const useAroundStore = defineStore('around', () => {
  const tab = ref<AroundTab>('around')
  const hand = ref<AroundHand | null>(null)
  /** Why the shape that was drawn last is not one. */
  const tooFewCorners = ref(false)
  const question = shallowRef<AroundQuestion | null>(null)
  /** Codes of the areas asked for; null where it is not on the map. */
  const coverage = ref<string | null>(null)
  const domino = ref<string | null>(null)
  const travel = shallowRef<TravelSettings>(STANDARD_TRAVEL)
  const reach = shallowRef<Reach>(STANDARD_REACH)
  /** What the pointer or the focus rests on in a list: a ring on the map shows where it is. */
  const pointed = shallowRef<readonly [longitude: number, latitude: number] | null>(null)
  /** The number of the domino group that is looked at. */
  const group = ref<number | null>(null)

  return {
    tab,
    hand,
    tooFewCorners,
    question,
    coverage,
    domino,
    travel,
    reach,
    pointed,
    group,
    ask: (next: AroundQuestion | null) => {
      question.value = next
      hand.value = null
      pointed.value = null
    },
    point: (at: readonly [number, number] | null) => {
      pointed.value = at
    },
  }
})
