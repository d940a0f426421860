import type { INDICATORS_CONTRACT } from '#data/contract/indicators'
import type { Handlers, Services } from '../../http/endpoint.ts'

export function indicatorHandlers(
  _services: Services,
): Pick<Handlers, keyof typeof INDICATORS_CONTRACT> {
  return {}
}
