import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { request } from './request.ts'

/** A risk point as it stood at an instant, or as it stands: that one every part of the page shares. */
export const useRiskPointAt = (code: Ref<string>, asOf: Ref<string | undefined>) =>
  useQuery({
    queryKey: computed(() => ['riskPoint', code.value, ...(asOf.value ? [asOf.value] : [])]),
    queryFn: ({ signal }) =>
      request('getRiskPoint', {
        params: { code: code.value },
        query: { asOf: asOf.value },
        signal,
      }),
  })
