import type { AROUND_CONTRACT } from '#data/contract/analysis/around'
import type { Handlers } from '../../http/endpoint.ts'

export function aroundHandlers(): Pick<Handlers, keyof typeof AROUND_CONTRACT> {
  return {}
}
