import type { INDICATORS_CONTRACT } from '#data/contract/indicators'
import type { EndpointTitles } from '../endpointTitles.ts'

export const INDICATORS_TITLES: EndpointTitles<typeof INDICATORS_CONTRACT> = {}
