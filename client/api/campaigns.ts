import { CAMPAIGNS_CONTRACT, type TargetEventInput } from '#data/contract/campaigns'
import type { TargetState } from '#data/domain/campaignTargets'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { createRequest } from './request.ts'

/** Campaigns and their targets; whoever imports this comes after the first frame. */
export const campaignRequest = createRequest(CAMPAIGNS_CONTRACT)

export const useCampaigns = (area: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['campaigns', area.value]),
    queryFn: ({ signal }) =>
      campaignRequest('listCampaigns', { query: { area: area.value }, signal }),
  })

export const useCampaign = (code: Ref<string>, area: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['campaign', code.value, area.value]),
    queryFn: ({ signal }) =>
      campaignRequest('getCampaign', {
        params: { code: code.value },
        query: { area: area.value },
        signal,
      }),
  })

const PAGE = 50
export type TargetFilter = { area: string; park: string | null; state: TargetState | ''; q: string }

/** The targets that a filter leaves, a page at a time. */
export const useTargets = (code: Ref<string>, filter: Ref<TargetFilter>) =>
  useInfiniteQuery({
    queryKey: computed(() => ['campaignTargets', code.value, filter.value]),
    queryFn: ({ signal, pageParam }) => {
      const { area, park, state, q } = filter.value
      return campaignRequest('listCampaignTargets', {
        params: { code: code.value },
        query: {
          area,
          park: park ?? undefined,
          state: state || undefined,
          q: q.trim() || undefined,
          limit: String(PAGE),
          cursor: pageParam,
        },
        signal,
      })
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

export const useTarget = (id: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['campaignTarget', id.value]),
    queryFn: ({ signal }) =>
      campaignRequest('getCampaignTarget', { params: { id: id.value }, signal }),
  })

export const actOnTarget = (id: number, version: number, body: TargetEventInput) =>
  campaignRequest('actOnCampaignTarget', { params: { id: String(id) }, version, body })
