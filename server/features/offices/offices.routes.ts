import type { OFFICES_CONTRACT } from '#data/contract/offices'
import type { Handlers, Services } from '../../http/endpoint.ts'

export function officeHandlers(_services: Services): Pick<Handlers, keyof typeof OFFICES_CONTRACT> {
  return {}
}
