import type { AROUND_CONTRACT } from '#data/contract/analysis/around'
import type { EndpointTitles } from '../endpointTitles.ts'

export const AROUND_TITLES: EndpointTitles<typeof AROUND_CONTRACT> = {}
