import type { PARK_RECORDS_CONTRACT } from '#data/contract/parkRecords'
import type { Handlers, Services } from '../../http/endpoint.ts'

export function parkRecordHandlers(
  _services: Services,
): Pick<Handlers, keyof typeof PARK_RECORDS_CONTRACT> {
  return {}
}
