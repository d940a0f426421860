import type { DowngradeState } from '#data/domain/downgrades'
import type { QualityCheck, QualityItem } from '#data/domain/quality'
import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { recordRequest } from './recordRequest.ts'

const PAGE = 50
/** What one request may list at most, for the download of everything. */
const LARGEST_PAGE = 1000

/** How many findings each check has in an area. */
export const useQuality = (area: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['quality', area.value]),
    queryFn: ({ signal }) => recordRequest('getQuality', { query: { area: area.value }, signal }),
  })

/** The findings of one check in an area, a page at a time. */
export const useQualityItems = (area: Ref<string>, check: Ref<QualityCheck>) =>
  useInfiniteQuery({
    queryKey: computed(() => ['qualityItems', check.value, area.value]),
    queryFn: ({ signal, pageParam }) =>
      recordRequest('listQualityItems', {
        params: { check: check.value },
        query: { area: area.value, limit: PAGE, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

/** Every finding of one check in an area. */
export async function fetchAllQualityItems(
  area: string,
  check: QualityCheck,
): Promise<QualityItem[]> {
  const items: QualityItem[] = []
  let cursor: string | undefined
  do {
    const page = await recordRequest('listQualityItems', {
      params: { check },
      query: { area, limit: LARGEST_PAGE, cursor },
    })
    items.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return items
}

/** Requests to lower risk points of an area: those that wait, or all. */
export const useDowngrades = (area: Ref<string>, state?: DowngradeState) =>
  useQuery({
    queryKey: computed(() => ['downgrades', area.value, state ?? 'all']),
    queryFn: ({ signal }) =>
      recordRequest('listDowngrades', { query: { area: area.value, state }, signal }),
  })
