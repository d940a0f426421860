import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import type { Filters } from '../stores/filters.ts'
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

/** The filters of the map in the words of the endpoint; what narrows nothing is left out. */
export const filterQuery = (filters: Filters) => ({
  level: filters.levels.join(','),
  highRiskClass: filters.highRiskClasses.join(',') || undefined,
  hazardSources: filters.hazardSourcesOnly || undefined,
  majorHazards: filters.majorHazardsOnly || undefined,
  reviewOverdue: filters.reviewOverdueOnly || undefined,
})

/** Risk points of a park that pass the filters of the map; without a level none does. */
export const useParkRiskPoints = (park: Ref<string>, filters: Ref<Filters>) =>
  useInfiniteQuery({
    queryKey: computed(() => ['riskPoints', park.value, filterQuery(filters.value)]),
    queryFn: ({ signal, pageParam }) =>
      request('listRiskPoints', {
        query: { ...filterQuery(filters.value), park: park.value, limit: PAGE, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: computed(() => filters.value.levels.length > 0),
  })

export const useSearch = (text: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['search', text.value]),
    queryFn: ({ signal }) => request('search', { query: { q: text.value, limit: 24 }, signal }),
    enabled: computed(() => text.value !== ''),
    placeholderData: keepPreviousData,
  })
