import type { RiskPointChange, RiskPointCreation } from '#data/contract/bodies'
import type { RiskPointDetail } from '#data/contract/responses'
import type { ReviewTrigger } from '#data/domain/reviews'
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { recordRequest } from './recordRequest.ts'
import { request } from './request.ts'

const keyOf = (code: string) => ['riskPoint', code]

/** The history of a risk point, asked for when somebody opens it. */
export const useRiskPointHistory = (code: Ref<string>, open: Ref<boolean>) =>
  useQuery({
    queryKey: computed(() => ['riskPointHistory', code.value]),
    queryFn: ({ signal }) =>
      recordRequest('getRiskPointHistory', { params: { code: code.value }, signal }),
    enabled: open,
  })

/** What is done to risk points; each answer replaces the card at once. */
export function useRiskPointWrites() {
  const client = useQueryClient()
  const kept = async (answer: Promise<RiskPointDetail>) => {
    const point = await answer
    client.setQueryData(keyOf(point.code), point)
    return point
  }
  const byReason =
    (key: 'retireRiskPoint' | 'restoreRiskPoint' | 'undoRiskPoint') =>
    (code: string, version: number, reason: string) =>
      kept(recordRequest(key, { params: { code }, version, body: { reason } }))

  return {
    create: (body: RiskPointCreation) => kept(recordRequest('createRiskPoint', { body })),
    update: (code: string, version: number, body: RiskPointChange) =>
      kept(recordRequest('updateRiskPoint', { params: { code }, version, body })),
    retire: byReason('retireRiskPoint'),
    restore: byReason('restoreRiskPoint'),
    undo: byReason('undoRiskPoint'),
    callReview: (code: string, version: number, reason: string, trigger: ReviewTrigger) =>
      kept(recordRequest('callReview', { params: { code }, version, body: { reason, trigger } })),
    /** The record as it stands now, whatever this page knows of it. */
    reload: (code: string) => kept(request('getRiskPoint', { params: { code } })),
  }
}
