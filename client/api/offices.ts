import { OFFICES_CONTRACT } from '#data/contract/offices'
import type { IssuedDocumentItem } from '#data/contract/offices/documents'
import type { EnforcementItem } from '#data/contract/offices/enforcement'
import type { TrainingItem } from '#data/contract/offices/trainings'
import type { WorkPermitsAnswer } from '#data/contract/offices/workPermits'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { computed, toValue } from 'vue'
import { createRequest } from './request.ts'

/** Enforcement, documents, accidents, dangerous work, trainings, handovers: after the first frame. */
export const officesRequest = createRequest(OFFICES_CONTRACT)

type Key = keyof typeof OFFICES_CONTRACT
type Input = {
  params?: Record<string, string>
  query?: Record<string, string | number | boolean | undefined>
}
type Answer<K extends Key> = Awaited<ReturnType<typeof officesRequest<K>>>

/** A read of the offices, asked anew whenever what it asks for changes. */
export function useOffices<K extends Key>(
  key: K,
  input: MaybeRefOrGetter<Input>,
  enabled: MaybeRefOrGetter<boolean> = true,
) {
  return useQuery({
    queryKey: computed(() => ['offices', key, toValue(input)]),
    queryFn: ({ signal }): Promise<Answer<K>> => {
      const ask = officesRequest as (key: K, input: unknown) => Promise<Answer<K>>
      return ask(key, { ...toValue(input), signal })
    },
    enabled: computed(() => toValue(enabled)),
  })
}

const PAGE = 50
type Page<T> = {
  items: T[]
  nextCursor: string | null
  total: number
  asOf: string
  source: string
}
type Pages = {
  listEnforcement: Page<EnforcementItem>
  listDocuments: Page<IssuedDocumentItem>
  listWorkPermits: WorkPermitsAnswer
  listTrainings: Page<TrainingItem>
}

/** A list a page at a time: what has come so far, and more of it on demand. */
export function useOfficePages<K extends keyof Pages>(
  key: K,
  input: MaybeRefOrGetter<NonNullable<Input['query']>>,
) {
  const pages = useInfiniteQuery({
    queryKey: computed(() => ['offices', key, 'pages', toValue(input)]),
    queryFn: ({ signal, pageParam }): Promise<Page<unknown>> => {
      const ask = officesRequest as (key: K, input: unknown) => Promise<Page<unknown>>
      const query = { ...toValue(input), limit: PAGE, cursor: pageParam }
      return ask(key, { query, signal })
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  return {
    /** The first page with the records of all that have come. */
    answer: computed(() => {
      const all = pages.data.value?.pages ?? []
      const [first] = all
      if (!first) return undefined
      return { ...first, items: all.flatMap(({ items }) => items) } as Pages[K]
    }),
    error: pages.error,
    hasMore: pages.hasNextPage,
    isLoadingMore: pages.isFetchingNextPage,
    refetch: () => void pages.refetch(),
    more: () => void pages.fetchNextPage(),
  }
}
