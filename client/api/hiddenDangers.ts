import { HIDDEN_DANGERS_CONTRACT } from '#data/contract/hiddenDangers'
import type { HiddenDangerEventInput } from '#data/contract/hiddenDangerBodies'
import type { HiddenDangerItem } from '#data/contract/hiddenDangerResponses'
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref, type Ref } from 'vue'
import { createRequest } from './request.ts'

/** The endpoints of checks and hidden dangers; whoever imports this comes after the first frame. */
export const hiddenDangerRequest = createRequest(HIDDEN_DANGERS_CONTRACT)

/** The filters of the list in the words of the endpoint; what narrows nothing is left out. */
export type HiddenDangerFilters = Readonly<Record<string, string | undefined>>

const PAGE = 50
/** What one request may list at most, for the download of everything. */
const LARGEST_PAGE = 1000

export const useHiddenDangers = (
  filters: Ref<HiddenDangerFilters>,
  limit = PAGE,
  enabled: Ref<boolean> = ref(true),
) =>
  useInfiniteQuery({
    queryKey: computed(() => ['hiddenDangers', filters.value, limit]),
    queryFn: ({ signal, pageParam }) =>
      hiddenDangerRequest('listHiddenDangers', {
        query: { ...filters.value, limit, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled,
  })

/** Every hidden danger that fits, as of the last page that was fetched. */
export async function fetchAllHiddenDangers(
  filters: HiddenDangerFilters,
): Promise<{ items: HiddenDangerItem[]; asOf: string }> {
  const items: HiddenDangerItem[] = []
  let cursor: string | undefined
  let asOf = ''
  do {
    const page = await hiddenDangerRequest('listHiddenDangers', {
      query: { ...filters, limit: LARGEST_PAGE, cursor },
    })
    items.push(...page.items)
    asOf = page.asOf
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return { items, asOf }
}

/** How many wait for what in an area, or in one park of it. */
export const useHiddenDangerCounts = (
  area: Ref<string>,
  park?: Ref<string | undefined>,
  enabled: Ref<boolean> = ref(true),
) =>
  useQuery({
    queryKey: computed(() => ['hiddenDangerCounts', area.value, park?.value ?? '']),
    queryFn: ({ signal }) =>
      hiddenDangerRequest('countHiddenDangers', {
        query: { area: area.value, park: park?.value },
        signal,
      }),
    placeholderData: keepPreviousData,
    enabled,
  })

const detailKey = (code: string) => ['hiddenDanger', code]
const fetchHiddenDanger = (code: string, signal?: AbortSignal) =>
  hiddenDangerRequest('getHiddenDanger', { params: { code }, ...(signal && { signal }) })

export const useHiddenDanger = (code: Ref<string>) =>
  useQuery({
    queryKey: computed(() => detailKey(code.value)),
    queryFn: ({ signal }) => fetchHiddenDanger(code.value, signal),
    // Somebody else may be at it too: what is opened again is asked for again.
    staleTime: 0,
  })

/** One step of the closed loop; the answer replaces the record at once. */
export function useHiddenDangerStep() {
  const client = useQueryClient()
  return async (
    code: string,
    version: number,
    body: HiddenDangerEventInput,
    idempotencyKey: string,
  ) => {
    const answer = await hiddenDangerRequest('actOnHiddenDanger', {
      params: { code },
      version,
      body,
      idempotencyKey,
    })
    client.setQueryData(detailKey(code), answer)
    return answer
  }
}

/** What the clause library takes a finding for; nothing is asked without words. */
export const useSeverityProposal = (text: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['severityProposal', text.value]),
    queryFn: ({ signal }) =>
      hiddenDangerRequest('proposeSeverity', { query: { q: text.value.slice(0, 100) }, signal }),
    enabled: computed(() => text.value !== ''),
    placeholderData: keepPreviousData,
  })
