import type { HISTORY_CONTRACT } from '#data/contract/analysis/history'
import type { EndpointTitles } from '../endpointTitles.ts'

export const HISTORY_TITLES: EndpointTitles<typeof HISTORY_CONTRACT> = {}
