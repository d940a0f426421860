import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { request } from './request.ts'

/** Remote reads, one composable each; vue-query keeps, retries and shares the answers. */
export const useAreas = () =>
  useQuery({ queryKey: ['areas'], queryFn: ({ signal }) => request('listAreas', { signal }) })

export const useNeighbours = () =>
  useQuery({
    queryKey: ['neighbours'],
    queryFn: ({ signal }) => request('listNeighbours', { signal }),
  })

export const useParks = () =>
  useQuery({ queryKey: ['parks'], queryFn: ({ signal }) => request('listParks', { signal }) })

export const useFigures = () =>
  useQuery({ queryKey: ['figures'], queryFn: ({ signal }) => request('listFigures', { signal }) })

export const useSummary = (area: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['summary', area.value]),
    queryFn: ({ signal }) => request('getSummary', { query: { area: area.value }, signal }),
  })

export const usePark = (code: Ref<string | null>) =>
  useQuery({
    queryKey: computed(() => ['park', code.value]),
    queryFn: ({ signal }) => request('getPark', { params: { code: code.value ?? '' }, signal }),
    enabled: computed(() => code.value !== null),
  })

export const useRiskPoint = (code: Ref<string | null>) =>
  useQuery({
    queryKey: computed(() => ['riskPoint', code.value]),
    queryFn: ({ signal }) =>
      request('getRiskPoint', { params: { code: code.value ?? '' }, signal }),
    enabled: computed(() => code.value !== null),
  })

export const useRiskPointById = (id: Ref<number | null>) =>
  useQuery({
    queryKey: computed(() => ['riskPointById', id.value]),
    queryFn: ({ signal }) =>
      request('listRiskPoints', { query: { ids: String(id.value) }, signal }),
    enabled: computed(() => id.value !== null),
    placeholderData: keepPreviousData,
  })

const PAGE = 50

export const useParkRiskPoints = (park: Ref<string>, levels: Ref<string>) =>
  useInfiniteQuery({
    queryKey: computed(() => ['riskPoints', park.value, levels.value]),
    queryFn: ({ signal, pageParam }) =>
      request('listRiskPoints', {
        query: { park: park.value, level: levels.value, limit: PAGE, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: computed(() => levels.value !== ''),
  })

export const useSearch = (text: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['search', text.value]),
    queryFn: ({ signal }) => request('search', { query: { q: text.value, limit: 24 }, signal }),
    enabled: computed(() => text.value !== ''),
    placeholderData: keepPreviousData,
  })
