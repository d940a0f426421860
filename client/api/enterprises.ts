import type { EnterpriseChange, EnterpriseCreation } from '#data/contract/bodies'
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { recordRequest } from './recordRequest.ts'
import type { RecordWrites } from './recordWrites.ts'

const fetchEnterprise = (code: string, signal?: AbortSignal) =>
  recordRequest('getEnterprise', { params: { code }, ...(signal && { signal }) })
export type EnterpriseDetail = Awaited<ReturnType<typeof fetchEnterprise>>

const keyOf = (code: string) => ['enterprise', code]

export const useEnterprise = (code: Ref<string>) =>
  useQuery({
    queryKey: computed(() => keyOf(code.value)),
    queryFn: ({ signal }) => fetchEnterprise(code.value, signal),
  })

/** What is done to enterprises; each answer replaces the card at once. */
export function useEnterpriseWrites() {
  const client = useQueryClient()
  const kept = async (answer: Promise<EnterpriseDetail>) => {
    const enterprise = await answer
    client.setQueryData(keyOf(enterprise.code), enterprise)
    return enterprise
  }
  const writes: RecordWrites<EnterpriseDetail> = {
    retire: (code, version, reason) =>
      kept(recordRequest('retireEnterprise', { params: { code }, version, body: { reason } })),
    restore: (code, version, reason) =>
      kept(recordRequest('restoreEnterprise', { params: { code }, version, body: { reason } })),
    undo: (code, version, reason) =>
      kept(recordRequest('undoEnterprise', { params: { code }, version, body: { reason } })),
    history: (code, signal) => recordRequest('getEnterpriseHistory', { params: { code }, signal }),
  }
  return {
    ...writes,
    create: (body: EnterpriseCreation) => kept(recordRequest('createEnterprise', { body })),
    update: (code: string, version: number, body: EnterpriseChange) =>
      kept(recordRequest('updateEnterprise', { params: { code }, version, body })),
    reload: (code: string) => kept(fetchEnterprise(code)),
  }
}
