import type { CAMPAIGNS_CONTRACT } from '#data/contract/campaigns'
import type { EndpointTitles } from '../endpointTitles.ts'

export const CAMPAIGNS_TITLES: EndpointTitles<typeof CAMPAIGNS_CONTRACT> = {}
