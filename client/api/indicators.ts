import type { DecidedEntity } from '#data/domain/decisions'
import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { indicatorRequest } from './indicatorRequest.ts'

/** Every indicator of an area and its children for a period: now, a month or a day. */
export const useIndicators = (area: Ref<string>, period: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['indicators', area.value, period.value]),
    queryFn: ({ signal }) =>
      indicatorRequest('getIndicators', {
        query: { area: area.value, period: period.value },
        signal,
      }),
  })

/** The last twelve months of an area, or of one of its parks. */
export const useMonths = (area: Ref<string>, park: Ref<string | undefined>) =>
  useQuery({
    queryKey: computed(() => ['months', area.value, park.value ?? '']),
    queryFn: ({ signal }) =>
      indicatorRequest('listMonths', { query: { area: area.value, park: park.value }, signal }),
  })

/** 需区级研究 and what stands in its place further down. */
export const useAgenda = (area: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['agenda', area.value]),
    queryFn: ({ signal }) => indicatorRequest('getAgenda', { query: { area: area.value }, signal }),
  })

export const useFreezes = () =>
  useQuery({
    queryKey: ['freezes'],
    queryFn: ({ signal }) => indicatorRequest('listFreezes', { signal }),
  })

/** Decisions of an area: those that wait for a reply, or all. */
export const useDecisions = (area: Ref<string>, open: Ref<boolean>) =>
  useQuery({
    queryKey: computed(() => ['decisions', area.value, open.value]),
    queryFn: ({ signal }) =>
      indicatorRequest('listDecisions', {
        query: { area: area.value, open: open.value || undefined },
        signal,
      }),
  })

/** Decisions about one item. */
export const useDecisionsOf = (entity: Ref<DecidedEntity>, code: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['decisions', entity.value, code.value]),
    queryFn: ({ signal }) =>
      indicatorRequest('listDecisions', {
        query: { entity: entity.value, code: code.value },
        signal,
      }),
  })
