import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { hiddenDangerRequest, type HiddenDangerFilters } from './hiddenDangers.ts'

const PAGE = 50

/** Visits, the latest first, a page at a time. */
export const useChecks = (filters: Ref<HiddenDangerFilters>) =>
  useInfiniteQuery({
    queryKey: computed(() => ['checks', filters.value]),
    queryFn: ({ signal, pageParam }) =>
      hiddenDangerRequest('listChecks', {
        query: { ...filters.value, limit: PAGE, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

/** One visit with what it found; nothing is asked while none is open. */
export const useCheck = (code: Ref<string>, isOpen: Ref<boolean>) =>
  useQuery({
    queryKey: computed(() => ['check', code.value]),
    queryFn: ({ signal }) =>
      hiddenDangerRequest('getCheck', { params: { code: code.value }, signal }),
    enabled: isOpen,
  })

/** Whom a month should see and whom it has seen. */
export const useCheckPlan = (filters: Ref<HiddenDangerFilters>, limit = PAGE) =>
  useInfiniteQuery({
    queryKey: computed(() => ['checkPlan', filters.value, limit]),
    queryFn: ({ signal, pageParam }) =>
      hiddenDangerRequest('listCheckPlan', {
        query: { ...filters.value, limit, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
