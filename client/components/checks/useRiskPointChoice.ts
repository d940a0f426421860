import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { request } from '../../api/request.ts'
import type { Option } from '../forms/SearchSelect.vue'
import type { CheckObject } from './checkDraft.ts'

const MOST = 500

/** Risk points of the visited enterprise, or of the whole park, to tie a finding to. */
export function useRiskPointChoice(object: Ref<CheckObject | null>) {
  const { data } = useQuery({
    queryKey: computed(() => ['riskPointChoice', object.value?.parkCode ?? '']),
    queryFn: ({ signal }) =>
      request('listRiskPoints', { query: { park: object.value?.parkCode, limit: MOST }, signal }),
    enabled: computed(() => object.value !== null),
  })
  return computed<Option[]>(() => {
    const items = data.value?.items ?? []
    const own = object.value?.enterpriseCode
      ? items.filter(({ enterpriseCode }) => enterpriseCode === object.value?.enterpriseCode)
      : items
    return own.map(({ code, name, location }) => ({
      value: code,
      label: name,
      keywords: `${code} ${location ?? ''}`,
      ...(location && { group: location }),
    }))
  })
}
