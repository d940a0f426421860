import { AROUND_CONTRACT } from '#data/contract/analysis/around'
import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import {
  aroundQueryOf,
  coverageQueryOf,
  type AroundQuestion,
  type Reach,
  type TravelSettings,
} from '../around/question.ts'
import { createRequest } from './request.ts'

const aroundRequest = createRequest(AROUND_CONTRACT)

/** What lies around; nothing is asked while there is no question. The last answer stays meanwhile. */
export function useAround(
  question: MaybeRefOrGetter<AroundQuestion | null>,
  travel: MaybeRefOrGetter<TravelSettings>,
) {
  const query = computed(() => {
    const asked = toValue(question)
    return asked && aroundQueryOf(asked, toValue(travel))
  })
  return useQuery({
    queryKey: computed(() => ['around', query.value]),
    queryFn: ({ signal }) => aroundRequest('getAround', { query: query.value ?? {}, signal }),
    enabled: computed(() => query.value !== null),
    placeholderData: keepPreviousData,
  })
}

export function useCoverage(
  area: MaybeRefOrGetter<string | null>,
  reach: MaybeRefOrGetter<Reach>,
  travel: MaybeRefOrGetter<TravelSettings>,
) {
  const query = computed(() => {
    const asked = toValue(area)
    return asked && coverageQueryOf(asked, toValue(reach), toValue(travel))
  })
  return useQuery({
    queryKey: computed(() => ['coverage', query.value]),
    queryFn: ({ signal }) => aroundRequest('getCoverage', { query: query.value || {}, signal }),
    enabled: computed(() => query.value !== null),
    placeholderData: keepPreviousData,
  })
}

export const useDomino = (area: MaybeRefOrGetter<string | null>) =>
  useQuery({
    queryKey: computed(() => ['domino', toValue(area)]),
    queryFn: ({ signal }) =>
      aroundRequest('getDomino', { query: { area: toValue(area) ?? undefined }, signal }),
    enabled: computed(() => toValue(area) !== null),
    placeholderData: keepPreviousData,
  })
