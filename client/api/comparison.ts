import { COMPARISON_CONTRACT } from '#data/contract/analysis/comparison'
import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { createRequest } from './request.ts'

const comparisonRequest = createRequest(COMPARISON_CONTRACT)

/** Two places side by side, as soon as both are chosen. */
export const useComparison = (left: Ref<string>, right: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['comparison', left.value, right.value]),
    queryFn: ({ signal }) =>
      comparisonRequest('comparePlaces', {
        query: { left: left.value, right: right.value },
        signal,
      }),
    enabled: computed(() => left.value !== '' && right.value !== '' && left.value !== right.value),
    placeholderData: keepPreviousData,
  })
