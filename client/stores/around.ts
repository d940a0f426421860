import { areaCodeSchema } from '#data/domain/areas'
import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import {
  coverageText,
  questionText,
  readCoverage,
  readQuestion,
  readTravel,
  STANDARD_REACH,
  STANDARD_TRAVEL,
  travelText,
  type AroundQuestion,
  type Corner,
  type Reach,
  type TravelSettings,
} from '../around/question.ts'
import { useToolQueryStore } from './toolQuery.ts'

export const AROUND_TABS = ['around', 'coverage', 'domino'] as const
export type AroundTab = (typeof AROUND_TABS)[number]

/** What a hand sets on the map: a position, the corners of a polygon, or centre and edge of a circle. */
export type AroundHand = 'point' | 'polygon' | 'circle'

/**
 * What is asked of around here, coverage and domino, each by itself, as the address has it: what was
 * asked stays on the map when the drawer closes, until it is taken off.
 */
export const useAroundStore = defineStore('around', () => {
  const tools = useToolQueryStore()
  const tab = ref<AroundTab>('around')
  const hand = ref<AroundHand | null>(null)
  const question = shallowRef<AroundQuestion | null>(null)
  /** The question of a link that also says where the map looks: the camera stays there. */
  const framed = shallowRef<AroundQuestion | null>(null)
  /** Codes of the areas asked for; null where it is not on the map. */
  const coverage = ref<string | null>(null)
  const domino = ref<string | null>(null)
  const travel = shallowRef<TravelSettings>(STANDARD_TRAVEL)
  const reach = shallowRef<Reach>(STANDARD_REACH)
  /** A circle was drawn wider than can be asked. */
  const shortened = ref(false)
  /** What the pointer or the focus rests on in a list: a ring on the map shows where it is. */
  const pointed = shallowRef<Corner | null>(null)

  function read() {
    const { query } = tools
    const covered = readCoverage(query.coverage)
    question.value = readQuestion(query.around)
    framed.value = tools.framed ? question.value : null
    travel.value = readTravel(query.travel)
    coverage.value = covered?.area ?? null
    reach.value = covered?.reach ?? STANDARD_REACH
    domino.value = areaCodeSchema.safeParse(query.domino).data ?? null
    if (!question.value && coverage.value) tab.value = 'coverage'
    else if (!question.value && domino.value) tab.value = 'domino'
  }
  watch(() => tools.arrivals, read, { immediate: true })
  watch([question, coverage, domino, travel, reach], () => {
    tools.write({
      around: question.value ? questionText(question.value) : undefined,
      travel: travelText(travel.value),
      coverage: coverage.value ? coverageText(coverage.value, reach.value) : undefined,
      domino: domino.value ?? undefined,
    })
  })

  return {
    tab,
    hand,
    question,
    framed,
    coverage,
    domino,
    travel,
    reach,
    shortened,
    pointed,
    ask: (next: AroundQuestion | null, isShortened = false) => {
      question.value = next
      shortened.value = isShortened
      hand.value = null
      pointed.value = null
    },
    point: (at: Corner | null) => {
      pointed.value = at
    },
  }
})
