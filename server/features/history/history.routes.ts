import type { HISTORY_CONTRACT } from '#data/contract/analysis/history'
import type { Handlers } from '../../http/endpoint.ts'

export function historyHandlers(): Pick<Handlers, keyof typeof HISTORY_CONTRACT> {
  return {}
}
