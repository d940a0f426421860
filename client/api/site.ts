import { SITE_CONTRACT } from '#data/contract/site/site'
import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { createRequest } from './request.ts'

const siteRequest = createRequest(SITE_CONTRACT)

/** The site of a park; nothing is asked while there is no code. */
export const useSite = (code: MaybeRefOrGetter<string | null>) =>
  useQuery({
    queryKey: computed(() => ['site', toValue(code)]),
    queryFn: ({ signal }) =>
      siteRequest('getSite', { params: { code: toValue(code) ?? '' }, signal }),
    enabled: computed(() => toValue(code) !== null),
  })
