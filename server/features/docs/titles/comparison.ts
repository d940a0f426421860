import type { COMPARISON_CONTRACT } from '#data/contract/analysis/comparison'
import type { EndpointTitles } from '../endpointTitles.ts'

export const COMPARISON_TITLES: EndpointTitles<typeof COMPARISON_CONTRACT> = {}
