import type { HazardSourceChange, HazardSourceCreation } from '#data/contract/bodies'
import type { HazardSourceDetail } from '#data/contract/recordResponses'
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { recordRequest } from './recordRequest.ts'
import type { RecordWrites } from './recordWrites.ts'

const keyOf = (code: string) => ['hazardSource', code]

export const useHazardSource = (code: Ref<string>) =>
  useQuery({
    queryKey: computed(() => keyOf(code.value)),
    queryFn: ({ signal }) =>
      recordRequest('getHazardSource', { params: { code: code.value }, signal }),
  })

/** What is done to hazard sources; each answer is kept for its card. */
export function useHazardSourceWrites() {
  const client = useQueryClient()
  const kept = async (answer: Promise<HazardSourceDetail>) => {
    const hazardSource = await answer
    client.setQueryData(keyOf(hazardSource.code), hazardSource)
    return hazardSource
  }
  const writes: RecordWrites<HazardSourceDetail> = {
    retire: (code, version, reason) =>
      kept(recordRequest('retireHazardSource', { params: { code }, version, body: { reason } })),
    restore: (code, version, reason) =>
      kept(recordRequest('restoreHazardSource', { params: { code }, version, body: { reason } })),
    undo: (code, version, reason) =>
      kept(recordRequest('undoHazardSource', { params: { code }, version, body: { reason } })),
    history: (code, signal) =>
      recordRequest('getHazardSourceHistory', { params: { code }, signal }),
  }
  return {
    ...writes,
    create: (body: HazardSourceCreation) => kept(recordRequest('createHazardSource', { body })),
    update: (code: string, version: number, body: HazardSourceChange) =>
      kept(recordRequest('updateHazardSource', { params: { code }, version, body })),
    reload: (code: string) => kept(recordRequest('getHazardSource', { params: { code } })),
  }
}
