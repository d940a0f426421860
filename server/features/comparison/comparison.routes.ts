import type { COMPARISON_CONTRACT } from '#data/contract/analysis/comparison'
import type { Handlers } from '../../http/endpoint.ts'

export function comparisonHandlers(): Pick<Handlers, keyof typeof COMPARISON_CONTRACT> {
  return {}
}
