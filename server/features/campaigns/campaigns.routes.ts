import type { CAMPAIGNS_CONTRACT } from '#data/contract/campaigns'
import type { Handlers, Services } from '../../http/endpoint.ts'

export function campaignHandlers(
  _services: Services,
): Pick<Handlers, keyof typeof CAMPAIGNS_CONTRACT> {
  return {}
}
