import { SITE_CONTRACT } from '#data/contract/site/site'
import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { createRequest } from './request.ts'

export const siteRequest = createRequest(SITE_CONTRACT)

type Signalled = { signal: AbortSignal }

/** A read of one park; nothing is asked while there is no code. */
const useOfPark =
  <Answer>(key: string, ask: (code: string, signalled: Signalled) => Promise<Answer>) =>
  (code: MaybeRefOrGetter<string | null>) =>
    useQuery({
      queryKey: computed(() => ['site', key, toValue(code)]),
      queryFn: ({ signal }) => ask(toValue(code) ?? '', { signal }),
      enabled: computed(() => toValue(code) !== null),
    })

export const useSite = useOfPark('getSite', (code, signalled) =>
  siteRequest('getSite', { params: { code }, ...signalled }),
)
export const useLearning = useOfPark('getLearning', (code, signalled) =>
  siteRequest('getLearning', { params: { code }, ...signalled }),
)
export const useAlike = useOfPark('getAlike', (code, signalled) =>
  siteRequest('getAlike', { params: { code }, ...signalled }),
)
export const useTour = useOfPark('getTour', (code, signalled) =>
  siteRequest('getTour', { params: { code }, ...signalled }),
)

export const useTours = () =>
  useQuery({
    queryKey: ['site', 'listTours'],
    queryFn: ({ signal }) => siteRequest('listTours', { signal }),
  })

export const useMeasures = (problem: MaybeRefOrGetter<string | undefined>) =>
  useQuery({
    queryKey: computed(() => ['site', 'listMeasures', toValue(problem)]),
    queryFn: ({ signal }) =>
      siteRequest('listMeasures', { query: { problem: toValue(problem) }, signal }),
    placeholderData: keepPreviousData,
  })
